namespace MemOS.Recall;

/// <summary>What one channel said about a result.</summary>
/// <param name="Channel">The channel, such as words, speaker, neighbours, time or meaning; docs/benchmarks.md lists them with their worth.</param>
/// <param name="Score">What it added to the score, or took from it when below 0.</param>
/// <param name="Reason">Why, in a few words, such as the terms that matched; only when the search was asked to explain, and where the name does not say all.</param>
public sealed record ChannelScore(string Channel, double Score, string? Reason = null);
