using System.Globalization;

namespace Quickstart;

/// <summary>The story that is replayed: story.txt, a chat of one person over two months.</summary>
internal static class Story
{
    public const string Person = "Noor";

    /// <summary>Asked at the end, in a new conversation whose prompt holds nothing but the question.</summary>
    public static readonly (string Question, string Why)[] Questions =
    [
        ("Where do I live now?", "a fact that changed"),
        ("What am I allergic to?", "said once, in passing"),
        ("What language is Kelp written in?", "from the first day"),
        ("When did Kelp get its first paying customer?", "\"yesterday\", resolved to a date"),
        ("When is my sister's wedding?", "a plan"),
        ("Which trains do I like?", "a preference"),
        ("What is the name of my cat?", "a detail"),
        ("What is the name of my dog?", "never said"),
    ];

    /// <summary>When they are asked.</summary>
    public static readonly DateTimeOffset Later = new(2026, 3, 30, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Reads the story: a date after # starts a conversation, the person's name a message, any other line continues it.</summary>
    public static IReadOnlyList<(DateTimeOffset Day, IReadOnlyList<string> Messages)> Read()
    {
        using var stream = typeof(Story).Assembly.GetManifestResourceStream("story.txt")!;
        using var reader = new StreamReader(stream);
        var days = new List<(DateTimeOffset Day, IReadOnlyList<string> Messages)>();
        var messages = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                messages = [];
                days.Add((DateTimeOffset.Parse(line.Trim('#', ' '), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddHours(8), messages));
            }
            else if (line.StartsWith(Person + ": ", StringComparison.Ordinal))
            {
                messages.Add(line[(Person.Length + 2)..]);
            }
            else if (line.Length > 0)
            {
                messages[^1] += "\n" + line;
            }
        }

        return days;
    }
}
