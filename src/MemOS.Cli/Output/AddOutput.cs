namespace MemOS.Cli.Output;

/// <summary>What <c>memos add --json</c> prints.</summary>
/// <param name="Id">The evidence that holds the text.</param>
/// <param name="Records">What reading it made.</param>
internal sealed record AddOutput(string Id, IReadOnlyList<RecordOutput> Records)
{
    /// <summary>The document's name, when one was added.</summary>
    public string? Document { get; init; }

    /// <summary>Its chunks, in order.</summary>
    public IReadOnlyList<string>? Chunks { get; init; }
}
