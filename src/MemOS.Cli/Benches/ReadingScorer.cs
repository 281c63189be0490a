using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Recall.Words;

namespace MemOS.Cli.Benches;

/// <summary>Judges the records that a conversation gave against what was expected and what is forbidden. Pure.</summary>
/// <remarks>
/// A record is wrong when it matches a forbidden entry, has no source, repeats another current one (same subject and event date,
/// the content stems of one include the other's), or says what its sources do not: a content stem that none of them has and that is
/// neither a speaker's name, nor a resolved time, nor a connecting word of the reader. Where nothing is expected every record is wrong.
/// </remarks>
internal static partial class ReadingScorer
{
    // Words that the reader puts in itself: whom a record is about, and the verbs that tie an answer or an instruction to them.
    private static readonly HashSet<string> Connecting = [.. WordAnalyzer.Terms("user assistant wants chose often shared photo 用户 希望 助手 选择了 多次 不选 的 是 在 了")];

    /// <summary>Judges one conversation.</summary>
    /// <param name="item">The conversation.</param>
    /// <param name="records">Every record that it gave, current and superseded, oldest first.</param>
    public static ReadingVerdict Judge(ReadingCase item, IReadOnlyList<ReadingRecord> records)
    {
        var expected = item.Expected ?? [];
        var missed = expected.Where(entry => !records.Any(record => Matches(record.Record, entry))).ToList();
        var wrong = new List<(ReadingRecord, string)>();
        for (var i = 0; i < records.Count; i++)
        {
            if (WrongReason(item, records, i, expected.Count == 0) is { } reason)
            {
                wrong.Add((records[i], reason));
            }
        }

        var dated = expected.Where(entry => entry.Valid is not null).ToList();
        var score = new ReadingScore
        {
            Conversations = 1,
            Records = records.Count,
            WrongRecords = wrong.Count,
            Expected = expected.Count,
            Matched = expected.Count - missed.Count,
            Updates = dated.Count > 0 ? 1 : 0,
            UpdatesMatched = dated.Count > 0 && !dated.Exists(missed.Contains) ? 1 : 0,
        };
        return new(score, wrong, missed);
    }

    /// <summary>Whether a record is what an entry expects.</summary>
    public static bool Matches(MemoryRecord record, ReadingExpectation entry) =>
        record.State == (entry.Valid ?? true ? RecordState.Current : RecordState.Superseded) && Says(record, entry);

    /// <summary>Whether a statement says what an entry expects, current or not.</summary>
    public static bool Says(RecordContent record, ReadingExpectation entry)
    {
        var text = Fold(record.Text);
        return HoldsAny(record.Kind.ToString(), entry.Kind) &&
            HoldsAny(record.Subject == "user" ? "user 用户" : record.Subject, entry.Subject) &&
            entry.Contains.All(part => HoldsAny(text, part)) &&
            (entry.EventDate is null || (record.EventTime is { } time && (time.ToString().StartsWith(entry.EventDate, StringComparison.Ordinal) || time.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).StartsWith(entry.EventDate, StringComparison.Ordinal))));
    }

    private static string? WrongReason(ReadingCase item, IReadOnlyList<ReadingRecord> records, int index, bool expectsNothing)
    {
        var record = records[index];
        if (expectsNothing)
        {
            return "nothing is expected here";
        }

        var text = Fold(record.Record.Text);
        if ((item.Forbidden ?? []).FirstOrDefault(entry => entry.Contains.All(part => HoldsAny(text, part))) is { } forbidden)
        {
            return "forbidden: " + string.Join(" + ", forbidden.Contains);
        }

        if (record.Sources.Count == 0)
        {
            return "no source";
        }

        if (Unsupported(record) is { } stem)
        {
            return "not in its sources: " + stem;
        }

        for (var other = 0; other < index; other++)
        {
            if (Repeats(record.Record, records[other].Record))
            {
                return "repeats: " + records[other].Record.Text;
            }
        }

        return null;
    }

    private static bool Repeats(MemoryRecord left, MemoryRecord right)
    {
        if (left.State != RecordState.Current || right.State != RecordState.Current || !left.Subject.Equals(right.Subject, StringComparison.OrdinalIgnoreCase) || left.EventTime?.Start.Date != right.EventTime?.Start.Date)
        {
            return false;
        }

        var leftStems = Stems(left.Text);
        var rightStems = Stems(right.Text);
        return leftStems.IsSubsetOf(rightStems) || rightStems.IsSubsetOf(leftStems);
    }

    private static string? Unsupported(ReadingRecord record)
    {
        var known = new HashSet<string>(Connecting);
        foreach (var source in record.Sources)
        {
            known.UnionWith(Stems(source.Text));
            if (source.Speaker is not null)
            {
                known.UnionWith(Stems(source.Speaker));
            }
        }

        // A form such as "owns" whose base is a function word carries no content either.
        return Stems(ResolvedTime().Replace(record.Record.Text, " ")).FirstOrDefault(stem => !known.Contains(stem) && WordAnalyzer.Terms(stem).Count > 0);
    }

    // Pairs of ideographs depend on what stands next to them: single ones carry what was said.
    private static HashSet<string> Stems(string text) => [.. WordAnalyzer.Terms(text).Where(term => !(term.Length == 2 && term[0] > '\u2E80'))];

    private static bool HoldsAny(string text, string? alternatives) =>
        alternatives is null || Fold(text) is var folded && alternatives.Split('|').Any(part => folded.Contains(Fold(part), StringComparison.Ordinal));

    private static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('’', '\'');

    [GeneratedRegex(@"\b\d{4}(?![\da-z])(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?(/\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?)?")]
    private static partial Regex ResolvedTime();
}
