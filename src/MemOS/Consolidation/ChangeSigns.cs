using MemOS.Reading;
using MemOS.Reading.Rules;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>What one statement alone offers to judge a change by; made once for a statement that is compared with many.</summary>
internal sealed class ChangeSigns
{
    private static readonly HashSet<string> Words = new(
        "now nowadays anymore longer instead finally switched switch changed change moved move quit quits stopped stop gave left leaving sold new started start since back again actually became become used already rather replaced swapped dropped cancelled canceled postponed pushed went only still another also too turned up down ended broke lost got either second".Split(' '), StringComparer.Ordinal);

    private static readonly string[] ChineseWords = ["现在", "不再", "换", "改", "搬", "辞", "戒", "卖", "了", "新", "又", "还", "已经", "终于", "从今", "以后", "最近", "取消", "推迟", "提前", "不", "没"];

    private static readonly HashSet<string> Feelings = new(WordAnalyzer.Terms(
        "happy glad excited proud grateful thankful nervous scared sad upset feel feels feeling felt amazing awesome fantastic lovely love wonderful great hope hopes inspired relieved lucky blessed stoked thrilled delighted anxious stressed overwhelmed fun special beautiful joy photo picture shared appreciate support supportive magical dream 开心 高兴 感动 激动 难过 紧张 兴奋 幸福"), StringComparer.Ordinal);

    private static readonly HashSet<string> Auxiliaries = new("is has was now also just really not does did will 's".Split(' '), StringComparer.Ordinal);

    /// <summary>Words that often tell a change.</summary>
    public required IReadOnlyList<string> Cues { get; init; }

    /// <summary>Whether it tells a feeling, which follows another without making anything untrue.</summary>
    public required bool Feels { get; init; }

    /// <summary>What it does first: "plays", "drinks", "lives"; <see langword="null"/> when it does nothing.</summary>
    public required string? Head { get; init; }

    /// <summary>The slot, or what its like begin with: other teas and other plans are of one class; <see langword="null"/> without a slot.</summary>
    public required string? SlotClass { get; init; }

    /// <summary>The names in it but for its subject's.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public static ChangeSigns Of(RecordContent content, StatementStems stems) => new()
    {
        Cues = CuesOf(content.Text),
        Feels = stems.Stems.Overlaps(Feelings),
        Head = HeadOf(content),
        SlotClass = ClassOf(content.Slot),
        Names = [.. content.Entities.Where(entity => !entity.Equals(content.Subject, StringComparison.OrdinalIgnoreCase))],
    };

    private static List<string> CuesOf(string text) =>
        text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF')
            ? [.. ChineseWords.Where(word => text.Contains(word, StringComparison.Ordinal))]
            : [.. text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Where(Words.Contains).Distinct(StringComparer.Ordinal)];

    private static string? ClassOf(string? slot)
    {
        if (slot is null)
        {
            return null;
        }

        foreach (var prefix in (ReadOnlySpan<string>)[SlotVocabulary.LikesPrefix, SlotVocabulary.PlanPrefix, SlotVocabulary.FavoritePrefix])
        {
            if (slot.StartsWith(prefix, StringComparison.Ordinal))
            {
                return prefix.TrimEnd();
            }
        }

        return slot;
    }

    private static string? HeadOf(RecordContent content)
    {
        var text = content.Text.StartsWith(content.Subject, StringComparison.OrdinalIgnoreCase) ? content.Text[content.Subject.Length..] : content.Text;
        var head = text.ToLowerInvariant().Split([' ', ',', '.', ':'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(static word => !Auxiliaries.Contains(word));
        return head is null ? null : EnglishStemmer.Stem(head);
    }
}
