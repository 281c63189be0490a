using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>What a statement says, apart from its grammar: the stems of its words without its subject, and whether it denies them.</summary>
internal sealed partial class StatementStems
{
    private static readonly FrozenSet<string> Denials = FrozenSet.ToFrozenSet(
        ["not", "never", "no longer", "anymore", "any more", "quit", "stopped", "gave up", "given up", "used to", "sold", "cancelled", "canceled", "no more", "broke up", "不", "没", "戒"], StringComparer.Ordinal);

    private static readonly string[] Endings = ["no longer", "anymore", "any more", "quit ", "stopped ", "gave up ", "given up "];

    // Words that turn a statement over and say nothing else.
    private static readonly FrozenSet<string> Turning = FrozenSet.ToFrozenSet(WordAnalyzer.Terms("longer anymore quit stopped gave given sold sell stop give used currently these days recently now 不 没 再"), StringComparer.Ordinal);

    // Whoever has no name.
    private static readonly string[] Everybody = [.. WordAnalyzer.Terms("user 用户")];

    private StatementStems(HashSet<string> stems, bool denied)
    {
        Stems = stems;
        IsDenied = denied;
    }

    /// <summary>The content stems, without those of the subject and without dates that were resolved.</summary>
    public HashSet<string> Stems { get; }

    /// <summary>Whether it says that something is not, or no longer, so.</summary>
    public bool IsDenied { get; }

    /// <summary>Whether it says that something was so and is not any more.</summary>
    public bool IsEnd { get; private init; }

    public static StatementStems Of(RecordContent content)
    {
        var text = ResolvedTime().Replace(content.Text, " ");
        var stems = new HashSet<string>(WordAnalyzer.Terms(text), StringComparer.Ordinal);
        foreach (var term in WordAnalyzer.Terms(content.Subject))
        {
            stems.Remove(term);
        }

        stems.ExceptWith(Everybody);

        var folded = " " + text.ToLowerInvariant() + " ";
        return new(stems, content.Polarity == Polarity.Negative || Denials.Any(word => word[0] > '\u2E80' ? folded.Contains(word, StringComparison.Ordinal) : folded.Contains(" " + word + " ", StringComparison.Ordinal) || folded.Contains(" " + word + ".", StringComparison.Ordinal)))
        {
            IsEnd = Endings.Any(word => folded.Contains(" " + word, StringComparison.Ordinal)),
        };
    }

    /// <summary>Whether everything that the other says is said here too.</summary>
    public bool Includes(StatementStems other) => other.Stems.IsSubsetOf(Stems);

    /// <summary>Whether this statement ends what the other says: all of its words, turned over.</summary>
    public bool TurnsOver(StatementStems other)
    {
        if (IsDenied == other.IsDenied)
        {
            return false;
        }

        var core = new HashSet<string>(other.Stems, StringComparer.Ordinal);
        core.ExceptWith(Turning);
        if (core.Count > 0 && core.IsSubsetOf(Stems))
        {
            return true;
        }

        // "Has quit smoking" ends "smokes ten cigarettes a day": the end of a habit needs not tell all of it.
        var ended = new HashSet<string>(Stems, StringComparer.Ordinal);
        ended.ExceptWith(Turning);
        return IsEnd && ended.Count > 0 && ended.IsSubsetOf(other.Stems);
    }

    [GeneratedRegex(@"\(\d{4}[^)]{0,40}\)")]
    private static partial Regex ResolvedTime();
}
