using System.Numerics.Tensors;
using MemOS.Reading;
using MemOS.Reading.Rules;
using MemOS.Recall.Lexicon;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>What two statements offer to judge by whether the later one makes the earlier one untrue.</summary>
/// <remarks>
/// A feature is a name with a strength. None of them is a word of what was said, so that what was learned about jobs holds for
/// sports: they tell how the statements stand to each other, and which words of change the later one has.
/// </remarks>
internal static class ChangeFeatures
{
    /// <summary>From which likeness on two words are near to each other.</summary>
    public const float Near = 0.45f;

    private static readonly HashSet<string> Cues = new(
        ("now nowadays anymore longer instead finally switched switch changed change moved move quit quits stopped stop gave left leaving sold new started start since back again actually became become used already rather replaced swapped dropped cancelled canceled postponed pushed went only still another also too turned up down ended broke lost got").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Feelings = new(WordAnalyzer.Terms(
        "happy glad excited proud grateful thankful nervous scared sad upset feel feels feeling felt amazing awesome fantastic lovely love wonderful great hope hopes inspired relieved lucky blessed stoked thrilled delighted anxious stressed overwhelmed fun special beautiful joy photo picture shared appreciate support supportive magical dream 开心 高兴 感动 激动 难过 紧张 兴奋 幸福"), StringComparer.Ordinal);

    private static readonly string[] ChineseCues = ["现在", "不再", "换", "改", "搬", "辞", "戒", "卖", "了", "新", "又", "还", "已经", "终于", "从今", "以后", "最近", "取消", "推迟", "提前", "不", "没"];

    /// <summary>The features of a pair, the later statement first.</summary>
    public static List<KeyValuePair<string, float>> Of(HeldStatement later, HeldStatement earlier)
    {
        var features = new List<KeyValuePair<string, float>>(48);
        void Add(string name, float strength = 1) => features.Add(new(name, strength));
        var now = later.Content;
        var before = earlier.Content;
        var shared = later.Stems.Core.Count(earlier.Stems.Core.Contains);
        var smaller = Math.Max(1, Math.Min(later.Stems.Core.Count, earlier.Stems.Core.Count));
        var overlap = (float)shared / smaller;
        var mine = Profiles.Of(later);
        var theirs = Profiles.Of(earlier);
        var meaning = TensorPrimitives.Dot(mine.Vector.Span, theirs.Vector.Span);
        var domain = TensorPrimitives.Dot(mine.Domains.Span, theirs.Domains.Span);
        var partner = BestPartner(later.Stems.Core, earlier.Stems.Core);
        var isChange = later.Draft?.IsChange == true;
        var ends = later.Draft?.Ends is not null;
        var flips = later.Stems.IsDenied != earlier.Stems.IsDenied;
        var near = overlap >= 0.99f ? "all" : shared > 0 ? "some" : partner > Near ? "near" : meaning > 0.4f ? "akin" : "far";

        Add("bias");
        Add("overlap", overlap);
        Add("meaning", meaning);
        Add("domain", domain);
        Add("partner", partner);
        Add("near:" + near);
        Add("kinds:" + now.Kind + ">" + before.Kind);
        if (isChange)
        {
            Add("change");
            Add("change " + near);
        }

        if (ends)
        {
            Add("ends");
            Add("ends " + near);
        }

        if (flips)
        {
            Add(later.Stems.IsDenied ? "denies" : "affirms");
            Add((later.Stems.IsDenied ? "denies " : "affirms ") + near);
        }

        if (later.Stems.IsEnd)
        {
            Add("end " + near);
        }

        var sameSubject = now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase);
        Add(sameSubject ? "same subject" : SlotComparison.SameSubject(now, before) ? "like subject" : SlotComparison.IsPartOf(now, before) ? "part" : "other subject");
        AddSlots(now, before, isChange, Add);
        AddTimes(later, earlier, near, Add);
        if (now.Polarity != Polarity.None || before.Polarity != Polarity.None)
        {
            Add("polarity:" + now.Polarity + ">" + before.Polarity);
            Add("polarity " + near + ":" + now.Polarity + ">" + before.Polarity);
        }

        AddNames(now, before, near, Add);
        AddCues(now.Text, near, Add);
        // A feeling follows another without making anything untrue.
        if (Feels(later))
        {
            Add("later feels");
        }

        if (Feels(earlier))
        {
            Add("earlier felt");
        }

        if (later.Stems.CountsAnew(earlier.Stems))
        {
            Add("counts");
        }

        if (later.Stems.Revalues(earlier.Stems))
        {
            Add("revalues");
        }

        if (later.Stems.Substitutes(earlier.Stems))
        {
            Add("substitutes");
        }

        if (HeadOf(later) is { } head && head == HeadOf(earlier))
        {
            Add("same head");
            Add("same head " + near);
        }

        Add("length", Math.Min(later.Stems.Stems.Count, 12) / 6f);
        return features;
    }

