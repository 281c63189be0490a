using MemOS.Reading.Rules;

namespace MemOS.Reading;

/// <summary>
/// Preferences that nobody stated: a choice, a refusal, or the same done again and again. They are told from stated ones by the
/// value of their slot, and never take the place of one.
/// </summary>
internal static class ImpliedPreference
{
    /// <summary>How sure the first such statement is; each further occasion takes away a part of the doubt that is left.</summary>
    public const double LeastConfidence = 0.5;

    private const string Chosen = "chosen";
    private const string Refused = "refused";

    /// <summary>What the slot of an implied preference holds.</summary>
    public static string ValueOf(Polarity polarity) => polarity == Polarity.Negative ? Refused : Chosen;

    /// <summary>Whether a record tells a preference that nobody stated.</summary>
    public static bool Is(RecordContent content) => content is { Kind: MemoryKind.Preference, SlotValue: Chosen or Refused };

    /// <summary>The sentence for what somebody does again and again: one for a topic and a way, so that it meets itself.</summary>
    public static string TextOf(string subject, string topic, Polarity polarity, bool isChinese) => (isChinese, polarity) switch
    {
        (true, Polarity.Negative) => $"{NameOf(subject, true)}多次不选{topic}。",
        (true, _) => $"{NameOf(subject, true)}多次选择了{topic}。",
        (false, Polarity.Negative) => $"{NameOf(subject, false)} often chose no {topic}.",
        _ => $"{NameOf(subject, false)} often chose the {topic}.",
    };

    /// <summary>The preference that repeated behaviour shows.</summary>
    /// <param name="subject">Whose.</param>
    /// <param name="topic">What is chosen or turned down.</param>
    /// <param name="polarity">Which way.</param>
    /// <param name="origin">Where the words came from.</param>
    /// <param name="sources">The evidence, the latest occasion first.</param>
    /// <param name="isChinese">The language of the evidence.</param>
    public static RecordDraft Of(string subject, string topic, Polarity polarity, RecordOrigin origin, IReadOnlyList<MemoryId> sources, bool isChinese) => new()
    {
        Kind = MemoryKind.Preference,
        Text = TextOf(subject, topic, polarity, isChinese),
        Subject = subject,
        Confidence = LeastConfidence,
        Origin = origin,
        Slot = SlotVocabulary.LikesPrefix + topic,
        SlotValue = ValueOf(polarity),
        Polarity = polarity,
        Topic = topic,
        Sources = sources,
    };

    /// <summary>How a record's text names its subject.</summary>
    public static string NameOf(string subject, bool isChinese) => subject != "user" ? subject : isChinese ? "用户" : "User";
}
