namespace MemOS.Recall.Query;

/// <summary>A term to search.</summary>
/// <param name="Term">The term as the analyzer makes it.</param>
/// <param name="Weight">How much it counts; 1 for a word of the query.</param>
internal readonly record struct QueryTerm(string Term, double Weight);
