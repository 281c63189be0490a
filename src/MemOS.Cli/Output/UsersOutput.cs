namespace MemOS.Cli.Output;

/// <summary>What <c>memos users --json</c> prints.</summary>
internal sealed record UsersOutput(IReadOnlyList<UserOutput> Users);
