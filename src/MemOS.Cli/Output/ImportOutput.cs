using MemOS.Cli.Import;

namespace MemOS.Cli.Output;

/// <summary>What <c>memos import --json</c> prints.</summary>
internal sealed record ImportOutput
{
    public required string File { get; init; }

    public required string Format { get; init; }

    /// <summary>Messages in the file.</summary>
    public required int Messages { get; init; }

    public required int Added { get; init; }

    /// <summary>Messages that an earlier import had brought.</summary>
    public required int Known { get; init; }

    public required int Skipped { get; init; }

    /// <summary>Records that the import's reading made.</summary>
    public required long Records { get; init; }

    public required IReadOnlyList<string> Users { get; init; }

    public required int Sessions { get; init; }

    public required double Seconds { get; init; }

    public required IReadOnlyList<ImportProblem> Problems { get; init; }
}
