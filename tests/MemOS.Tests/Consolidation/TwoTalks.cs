using MemOS.Consolidation;
using MemOS.Reading;
using MemOS.Tests.Reading;

namespace MemOS.Tests.Consolidation;

/// <summary>What somebody says, and what they say after an answer, days later or at once: read, and held against each other.</summary>
internal static class TwoTalks
{
    public const int MonthsLater = 200;

    /// <summary>What is inserted, in order; the later words are those of the third message.</summary>
    public static IReadOnlyList<RecordChange.Insert> Plan(string earlier, string later, int days = MonthsLater)
    {
        var drafts = ReadingTalk.Read("user: " + earlier, "assistant: I see.", "user: " + later);
        return [.. ConsolidationPlan.Of(drafts, [.. drafts.Select(draft => ReadingTalk.Said.AddDays(draft.Sources[0].Sequence > 2 ? days : 0))], []).OfType<RecordChange.Insert>()];
    }

    /// <summary>How many statements are superseded.</summary>
    public static int Superseded(string earlier, string later, int days = MonthsLater) => Plan(earlier, later, days).Sum(insert => insert.SupersedesInserts.Count + insert.Supersedes.Count);
}
