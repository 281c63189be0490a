using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS.Tests.Reading;

/// <summary>A conversation in a test, a line a message: "Ada: …", "user: …", "assistant: …".</summary>
internal static class ReadingTalk
{
    // A Monday, in an offset of its own.
    public static readonly DateTimeOffset Said = new(2023, 5, 8, 13, 56, 0, TimeSpan.FromHours(2));

    public static IReadOnlyList<EvidenceItem> Items(params string[] lines) => [.. lines.Select((line, index) => Item(line, index + 1))];

    public static IReadOnlyList<RecordDraft> Read(params string[] lines) => Read(new RuleMemReader(), Items(lines));

    public static IReadOnlyList<RecordDraft> Read(IMemReader reader, IReadOnlyList<EvidenceItem> items, IReadOnlyList<EvidenceItem>? preceding = null)
    {
        // The rules never wait, so the task is complete when it is returned.
        var reading = reader.ReadAsync(new() { Items = items, Preceding = preceding ?? [] }).AsTask();
        Assert.True(reading.IsCompletedSuccessfully);
        return reading.GetAwaiter().GetResult().Records;
    }

    private static EvidenceItem Item(string line, int number)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var who = line[..colon];
        return new()
        {
            Id = new(1, MemoryItemKind.Evidence, number),
            Session = "s1",
            Position = number - 1,
            State = EvidenceState.Active,
            Content = new()
            {
                Role = who == "assistant" ? EvidenceRole.Assistant : EvidenceRole.User,
                Author = who is "user" or "assistant" ? null : who,
                Text = line[(colon + 2)..],
                Time = Said,
            },
        };
    }
}
