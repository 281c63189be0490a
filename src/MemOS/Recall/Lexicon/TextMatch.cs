namespace MemOS.Recall.Lexicon;

/// <summary>How near a candidate's text is to a query in meaning.</summary>
/// <param name="Asked">Weighed mean over the query's terms of the best partner in the candidate, from 0 to 1. Absolute; low for a long query.</param>
/// <param name="Told">The same over the candidate's terms, from 0 to 1. Absolute; high for a long query, which has a partner for anything.</param>
/// <param name="Meaning">Cosine of the weighed mean vectors, from -1 to 1. Absolute.</param>
/// <param name="Domain">Cosine of the profiles over everyday domains, from 0 to 1. Absolute.</param>
/// <param name="Score">
/// The rank among the candidates of this comparison: a sum of standard scores, comparable within one query only. Higher is nearer.
/// </param>
internal readonly record struct TextMatch(float Asked, float Told, float Meaning, float Domain, float Score);
