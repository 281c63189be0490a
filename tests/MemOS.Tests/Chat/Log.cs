using System.Globalization;
using MemOS.Chat;
using MemOS.Evidence;

namespace MemOS.Tests.Chat;

/// <summary>A session's log in letters: "u:hello" is a user's message, "a:" an assistant's, "t:" a tool's; "#7" at the end is an id.</summary>
internal sealed class Log
{
    private readonly List<LogEntry> entries = [];
    private int next = 1;

    public IReadOnlyList<LogEntry> Active => entries;

    public static Log Of(params string[] messages)
    {
        var log = new Log();
        log.Append(Keys(messages));
        return log;
    }

    public static List<MessageKey> Keys(params string[] messages) => [.. messages.Select(Key)];

    public static MessageKey Key(string message)
    {
        var hash = message.IndexOf('#', StringComparison.Ordinal);
        var role = message[0] switch { 'u' => EvidenceRole.User, 'a' => EvidenceRole.Assistant, _ => EvidenceRole.Tool };
        var text = hash < 0 ? message[2..] : message[2..hash];
        return new(hash < 0 ? null : message[(hash + 1)..], role, ContentHash.Of(new() { Role = role, Text = text, Time = default }));
    }

    public void Append(IEnumerable<MessageKey> keys)
    {
        foreach (var key in keys)
        {
            entries.Add(new(new(1, MemoryItemKind.Evidence, next++), key.ExternalId, key.Role, key.Hash));
        }
    }

    /// <summary>Does what a store does with an alignment, and returns it in words: "new 2 abandoned 1,2".</summary>
    public string Apply(IReadOnlyList<MessageKey> incoming, bool increment = false)
    {
        var alignment = increment ? HistoryAligner.AlignIncrement(entries, incoming) : HistoryAligner.Align(entries, incoming);
        entries.RemoveAll(entry => alignment.Abandoned.Contains(entry.Id));
        Append(alignment.New.Select(i => incoming[i]));
        return "new " + Join(alignment.New) + " abandoned " + Join(alignment.Abandoned.Select(id => id.Sequence));
    }

    public string Send(params string[] messages) => Apply(Keys(messages));

    private static string Join(IEnumerable<int> numbers) =>
        string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))) is { Length: > 0 } text ? text : "none";
}
