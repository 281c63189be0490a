namespace MemOS.Reading.Rules;

/// <summary>A way to tell a facet.</summary>
/// <param name="Slot">The slot that it fills.</param>
/// <param name="Sort">What its value looks like.</param>
/// <param name="Words">The words that name it.</param>
internal sealed record Facet(string Slot, FacetSort Sort, string[] Words);
