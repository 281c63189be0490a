namespace MemOS.Reading.Rules;

/// <summary>One line of <see cref="SlotVocabulary"/>.</summary>
/// <param name="Slot">The attribute that the pattern fills.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="Pattern">The words that fill it.</param>
/// <param name="Value">The value; <see langword="null"/> takes the pattern's.</param>
internal sealed record SlotRule(string Slot, MemoryKind Kind, PhrasePattern Pattern, string? Value);
