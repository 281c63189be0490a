namespace MemOS.Reading.Rules;

/// <summary>An attribute that a clause fills.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Subject">Whose attribute it is.</param>
/// <param name="Slot">The attribute.</param>
/// <param name="Value">Its value, lower case.</param>
internal sealed record AttributeValue(MemoryKind Kind, string Subject, string? Slot, string? Value)
{
    /// <summary>A value that the clause says it replaces: "from Go to Rust".</summary>
    public string? Rejected { get; init; }
}
