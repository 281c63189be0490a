using MemOS.Recall.Lexicon;

namespace MemOS.Recall.Ranking;

/// <summary>A preference and how well it fits a request.</summary>
/// <param name="Record">The preference.</param>
/// <param name="Score">Its place among the preferences of the cube; comparable within one search only.</param>
/// <param name="Match">How near it is to the request in meaning.</param>
internal readonly record struct RatedPreference(RecallDocument Record, double Score, TextMatch Match);
