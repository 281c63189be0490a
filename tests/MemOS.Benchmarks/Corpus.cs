using System.Globalization;
using MemOS.Evidence;

namespace MemOS.Benchmarks;

/// <summary>Made-up conversation, the same for everybody: everyday sentences about the words of <see cref="Vocabulary"/>, of one to three sentences a message.</summary>
internal static class Corpus
{
    private static readonly string[] Openers =
    [
        "", "", "", "I think ", "Yesterday ", "Last week ", "My sister said that ", "We found out that ", "Honestly, ", "On Monday ", "This morning ", "By the way, ",
    ];

    private static readonly string[] Statements =
    [
        "I moved to {0} and love the {1}", "my favourite {1} is the one in {0}", "I work as a {2} at a {1} company", "I bought a {1} for the {2}",
        "we are planning a trip to {0} with the {2}", "I am allergic to {1}", "the {2} started to learn {1}", "I met a {2} from {0} at the {1}",
        "it took two hours to repair the {1} behind the {2}", "the {1} was louder than the {2} next door", "nobody told me that {0} had a {1}",
        "I read a long article about {1} and {2}", "her {1} reminds me of the {2} we had as children", "the meeting about the {1} was put off until the {2} is ready",
        "I would rather have a {1} than another {2}", "he keeps his {1} under the {2}", "I prefer {1} to {2} in the evening",
        "the weather in {0} ruined our {1}", "they sell {1} and {2} on the market every Saturday", "I am still looking for a {1} that fits the {2}",
        "my {1} broke while I was carrying the {2} upstairs", "we talked about {1}, {2} and what became of {0}", "it smells of {1} in the whole {2}",
        "the doctor says the {1} has nothing to do with the {2}",
    ];

    private static readonly string[] Replies = ["That sounds good.", "Oh no!", "What happened then?", "Thanks for telling me.", "Do you still have it?", "Great!"];

    private static readonly string[] Asked =
    [
        "What did I say about the {0} and the {1}?", "When did I buy the {0} for the {1}?", "Who told me about the {0} in {2}?", "Where is the {0} that belongs to the {1}?",
        "What happened to the {0} while I was carrying the {1}?", "Which {0} did I like in {2}, and what about the {1}?",
    ];

    /// <summary>Messages of one conversation, from a seed.</summary>
    public static IEnumerable<EvidenceDraft> Messages(int count, int seed)
    {
        var random = new Random(seed);
        var start = new DateTimeOffset(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            var reply = random.Next(3) == 0 ? Pick(random, Replies) + " " : "";
            yield return new()
            {
                Role = i % 2 == 0 ? EvidenceRole.User : EvidenceRole.Assistant,
                Text = reply + string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sentence(random))),
                Time = start.AddMinutes(i * 7),
            };
        }
    }

    /// <summary>Questions about the same words, of four to seven terms each.</summary>
    public static IReadOnlyList<string> Questions(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => string.Format(CultureInfo.InvariantCulture, Pick(random, Asked), Word(random), Word(random), Place(random)))];
    }

    private static string Sentence(Random random)
    {
        var text = Pick(random, Openers) + string.Format(CultureInfo.InvariantCulture, Pick(random, Statements), Place(random), Word(random), Word(random));
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    private static string Word(Random random) => Vocabulary.Default.Next(random);

    private static string Place(Random random)
    {
        var word = Word(random);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];
}
