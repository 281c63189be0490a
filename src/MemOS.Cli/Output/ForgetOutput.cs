namespace MemOS.Cli.Output;

/// <summary>What <c>memos forget</c> and <c>memos restore</c> print with <c>--json</c>: the items that left recall, or came back.</summary>
internal sealed record ForgetOutput(IReadOnlyList<string> Items);
