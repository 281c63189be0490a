namespace MemOS.Cli.Output;

/// <summary>What <c>memos cubes members --json</c> prints.</summary>
internal sealed record MembersOutput(string Cube, IReadOnlyList<MemberOutput> Members);
