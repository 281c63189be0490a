using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Reading.Rules;
using MemOS.Reading.Rules.Chinese;
using MemOS.Reading.Rules.English;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>Compares two statements by the attributes that they fill.</summary>
internal static partial class SlotComparison
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

        if (slot == "job")
        {
            yield return (content.Subject, "employer");
        }

        if (slot is "employer" or "department")
        {
            yield return (content.Subject, "job");
            yield return (content.Subject, "school");
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

        // "Theo" is "my son Theo"; "Mum" is "my mother".
        if (EndsWithWords(before.Subject, now.Subject) || EndsWithWords(now.Subject, before.Subject) || FamilyWords.Usual(now.Subject).Equals(FamilyWords.Usual(before.Subject), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // "Mum" is "my mother Edith": of whom there is one.
        if (FamilyWords.IsNamed(now.Subject, before.Subject) || FamilyWords.IsNamed(before.Subject, now.Subject))
        {
            return true;
        }

        if (now.Slot == "name" && before.Slot is { } role && IsRoleOf(now.Subject, before.Subject, role))
        {
            return true;
        }

        // "The puppy" is "the beagle puppy", as to what it is called.
        if (now.Slot is not null && now.Slot == before.Slot && IsSameThing(now, before))
        {
            return true;
        }

        // One concert of the school, whoever tells of it.
        if (now.Slot is SlotVocabulary.Time && before.Slot == now.Slot && Tail(now.Subject) is { } tail && tail.Contains(' ', StringComparison.Ordinal) && tail.Equals(Tail(before.Subject), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // "The backend of our booking site" is "the backend".
        if (IsToldMoreFully(now.Subject, before.Subject) || IsToldMoreFully(before.Subject, now.Subject))
        {
            return true;
        }

        // "小雨" is "我女儿小雨".
        if (now.Subject.Length is 2 or 3 && now.Subject[0] is >= '\u4E00' and <= '\u9FFF' && before.Subject.IndexOf('的', StringComparison.Ordinal) is > 0 and var kin && before.Text.Contains(before.Subject[(kin + 1)..] + now.Subject, StringComparison.Ordinal))
        {
            return true;
        }

        // "My project uses C#" and "we moved to Rust" are of one owner.
        return now.Slot is not null && now.Slot == before.Slot && SlotVocabulary.IsTechnology(now.Slot) && OwnerOf(now.Subject).Equals(OwnerOf(before.Subject), StringComparison.OrdinalIgnoreCase) &&
            (OwnerOf(now.Subject) == now.Subject || OwnerOf(before.Subject) == before.Subject);
    }

    private static bool EndsWithWords(string subject, string words) =>
        subject.Length > words.Length && subject[^(words.Length + 1)] == ' ' && subject.EndsWith(words, StringComparison.Ordinal);

    // "User's new boss" fills the place of the boss; "User's boss's boss" does not.
    private static bool IsRoleOf(string subject, string owner, string role) =>
        WordLists.Kin.Contains(role) && subject.StartsWith(owner + "'s ", StringComparison.OrdinalIgnoreCase) && subject.EndsWith(" " + role, StringComparison.OrdinalIgnoreCase) && !subject.AsSpan(owner.Length + 3).Contains("'s", StringComparison.Ordinal);

    private static string? Tail(string subject) => subject.IndexOf("'s ", StringComparison.Ordinal) is > 0 and var mark ? subject[(mark + 3)..] : null;

    private static bool IsToldMoreFully(string subject, string words) =>
        StartsWithWords(subject, words) && words.Contains("'s ", StringComparison.Ordinal) && (subject.AsSpan(words.Length).StartsWith(" of ", StringComparison.Ordinal) || subject.AsSpan(words.Length).StartsWith(" for ", StringComparison.Ordinal) || subject.AsSpan(words.Length).StartsWith(" at ", StringComparison.Ordinal) || subject.AsSpan(words.Length).StartsWith(" in ", StringComparison.Ordinal) || subject.AsSpan(words.Length).StartsWith(" to ", StringComparison.Ordinal) || subject.AsSpan(words.Length).StartsWith(" from ", StringComparison.Ordinal) || subject.AsSpan(words.Length).StartsWith(" with ", StringComparison.Ordinal));

    private static bool StartsWithWords(string subject, string words) =>
        subject.Length > words.Length && subject[words.Length] == ' ' && subject.StartsWith(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one is about a thing and the other about the same thing told more fully, or, where the words tell a change, about its owner.</summary>
    public static bool IsPartOf(RecordContent now, RecordContent before)
    {
        if (!OwnerOf(now.Subject).Equals(OwnerOf(before.Subject), StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (IsSameThing(now, before))
        {
            return true;
        }

        return StartsWithWords(now.Subject, before.Subject) || StartsWithWords(before.Subject, now.Subject) ||
            (now is RecordDraft { IsChange: true } && (OwnerOf(now.Subject) == now.Subject || OwnerOf(before.Subject) == before.Subject));
    }

    /// <summary>Whether both are about the same thing of the same owner: "user's commute", "user's daily commute".</summary>
    public static bool IsSameThing(RecordContent now, RecordContent before)
    {
        if (OwnerOf(now.Subject) == now.Subject || OwnerOf(before.Subject) == before.Subject || !OwnerOf(now.Subject).Equals(OwnerOf(before.Subject), StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Things of other first letters are other things: most pairs are told apart without taking their words apart.
        if (InitialOf(now.Subject) != InitialOf(before.Subject))
        {
            return false;
        }

        var mine = WordAnalyzer.Terms(now.Subject);
        var theirs = WordAnalyzer.Terms(before.Subject);
        return now.Subject.Split("'s ").Length == before.Subject.Split("'s ").Length && mine.Count > 1 && theirs.Count > 1 && mine[^1] == theirs[^1] && (mine.All(theirs.Contains) || theirs.All(mine.Contains));
    }

    private static char InitialOf(string subject) => subject.LastIndexOf(' ') + 1 is var at && at < subject.Length ? char.ToLowerInvariant(subject[at]) : ' ';

    /// <summary>Whether one is about somebody and the other about a thing of theirs, such as their choir; never another person of theirs.</summary>
    public static bool IsOwnersThing(RecordContent now, RecordContent before)
    {
        var owner = OwnerOf(now.Subject);
        return owner.Equals(OwnerOf(before.Subject), StringComparison.OrdinalIgnoreCase) && (owner == now.Subject || owner == before.Subject) && !TellsOfPerson(now.Subject, owner) && !TellsOfPerson(before.Subject, owner);
    }

    // "user's son", "user's Anna", "user's cat Tom".
    internal static bool TellsOfPerson(string subject, string owner) =>
        Array.Exists(ChineseWords.Kin, kin => kin is not ("家" or "公司" or "学校") && subject.Length > owner.Length && subject.AsSpan(owner.Length).Contains(kin, StringComparison.Ordinal)) || subject.AsSpan(owner.Length).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .. var words] && Array.Exists(words, static word => WordLists.Kin.Contains(word) || WordLists.Pets.Contains(word) || char.IsUpper(word[0]));

    /// <summary>Whether one tells of somebody by name alone who is the other's subject: "Anselm has started Year 6", "user's son Anselm".</summary>
    public static bool TellsOfNamed(RecordContent now, RecordContent before)
    {
        var name = before.Subject[(before.Subject.LastIndexOf(' ') + 1)..];
        if (name.Length < 3 || name.Length == before.Subject.Length || !char.IsUpper(name[0]) || !OwnerOf(before.Subject).Equals(now.Subject, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var start = now.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 24 and var colon ? colon + 2 : 0;
        return now.Text.AsSpan(start).StartsWith(name, StringComparison.Ordinal) && start + name.Length < now.Text.Length && now.Text[start + name.Length] == ' ';
    }

    /// <summary>Whether a subject is a name that the other statement tells of: "Max" in "has a retriever called Max".</summary>
    public static bool Names(string subject, RecordContent before) => subject.Length > 2 && char.IsUpper(subject[0]) && before.Entities.Contains(subject);

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

        // "I've gone off Blur" ends "my favourite band is Blur".
        if (nowLikes && now.Polarity == Polarity.Negative && before.Slot.StartsWith(SlotVocabulary.FavoritePrefix, StringComparison.Ordinal) && before.SlotValue is { } favorite)
        {
            return SameTopic(now.Slot[SlotVocabulary.LikesPrefix.Length..], favorite) ? StatementRelation.Replaces : StatementRelation.None;
        }

        // "My boss is called Simone", "her name is Simona".
        if (now.Slot == "name" && now.SlotValue is not null && before.SlotValue is not null && IsRoleOf(now.Subject, before.Subject, before.Slot))
        {
            return SameValue(now.SlotValue, before.SlotValue) ? StatementRelation.None : StatementRelation.Replaces;
        }

        if (now.Slot == "employer" && before.Slot == "job" && EmployerIn(before.Text) is { } employer)
        {
            // "Works as a nurse at St. Mary's" ends with the employment there.
            return now.SlotValue is not null && !SameValue(now.SlotValue, employer) ? StatementRelation.Replaces : StatementRelation.None;
        }

        // "A train driver at Northern" ends the employment elsewhere.
        if (now.Slot == "job" && before.Slot == "employer" && EmployerIn(now.Text) is { } place && before.SlotValue is { } held)
        {
            return SameValue(held, place) ? StatementRelation.None : StatementRelation.Replaces;
        }

        // "Started at the Gaelscoil" ends "goes to St Brendan's".
        if (now.Slot == "employer" && before.Slot == "school" && now.Text.Contains(" started ", StringComparison.Ordinal))
        {
            return StatementRelation.Replaces;
        }

        if (now.Slot == "school" && before.Slot == "stage" && EmployerIn(before.Text) is { } school)
        {
            return SameValue(now.SlotValue!, school) ? StatementRelation.None : StatementRelation.Replaces;
        }

        // "在财务部做会计" ends when one is moved to another department.
        if (now.Slot == "department" && before.Slot == "job" && EmployerIn(before.Text) is { } department && department.EndsWith('部'))
        {
            return SameValue(now.SlotValue!, department) ? StatementRelation.None : StatementRelation.Replaces;
        }

        if (before is { Kind: MemoryKind.Event, SlotValue: "none" })
        {
            return StatementRelation.None;
        }

        if (now.Slot != before.Slot || nowLikes || !SlotVocabulary.IsSingle(now.Slot) || now.SlotValue is null || before.SlotValue is null)
        {
            return StatementRelation.None;
        }

        // "A senior developer" tells more than "a developer", unless it is told as a change.
        var same = now is RecordDraft { IsChange: true } && now.Slot == "job" ? SameWords(now.SlotValue, before.SlotValue) : SameValue(now.SlotValue, before.SlotValue);
        return same ? StatementRelation.None : StatementRelation.Replaces;
    }

    /// <summary>Whether a value that a statement rejects is what the earlier one says.</summary>
    public static bool Rejects(RecordContent now, RecordContent before, string rejected) =>
        // "No more tables" of an answer ends no table that somebody owns.
        (now.Kind != MemoryKind.Instruction || before.Kind is MemoryKind.Instruction or MemoryKind.Preference) &&
        (now.Slot is null || before.Slot is null || now.Slot == before.Slot || (now.Slot.StartsWith(SlotVocabulary.LikesPrefix, StringComparison.Ordinal) && before.Slot.StartsWith(SlotVocabulary.LikesPrefix, StringComparison.Ordinal))) &&
        (before.SlotValue?.Contains(rejected, StringComparison.OrdinalIgnoreCase) == true || before.Text.Contains(rejected, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a denial may supersede: not a plan by a fact of another slot, nor an attribute that the slots compare better.</summary>
    public static bool MayTurnOver(RecordContent now, RecordContent before) =>
        !IsNarrower(now.Topic, before.Topic) && !(now.Slot is not null && now.Slot == before.Slot && SameValue(now.SlotValue ?? "", before.SlotValue ?? "")) && !(before.Kind == MemoryKind.Event && before.EventTime is not null && now.Kind == MemoryKind.Preference);

    private static StatementRelation CompareTastes(RecordContent now, RecordContent before)
    {
        var earlier = before.Slot![SlotVocabulary.LikesPrefix.Length..];
        if (now.Slot == "diet")
        {
            return before.Polarity == Polarity.Positive && now.SlotValue is not null && TopicFamilies.RuledOutBy(now.SlotValue).Any(topic => TopicFamilies.Covers(topic, earlier)) ? StatementRelation.Replaces : StatementRelation.None;
        }

        if (now.Polarity == Polarity.None || now.Polarity == before.Polarity)
        {
            return PrefersAnother(now, before, earlier) || ChoosesAnother(now, before) ? StatementRelation.Replaces : StatementRelation.None;
        }

        // "I don't like big dogs" leaves dogs, and so does an allergy to them.
        if (IsNarrower(now.Topic, before.Topic) || (now.Kind == MemoryKind.Profile && before.Kind == MemoryKind.Preference))
        {
            return StatementRelation.None;
        }

        var topic = now.Slot![SlotVocabulary.LikesPrefix.Length..];
        return (SameTopic(topic, earlier) || (now.Polarity == Polarity.Negative && TopicFamilies.Covers(topic, earlier))) && TasteScope.Contradict(now, topic, before, earlier) ? StatementRelation.Replaces : StatementRelation.None;
    }

    private static bool IsNarrower(string? topic, string? other)
    {
        if (topic is not { Length: > 0 } || other is not { Length: > 0 } || topic.Length <= other.Length)
        {
            return false;
        }

        return other[0] > '\u2E80' ? topic.EndsWith(other, StringComparison.Ordinal) || (topic.EndsWith(other[^1]) && other.Length > 1 && topic.StartsWith(other[0])) : other.Split(' ') is var words && topic.Split(' ') is var narrower && narrower.Length > words.Length && words.All(word => narrower.Any(mine => mine.TrimEnd('s') == word.TrimEnd('s')));
    }

    // "I prefer the office, home is too lonely" after "I prefer working from home": what was preferred is now the other side.
    private static bool PrefersAnother(RecordContent now, RecordContent before, string earlier)
    {
        const string Word = " prefers ";
        if (now.Polarity != Polarity.Positive || !now.Text.Contains(Word, StringComparison.Ordinal) || !before.Text.Contains(Word, StringComparison.Ordinal))
        {
            return false;
        }

        var topic = new HashSet<string>(WordAnalyzer.Terms(now.Slot![SlotVocabulary.LikesPrefix.Length..]), StringComparer.Ordinal);
        var other = TasteScope.Other(now.Text);
        return WordAnalyzer.Terms(earlier) is { Count: > 0 } old && !old.Any(topic.Contains) && old.Any(other.Contains);
    }

    // "Window seats for me from now on" after "an aisle seat, always": another one of the same.
    private static bool ChoosesAnother(RecordContent now, RecordContent before)
    {
        if (now is not RecordDraft { IsChange: true } || now.Polarity != Polarity.Positive || before.Polarity != Polarity.Positive || now.Topic is null || before.Topic is null)
        {
            return false;
        }

        var mine = WordAnalyzer.Terms(now.Topic);
        var theirs = WordAnalyzer.Terms(before.Topic);
        return mine.Count > 1 && theirs.Count > 1 && mine[^1] == theirs[^1] && !mine.SkipLast(1).Any(theirs.Contains);
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

    private static bool SameWords(string left, string right) => new HashSet<string>(WordAnalyzer.Terms(left)).SetEquals(WordAnalyzer.Terms(right));

    [GeneratedRegex("在(?<employer>[^，。]{2,14}?)(?:当|做|干|教|任|负责|读|念|上)")]
    private static partial Regex ChineseEmployer();

    private static string? EmployerIn(string text)
    {
        if (ChineseEmployer().Match(text) is { Success: true } chinese)
        {
            return chinese.Groups["employer"].Value;
        }

        foreach (var preposition in (ReadOnlySpan<string>)[" at ", " for ", " with "])
        {
            var at = text.IndexOf(preposition, StringComparison.Ordinal);
            if (at > 0 && at + preposition.Length < text.Length)
            {
                return text[(at + preposition.Length)..].TrimEnd('.');
            }
        }

        return null;
    }

    internal static bool Overlap(string left, string right)
    {
        var leftTerms = new HashSet<string>(WordAnalyzer.Terms(left));
        var rightTerms = new HashSet<string>(WordAnalyzer.Terms(right));
        return leftTerms.Count > 0 && rightTerms.Count > 0 && (leftTerms.IsSubsetOf(rightTerms) || rightTerms.IsSubsetOf(leftTerms));
    }

    public static string OwnerOf(string subject)
    {
        var mark = subject.IndexOf("'s ", StringComparison.Ordinal);
        mark = mark < 0 ? subject.IndexOf('的', StringComparison.Ordinal) : mark;
        return mark <= 0 ? subject : subject[..mark];
    }
}
