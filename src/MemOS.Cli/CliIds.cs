namespace MemOS.Cli;

/// <summary>Reads ids that people type.</summary>
internal static class CliIds
{
    /// <exception cref="CliException">The text is no id.</exception>
    public static MemoryId Parse(string text) => MemoryId.TryParse(text, out var id)
        ? id
        : throw new CliException($"\"{text}\" is no memory id. Ids look like r1-12 (a record) or m1-12 (a message); memos list shows them.", ExitCode.Usage);

    /// <exception cref="CliException">The text is no id of a record or a message.</exception>
    public static MemoryId ParseShown(string text) => Parse(text) is { Kind: MemoryItemKind.Record or MemoryItemKind.Evidence } id
        ? id
        : throw new CliException($"{text} is neither a record (r1-12) nor a message (m1-12). Tasks and skills have commands of their own: memos tasks, memos skills", ExitCode.Usage);

    /// <exception cref="CliException">The text is no id of a record.</exception>
    public static MemoryId ParseRecord(string text) => Parse(text) is { Kind: MemoryItemKind.Record } id
        ? id
        : throw new CliException($"{text} is no record. Ids of records look like r1-12; memos list shows them.", ExitCode.Usage);
}
