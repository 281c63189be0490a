namespace MemOS.Recall;

/// <summary>What one channel said about a result.</summary>
/// <param name="Channel">The channel: words, speaker, neighbours, session, time, kind, vectors.</param>
/// <param name="Score">Its part of the final score.</param>
/// <param name="Reason">Why, in a few words, such as the terms that matched.</param>
public sealed record ChannelScore(string Channel, double Score, string? Reason = null);
