using System.Collections.Frozen;

namespace MemOS.Recall.Ranking;

/// <summary>The channels of recall by name, each with what switches it off, so that its worth can be measured.</summary>
/// <remarks>The words themselves are no channel here: the others rank and widen what words find.</remarks>
internal static class RecallChannels
{
    private static readonly FrozenDictionary<string, Func<RecallWeights, RecallWeights>> Off = new Dictionary<string, Func<RecallWeights, RecallWeights>>
    {
        ["phrases"] = static weights => weights with { Phrase = 0 },
        ["neighbours"] = static weights => weights with { Neighbour = 0, SecondNeighbour = 0 },
        ["session"] = static weights => weights with { Session = 0 },
        ["speaker"] = static weights => weights with { OtherSpeaker = 1 },
        ["role"] = static weights => weights with { AssistantSaid = 1 },
        ["records"] = static weights => weights with { Record = 0 },
        ["time"] = static weights => weights with { TimedStatement = 0, NamedTime = 0 },
        ["feedback"] = static weights => weights with { FeedbackCandidates = 0 },
        ["diversity"] = static weights => weights with { SameSession = 1, SessionEvidence = 0 },
        ["meaning"] = static weights => weights with { Meaning = 0 },
        ["changes"] = static weights => weights with { Successor = 0, Outdated = 1 },
        ["hypotheticals"] = static weights => weights with { Hypothetical = 1 },
        ["telling"] = static weights => weights with { Telling = 0 },
        ["answers"] = static weights => weights with { AnswersQuestion = 0, HasNumber = 1, HasPlace = 1, HasReason = 1 },
        ["price"] = static weights => weights with { Price = 0 },
        ["preferences"] = static weights => weights with { Preference = 0 },
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Off.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The weights with a channel switched off.</summary>
    /// <exception cref="ArgumentException">No channel has that name; the message names those that there are.</exception>
    public static RecallWeights Without(this RecallWeights weights, string channel) => Off.TryGetValue(channel, out var change)
        ? change(weights)
        : throw new ArgumentException($"There is no channel {channel} of recall: {string.Join(", ", Names)} can be switched off.", nameof(channel));
}
