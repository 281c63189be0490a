using System.Text.RegularExpressions;
using MemOS.Evidence;
using MemOS.Time;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Puts right what was just said by saying a part of it again with another value: "打反了，文昌路81号" after "寄到文昌路18号".</summary>
/// <remarks>The value takes the place of the one of its sort, so that nobody has to say what was wrong.</remarks>
internal static partial class ChineseRevision
{
    private const int RecentMessages = 6;
    private const string Grammar = "的是在我你他她它们这那个了就才应该其实开始不对有都也还到";

    // The sorts of values: where both have one, the later takes the place of the earlier.
    private static readonly Regex[] Sorts = [Weekday(), Date(), Clock(), Count(), Name()];

    /// <summary>The statement with the right values; <see langword="null"/> when the clause puts nothing right.</summary>
    public static RecordDraft? Read(ChineseClause clause, string message, EvidenceItem item, List<RecordDraft> drafts, ReadingContext context)
    {
        if (clause.IsQuestion || !ChineseCorrections.Sign().IsMatch(message) || clause.Text.StartsWith("不是", StringComparison.Ordinal) || Adds().IsMatch(clause.Text))
        {
            return null;
        }

        var recent = context.Messages.TakeLast(RecentMessages).Select(static earlier => earlier.Id).Append(item.Id).ToHashSet();
        var bare = Sorts.Aggregate(clause.Text, static (text, sort) => sort.Replace(text, "")).Where(static c => char.IsLetterOrDigit(c) && !Grammar.Contains(c, StringComparison.Ordinal)).ToList();

        // "等等，周三我要开会" may be news; "等等，是周三" is none.
        if (bare.Count > 0 && !Firm().IsMatch(message) && !clause.Text.Contains('是', StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var statement in Enumerable.Reverse(drafts).Concat(context.Statements.Reverse()))
        {
            if (!statement.Sources.Any(recent.Contains) || statement.Kind == MemoryKind.Instruction)
            {
                continue;
            }

            var old = ResolvedTime().Replace(statement.Text, "");
            if ((bare.Count == 0 || bare.Exists(sign => old.Contains(sign, StringComparison.Ordinal))) && Revise(old, clause.Text) is { Count: > 0 } values)
            {
                return Draft(statement, old, values, item);
            }
        }

        return null;
    }

    // Which values of a statement the clause gives anew.
    private static List<(string Old, string New)> Revise(string statement, string clause)
    {
        var values = new List<(string Old, string New)>();
        foreach (var sort in Sorts)
        {
            foreach (System.Text.RegularExpressions.Match match in sort.Matches(clause))
            {
                var value = match.Groups["value"].Value;
                var unit = match.Groups["unit"].Value;
                var before = sort.Matches(statement).LastOrDefault(other => other.Groups["unit"].Value == unit && (sort != Sorts[^1] || Resembles(other.Groups["value"].Value, value)));
                if (before is not null && before.Groups["value"].Value is var old && old != value && !clause.Contains(old, StringComparison.Ordinal))
                {
                    values.Add((old, value));
                }
            }
        }

        return values;
    }

    // "李明浩", "李铭浩": a name in other signs.
    private static bool Resembles(string left, string right) => left.Length == right.Length && left.Intersect(right).Any();

    private static RecordDraft Draft(RecordDraft statement, string text, List<(string Old, string New)> values, EvidenceItem item)
    {
        var slot = statement.SlotValue;
        foreach (var (old, value) in values)
        {
            text = text.Replace(old, value, StringComparison.Ordinal);
            slot = slot?.Replace(old, value, StringComparison.Ordinal);
        }

        var dated = TimeRecognizer.Recognize(text, item.Content.Time.DateTime).Select(static mention => (mention, Time: mention.Future ?? mention.Past)).FirstOrDefault(static found => found.Time is not null);
        var end = dated.mention is null ? 0 : dated.mention.Start + dated.mention.Length;
        return statement with
        {
            Text = dated.Time is null ? text : text.Insert(end, $"({dated.Time})"),
            EventTime = dated.Time ?? statement.EventTime,
            SlotValue = slot,
            RejectedValue = values[0].Old,
            IsCorrection = true,
            Ends = null,
            Confidence = 0.9,
            Sources = [item.Id, .. statement.Sources.Where(source => source != item.Id)],
        };
    }

    [GeneratedRegex("(?<value>(?<unit>)(?:(?:周|星期|礼拜)[一二三四五六日天末]|大后天|后天|明天|今天|今晚|明晚))")]
    private static partial Regex Weekday();

    [GeneratedRegex("(?<value>(?<unit>)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[号日]?)")]
    private static partial Regex Date();

    [GeneratedRegex("(?<value>(?<unit>)(?:[0-9]{1,2}|[一二三四五六七八九十两]{1,3})点(?:半|一刻|三刻|[0-9一二三四五六七八九十]{1,3}分?)?|[0-9]{1,2}[:：][0-9]{2})")]
    private static partial Regex Clock();

    [GeneratedRegex("(?<value>(?<![A-Z])[ABO]{1,2}(?<unit>型))|(?<value>(?<unit>[初高大研])[一二三四])(?=。|，|$)|(?<![月0-9一二三四五六七八九十])(?<value>(?:[0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百千万两]+)(?<unit>块钱|块|元|万|岁|只|个人|人|箱|台|辆|次|公斤|斤|码|平米|平|层|楼|号楼|号|杯|瓶|片|粒|毫克|分钟|小时|公里|年级|页|字|桌|件|条|本|室|栋|单元|度|厘米|米|位|名|年|岁半|折|排|车厢|路))(?!月)|(?<value>(?<![0-9.])[0-9]{3,}(?![0-9.]))(?<unit>)")]
    private static partial Regex Count();

    [GeneratedRegex("(?<=叫|姓)(?<value>(?<unit>)[一-鿿]{2,4})(?=。|$)")]
    private static partial Regex Name();

    [GeneratedRegex("还有|另外|再加|也是|也要|顺便")]
    private static partial Regex Adds();

    [GeneratedRegex("[打说看记写搞弄听讲想输报](?:错|反|岔|混|串|漏|快了)|口误|手误|手滑|更正|纠正|不对|^不+[，,]|^不是[，,]")]
    private static partial Regex Firm();

    [GeneratedRegex(@"\(\d{4}[^)]{0,40}\)")]
    private static partial Regex ResolvedTime();
}
