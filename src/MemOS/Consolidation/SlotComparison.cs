using MemOS.Reading;
using MemOS.Reading.Rules;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>Compares two statements by the attributes that they fill.</summary>
internal static class SlotComparison
{
    /// <summary>The slots of the store in which a record may stand that a statement changes, apart from its own.</summary>
    public static IEnumerable<(string Subject, string Slot)> RelatedSlots(RecordContent content)
    {
        if (content.Slot is not { } slot)
        {
            yield break;
        }

        yield return (content.Subject, slot);
        var owner = OwnerOf(content.Subject);
        if (owner != content.Subject)
        {
            yield return (owner, slot);
        }

        foreach (var topic in WideTopics(content))
        {
            foreach (var member in TopicFamilies.MembersOf(topic))
            {
                yield return (content.Subject, SlotVocabulary.LikesPrefix + member);
            }
        }

        if (slot.StartsWith(SlotVocabulary.LikesPrefix, StringComparison.Ordinal))
        {
            yield return (content.Subject, "diet");
        }
    }

    /// <summary>Whether two statements can be about the same attribute: the same subject, or a thing and its owner ("our project", "we").</summary>
    public static bool SameSubject(RecordContent now, RecordContent before)
    {
        if (now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // "My project uses C#" and "we moved to Rust" are of one owner.
        return now.Slot is not null && now.Slot == before.Slot && SlotVocabulary.IsTechnology(now.Slot) && OwnerOf(now.Subject).Equals(OwnerOf(before.Subject), StringComparison.OrdinalIgnoreCase) &&
            (OwnerOf(now.Subject) == now.Subject || OwnerOf(before.Subject) == before.Subject);
    }

    public static StatementRelation Compare(RecordContent now, RecordContent before)
    {
        if (now.Slot is null || before.Slot is null)
        {
            return StatementRelation.None;
        }

        var nowLikes = now.Slot.StartsWith(SlotVocabulary.LikesPrefix, StringComparison.Ordinal);
        var beforeLikes = before.Slot.StartsWith(SlotVocabulary.LikesPrefix, StringComparison.Ordinal);
        if (beforeLikes && before.Polarity != Polarity.None && (nowLikes || now.Slot == "diet"))
        {
            return CompareTastes(now, before);
        }

        if (now.Slot != before.Slot || nowLikes || !SlotVocabulary.IsSingle(now.Slot) || now.SlotValue is null || before.SlotValue is null)
        {
            return StatementRelation.None;
        }

        return SameValue(now.SlotValue, before.SlotValue) ? StatementRelation.None : StatementRelation.Replaces;
    }

    /// <summary>Whether a value that a statement rejects is what the earlier one says.</summary>
    public static bool Rejects(RecordContent now, RecordContent before, string rejected) =>
        (now.Slot is null || before.Slot is null || now.Slot == before.Slot || (now.Slot.StartsWith(SlotVocabulary.LikesPrefix, StringComparison.Ordinal) && before.Slot.StartsWith(SlotVocabulary.LikesPrefix, StringComparison.Ordinal))) &&
        (before.SlotValue?.Contains(rejected, StringComparison.OrdinalIgnoreCase) == true || before.Text.Contains(rejected, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a denial may supersede: not a plan by a fact of another slot, nor an attribute that the slots compare better.</summary>
    public static bool MayTurnOver(RecordContent now, RecordContent before) =>
        !(now.Slot is not null && now.Slot == before.Slot && SameValue(now.SlotValue ?? "", before.SlotValue ?? "")) && !(before.Kind == MemoryKind.Event && before.EventTime is not null && now.Kind == MemoryKind.Preference);

    private static StatementRelation CompareTastes(RecordContent now, RecordContent before)
    {
        var earlier = before.Slot![SlotVocabulary.LikesPrefix.Length..];
        if (now.Slot == "diet")
        {
            return before.Polarity == Polarity.Positive && now.SlotValue is not null && TopicFamilies.RuledOutBy(now.SlotValue).Any(topic => TopicFamilies.Covers(topic, earlier)) ? StatementRelation.Replaces : StatementRelation.None;
        }

        if (now.Polarity == Polarity.None || now.Polarity == before.Polarity)
        {
            return StatementRelation.None;
        }

        var topic = now.Slot![SlotVocabulary.LikesPrefix.Length..];
        return SameTopic(topic, earlier) || (now.Polarity == Polarity.Negative && TopicFamilies.Covers(topic, earlier)) ? StatementRelation.Replaces : StatementRelation.None;
    }

    private static IEnumerable<string> WideTopics(RecordContent content)
    {
        if (content.Slot == "diet" && content.SlotValue is not null)
        {
            return TopicFamilies.RuledOutBy(content.SlotValue);
        }

        return content.Polarity == Polarity.Negative && content.Topic is { Length: > 0 } topic ? [topic] : [];
    }

    private static bool SameTopic(string left, string right) => left == right || new HashSet<string>(WordAnalyzer.Terms(left)).SetEquals(WordAnalyzer.Terms(right));

    // "oslo" and "oslo norway" are one place, told more or less fully; "not oslo" is another value than "oslo".
    private static bool SameValue(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        const string Not = "not ";
        if (left.StartsWith(Not, StringComparison.Ordinal) || right.StartsWith(Not, StringComparison.Ordinal))
        {
            // A denial of another value says nothing against this one.
            var denied = left.StartsWith(Not, StringComparison.Ordinal) ? left[Not.Length..] : right[Not.Length..];
            var other = left.StartsWith(Not, StringComparison.Ordinal) ? right : left;
            return left.StartsWith(Not, StringComparison.Ordinal) && !Overlap(denied, other);
        }

        return Overlap(left, right);
    }

    private static bool Overlap(string left, string right)
    {
        var leftTerms = new HashSet<string>(WordAnalyzer.Terms(left));
        var rightTerms = new HashSet<string>(WordAnalyzer.Terms(right));
        return leftTerms.Count > 0 && rightTerms.Count > 0 && (leftTerms.IsSubsetOf(rightTerms) || rightTerms.IsSubsetOf(leftTerms));
    }

    private static string OwnerOf(string subject)
    {
        var mark = subject.IndexOf("'s ", StringComparison.Ordinal);
        return mark < 0 ? subject : subject[..mark];
    }
}
