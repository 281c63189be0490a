using MemOS.Reading;
using MemOS.Reading.Rules;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>Finds the preference that somebody shows by doing the same several times.</summary>
/// <remarks>
/// Three occasions make a preference; "again" stands for one more before the first that is known. Each further occasion
/// strengthens the record. What is stated in words, either way, stands: then behaviour adds nothing.
/// </remarks>
internal static class RepeatedBehaviour
{
    private const int LeastOccasions = 3;

    /// <summary>The text and slot under which a preference that a draft may show is held, to look it up.</summary>
    public static (string Text, string Slot)? Expected(RecordDraft draft) =>
        Behaviour.Of(draft) is { } done ? (ImpliedPreference.TextOf(draft.Subject, done.Topic, done.Polarity, done.IsChinese), SlotVocabulary.LikesPrefix + done.Topic) : null;

    /// <summary>The preference that a statement shows together with those before it; <see langword="null"/> when it shows none, or one was stated.</summary>
    /// <param name="draft">What was just read.</param>
    /// <param name="held">Everything that is known, in the order of its telling, the statement included.</param>
    public static RecordDraft? Preference(RecordDraft draft, IReadOnlyList<HeldStatement> held)
    {
        if (Behaviour.Of(draft) is not { } done)
        {
            return null;
        }

        var terms = TermsOf(done.Topic);
        if (terms.Count == 0 || held.Any(other => IsStated(other, draft.Subject, done.Topic, terms)))
        {
            return null;
        }

        var preference = ImpliedPreference.Of(draft.Subject, done.Topic, done.Polarity, draft.Origin, draft.Sources, done.IsChinese);
        var key = RecordText.Key(preference.Text);
        if (held.Any(other => other.ValidTo is null && other.Key == key))
        {
            return preference;
        }

        var occasions = held.Where(other => other.ValidTo is null && other.Content.Subject.Equals(draft.Subject, StringComparison.OrdinalIgnoreCase) && Behaviour.Of(other.Content) is { } before && before.Polarity == done.Polarity && TermsOf(before.Topic).SetEquals(terms)).ToList();
        var count = occasions.Where(static other => other.Content.EventTime is null).Sum(static other => other.Sources.Count) + occasions.Where(static other => other.Content.EventTime is not null).DistinctBy(static other => other.Content.EventTime).Count();
        count += occasions.Count > 0 && Behaviour.Of(occasions.MinBy(static other => other.ValidFrom)!.Content)!.IsRepeated ? 1 : 0;
        return count < LeastOccasions ? null : preference with
        {
            Sources = [.. draft.Sources.Concat(occasions.SelectMany(static other => other.Sources)).Distinct()],
            Confidence = 1 - ((1 - ImpliedPreference.LeastConfidence) * Math.Pow(HeldStatement.DoubtLeft, count - LeastOccasions)),
        };
    }

    private static bool IsStated(HeldStatement other, string subject, string topic, HashSet<string> terms) =>
        other is { ValidTo: null, Content: { Kind: MemoryKind.Preference, Polarity: not Polarity.None, Topic.Length: > 0 } stated } && !ImpliedPreference.Is(stated) && stated.Slot is not null && stated.Subject.Equals(subject, StringComparison.OrdinalIgnoreCase) &&
        (TopicFamilies.Covers(stated.Topic, topic) || TermsOf(stated.Topic) is { Count: > 0 } told && (told.IsSubsetOf(terms) || terms.IsSubsetOf(told)));

    private static HashSet<string> TermsOf(string topic) => new(WordAnalyzer.Terms(topic), StringComparer.Ordinal);
}
