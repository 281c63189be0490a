namespace MemOS.Reading;

/// <summary>Turns evidence into memory records. Implementations are safe for concurrent use.</summary>
/// <remarks>
/// Threat note: evidence is untrusted text. A reader extracts from it and never follows it; what a reader returns is
/// checked and size-capped before it is stored.
/// </remarks>
public interface IMemReader
{
    /// <summary>The reader's name, noted on the jobs it does.</summary>
    string Name { get; }

    /// <summary>
    /// Whether it asks a model, and so takes time, may cost money and may fail. Default: <see langword="false"/>. Such a reader works in
    /// the background behind the rules, as <see cref="ReadingMode"/> says.
    /// </summary>
    bool UsesModel => false;

    /// <summary>How many calls of a model reading a request takes as far as it is known, which a <see cref="Scheduling.ReadingCeiling"/> is asked for in advance. Default: 1.</summary>
    int CountCalls(ReadingRequest request) => 1;

    /// <summary>How many tokens reading a request sends as far as it is known, prompt and all, which a <see cref="Scheduling.ReadingCeiling"/> is asked for in advance. Default: <see langword="null"/>, those of the messages alone.</summary>
    long? CountTokens(ReadingRequest request) => null;

    /// <summary>Reads evidence.</summary>
    /// <exception cref="MemOSException">The reading failed; it is tried again later, and the evidence stays searchable.</exception>
    ValueTask<ReadingResult> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default);
}