    private static void AddSlots(RecordContent now, RecordContent before, bool isChange, Action<string, float> add)
    {
        var mine = ClassOf(now.Slot);
        var theirs = ClassOf(before.Slot);
        if (mine is null && theirs is null)
        {
            add("no slots", 1);
            return;
        }

        if (now.Slot is not null && now.Slot == before.Slot)
        {
            add("same slot", 1);
            add("same slot:" + mine, 1);
            add(now.SlotValue == before.SlotValue ? "same value" : "other value", 1);
            if (isChange)
            {
                add("same slot change", 1);
            }
        }
        else
        {
            add("slots:" + (mine ?? "none") + ">" + (theirs ?? "none"), 1);
        }
    }

    private static void AddTimes(HeldStatement later, HeldStatement earlier, string near, Action<string, float> add)
    {
        var said = later.ValidFrom.DateTime;
        var days = (later.ValidFrom - earlier.ValidFrom).TotalDays;
        add(days < 0.1 ? "at once" : days < 7 ? "within a week" : days < 60 ? "within two months" : "after months", 1);
        if (later.Sources.Exists(earlier.Sources.Contains))
        {
            add("same message", 1);
        }

        var now = later.Content.EventTime;
        var before = earlier.Content.EventTime;
        if (before is { } then)
        {
            var isAhead = then.End > earlier.ValidFrom.DateTime;
            add(isAhead ? then.End > said ? "still ahead" : "was ahead" : "past", 1);
            if (now is { } time)
            {
                var differs = time.Start.Date != then.Start.Date;
                add(differs ? "other date" : "same date", 1);
                add((differs ? "other date " : "same date ") + near, 1);
                if (isAhead && time.End > said)
                {
                    add("both ahead", 1);
                    add("both ahead " + near + (differs ? " differ" : " agree"), 1);
                }
            }
            else
            {
                add("undated after dated", 1);
            }
        }
        else if (now is not null)
        {
            add("dated after undated", 1);
        }
    }

    private static void AddNames(RecordContent now, RecordContent before, string near, Action<string, float> add)
    {
        var mine = now.Entities.Where(entity => !entity.Equals(now.Subject, StringComparison.OrdinalIgnoreCase)).ToList();
        var theirs = before.Entities.Where(entity => !entity.Equals(before.Subject, StringComparison.OrdinalIgnoreCase)).ToList();
        if (mine.Count > 0 && theirs.Count > 0)
        {
            var common = mine.Exists(name => theirs.Contains(name));
            add(common ? "same name" : "other name", 1);
            add((common ? "same name " : "other name ") + near, 1);
        }
    }

    private static void AddCues(string text, string near, Action<string, float> add)
    {
        if (text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'))
        {
            foreach (var cue in ChineseCues)
            {
                if (text.Contains(cue, StringComparison.Ordinal))
                {
                    add("cue:" + cue, 1);
                }
            }

            return;
        }

        foreach (var word in text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            if (Cues.Contains(word))
            {
                add("cue:" + word, 1);
                add("cue:" + word + " " + near, 1);
            }
        }
    }

    // "user's favorite tea" and "plan go" are of one class with other teas and other plans.
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
                return prefix.Trim();
            }
        }

        return slot;
    }

    private static bool Feels(HeldStatement statement) => statement.Stems.Stems.Overlaps(Feelings);

    // What a statement does first: "plays", "drinks", "lives".
    private static string? HeadOf(HeldStatement statement)
    {
        var text = statement.Content.Text;
        var subject = statement.Content.Subject;
        if (text.StartsWith(subject, StringComparison.OrdinalIgnoreCase))
        {
            text = text[subject.Length..];
        }

        var words = text.ToLowerInvariant().Split([' ', ',', '.', ':'], StringSplitOptions.RemoveEmptyEntries);
        var word = words.FirstOrDefault(static word => word is not ("is" or "has" or "was" or "now" or "also" or "just" or "really" or "not" or "does" or "did" or "will" or "'s"));
        return word is null ? null : EnglishStemmer.Stem(word);
    }

    // The nearest pair of words, one of each side, that is not one word.
    public static float BestPartner(HashSet<string> mine, HashSet<string> theirs)
    {
        var lexicon = WordLexicon.Default;
        var best = 0f;
        foreach (var left in mine)
        {
            if (theirs.Contains(left))
            {
                continue;
            }

            var index = lexicon.IndexOf(left);
            if (index < 0)
            {
                continue;
            }

            foreach (var right in theirs)
            {
                var other = mine.Contains(right) ? -1 : lexicon.IndexOf(right);
                if (other >= 0)
                {
                    best = Math.Max(best, lexicon.Similarity(index, other) * MathF.Sqrt(lexicon.Weight(index) * lexicon.Weight(other)));
                }
            }
        }

        return best;
    }

    private static class Profiles
    {
        public static TextProfile Of(HeldStatement statement) => TextProfile.Of(WordLexicon.Default, [.. statement.Stems.Stems]);
    }
}
