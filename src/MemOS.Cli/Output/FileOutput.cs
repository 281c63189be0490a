namespace MemOS.Cli.Output;

/// <summary>What <c>memos backup</c> and <c>memos restore-backup</c> print with <c>--json</c>.</summary>
/// <param name="File">The file that was written.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Previous">Where the file that was replaced is kept; <see langword="null"/> if there was none.</param>
internal sealed record FileOutput(string File, long Bytes, string? Previous);
