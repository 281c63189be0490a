using System.Collections.Frozen;
using MemOS.Reading;
using MemOS.Reading.Rules.English;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>A statement that is not so any more, what took its place, and which words of it were given up.</summary>
internal sealed class ReplacedStatement
{
    private static readonly FrozenSet<string> Kin = WordAnalyzer.Terms(string.Join(' ', WordLists.Kin)).ToFrozenSet(StringComparer.Ordinal);

    private readonly HeldStatement before;
    private readonly HeldStatement? after;
    private readonly string speaker;
    private readonly HashSet<string> told;
    private readonly HashSet<string> rejected;
    private readonly HashSet<string> kept = [];
    private readonly HashSet<string> inPlace = [];

    /// <summary>A statement and its successor.</summary>
    /// <param name="before">What was said.</param>
    /// <param name="after">What took its place; <see langword="null"/> when nothing did or it is not known any more.</param>
    public ReplacedStatement(MemoryRecord before, MemoryRecord? after)
    {
        this.before = new(before);
        this.after = after is null ? null : new(after);
        speaker = SlotComparison.OwnerOf(before.Subject);
        told = WordsOf(this.before);
        rejected = [];
        if (this.after is not null)
        {
            var now = WordsOf(this.after);
            kept = [.. told.Intersect(now)];
            inPlace = [.. now.Except(told)];
            rejected = ValuesOf(before, [.. told.Except(now)]);
        }
    }

    /// <summary>Whether a statement says the same, or gives the value that was given up to what both tell of.</summary>
    public bool IsSaidBy(HeldStatement statement)
    {
        if (after is not null && IsSame(statement, after))
        {
            return false;
        }

        if (IsSame(statement, before))
        {
            return true;
        }

        var words = WordsOf(statement);
        if (words.Overlaps(inPlace) || words.Any(word => Kin.Contains(word) && !told.Contains(word)))
        {
            // It says the new value as well, or tells of somebody else.
            return false;
        }

        return (words.Overlaps(kept) || IsSameAttribute(statement) || TellsOnlyOf(words)) && ((rejected.Count > 0 && rejected.IsSubsetOf(words)) || IsSameTime(statement));
    }

    private static bool IsSame(HeldStatement statement, HeldStatement earlier) =>
        ConsolidationPlan.Relation(statement, earlier) is StatementRelation.Repeats or StatementRelation.SaysMore;

    private bool IsSameAttribute(HeldStatement statement) => statement.Content.Slot is { } slot && slot == before.Content.Slot && SlotComparison.SameSubject(statement.Content, before.Content);

    // "Ada's age is 40", where "Ada is 40 years old" was put right: nothing but the value, and the name of what it is one of.
    private bool TellsOnlyOf(HashSet<string> words) => rejected.Count > 0 && words.All(word => rejected.Contains(word) || AttributeNames.Contains(word));

    private static readonly FrozenSet<string> AttributeNames = WordAnalyzer.Terms("age old years home house address place city town residence lives live living based name called job work works occupation employer phone number email birthday day date time car pet diet").ToFrozenSet(StringComparer.Ordinal);

    // "On Tuesday" in one statement is a date in another.
    private bool IsSameTime(HeldStatement statement) => after is not null && before.Content.EventTime is { } time && time != after.Content.EventTime && time == statement.Content.EventTime;

    // Without the reasons and the rest that a correction does not repeat: days, numbers and names where there are such.
    private static HashSet<string> ValuesOf(MemoryRecord record, HashSet<string> words)
    {
        var names = record.Entities.SelectMany(static entity => WordAnalyzer.Terms(entity)).ToHashSet(StringComparer.Ordinal);
        var values = words.Where(word => char.IsAsciiDigit(word[0]) || WordLists.NumberWords.Contains(word) || StatementWords.Time.Contains(word) || names.Contains(word)).ToHashSet(StringComparer.Ordinal);
        return values.Count > 0 ? values : words;
    }

    // Whoever speaks is in all that they say, and no sign that two statements are about one thing; the meeting that is spoken of is one.
    private HashSet<string> WordsOf(HeldStatement statement)
    {
        var words = statement.Stems.Stems.Concat(WordAnalyzer.Terms(statement.Content.Subject)).ToHashSet(StringComparer.Ordinal);
        words.ExceptWith(WordAnalyzer.Terms(speaker));
        words.ExceptWith(StatementWords.Turning);
        return words;
    }
}
