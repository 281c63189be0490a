namespace MemOS.Cli.Output;

/// <summary>What <c>memos demo --json</c> prints.</summary>
internal sealed record DemoOutput(int Messages, int Records, IReadOnlyList<string> Questions, IReadOnlyList<SearchOutput> Answers);
