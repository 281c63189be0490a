using MemOS.Reading;

namespace MemOS.Consolidation;

/// <summary>What two statements offer to judge by whether the later one makes the earlier one untrue.</summary>
/// <remarks>
/// A feature is a name with a strength. None of them is what a statement is about, so that what was learned of jobs holds for sports:
/// they tell how the two stand to each other, and which words of change the later one has. Most are told twice, alone and with how near
/// the two are to each other.
/// </remarks>
internal static class ChangeFeatures
{
    /// <summary>From which likeness on two words are near to each other.</summary>
    public const float Near = 0.45f;

    private const float Akin = 0.4f;

    // What was read without a grammar that the rules know.
    private const double Loose = 0.5;

    /// <summary>The features of a pair.</summary>
    /// <param name="later">The later statement.</param>
    /// <param name="earlier">The earlier one.</param>
    /// <param name="rivals">All the earlier ones that it might make untrue.</param>
    public static List<KeyValuePair<string, float>> Of(HeldStatement later, HeldStatement earlier, ChangeRivals rivals)
    {
        var features = new Builder(NearnessOf(later, earlier, out var overlap, out var partner, out var meaning, out var domain));
        var now = later.Content;
        var before = earlier.Content;
        features.Add("bias");
        features.Add("overlap", overlap);
        features.Add("meaning", meaning);
        features.Add("domain", domain);
        features.Add("partner", partner);
        features.Add("length", Math.Min(later.Stems.Stems.Count, 12) / 6f);
        features.AddBoth("is");
        features.AddPair("kinds", now.Kind, before.Kind);
        features.Add(now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase) ? "same subject" : SlotComparison.SameSubject(now, before) || SlotComparison.TellsOfNamed(now, before) ? "like subject" : SlotComparison.IsSameThing(now, before) ? "part" : SlotComparison.Names(now.Subject, before) ? "named" : SlotComparison.OwnerOf(now.Subject) == now.Subject ? "owner of thing" : "thing of owner");
        if (later.Draft?.IsChange == true)
        {
            features.AddBoth("changes");
        }

        if (later.Draft?.Ends is not null)
        {
            features.AddBoth("ends");
        }

        if (later.Stems.IsDenied != earlier.Stems.IsDenied)
        {
            features.AddBoth(later.Stems.IsDenied ? "denies" : "affirms");
        }

        if (later.Stems.IsEnd)
        {
            features.AddBoth("is an end");
        }

        if (now.Polarity != Polarity.None || before.Polarity != Polarity.None)
        {
            features.AddPair("polarities", now.Polarity, before.Polarity);
            features.AddNear(now.Polarity == before.Polarity ? "same polarity" : "other polarity");
        }

        if (later.Content.Confidence < Loose)
        {
            features.Add("later loose");
        }

        if (earlier.Content.Confidence < Loose)
        {
            features.Add("earlier loose");
        }

        AddRivals(later, earlier, rivals, partner, meaning, domain, features);
        AddSlots(later, earlier, features);
        AddTimes(later, earlier, features);
        AddSigns(later, earlier, features);
        AddThings(later, earlier, features);
        return features.List;
    }

    private static int NearnessOf(HeldStatement later, HeldStatement earlier, out float overlap, out float partner, out float meaning, out float domain)
    {
        var shared = later.Stems.Core.Count(earlier.Stems.Core.Contains);
        overlap = (float)shared / Math.Max(1, Math.Min(later.Stems.Core.Count, earlier.Stems.Core.Count));
        partner = later.Meaning.BestPartner(earlier.Meaning);
        (meaning, domain) = later.Meaning.Likeness(earlier.Meaning);
        return overlap >= 0.99f ? 0 : shared > 0 ? 1 : partner > Near ? 2 : meaning > Akin ? 3 : 4;
    }

    // What is said now makes untrue the one that is nearest to it, if any.
    private static void AddRivals(HeldStatement later, HeldStatement earlier, ChangeRivals rivals, float partner, float meaning, float domain, Builder features)
    {
        const float Even = 0.001f;
        if (rivals.Count < 2)
        {
            features.AddNear("alone");
            return;
        }

        features.Add("rivals", MathF.Log2(rivals.Count) / 4);
        var shared = later.Stems.Core.Count(earlier.Stems.Core.Contains);
        var isFirst = 0;
        foreach (var (name, mine, best) in (ReadOnlySpan<(string, float, float)>)[("most words", shared, rivals.Shared), ("best partner", partner, rivals.Partner), ("best meaning", meaning, rivals.Meaning), ("best domain", domain, rivals.Domain)])
        {
            if (best > 0 && mine >= best - Even)
            {
                features.Add(name);
                isFirst++;
            }
        }

        features.Add(isFirst switch { 0 => "first in none", 1 => "first in one", 2 => "first in two", 3 => "first in three", _ => "first in all" });
    }

    private static void AddSlots(HeldStatement later, HeldStatement earlier, Builder features)
    {
        var mine = later.Signs.SlotClass;
        var theirs = earlier.Signs.SlotClass;
        if (mine is null && theirs is null)
        {
            features.Add("no slots");
        }
        else if (later.Content.Slot is { } slot && slot == earlier.Content.Slot)
        {
            features.AddNear("same slot");
            features.AddSlots("slot", mine!);
            features.Add(later.Content.SlotValue == earlier.Content.SlotValue ? "same value" : "other value");
        }
        else
        {
            features.AddSlots("slots", mine ?? "none", theirs ?? "none");
        }
    }

    private static void AddTimes(HeldStatement later, HeldStatement earlier, Builder features)
    {
        var days = (later.ValidFrom - earlier.ValidFrom).TotalDays;
        features.Add(days < 0.1 ? "at once" : days < 7 ? "within a week" : days < 60 ? "within two months" : "after months");
        if (earlier.Content.EventTime is not { } then)
        {
            if (later.Content.EventTime is not null)
            {
                features.Add("dated after undated");
            }

            return;
        }

        var isAhead = then.End > earlier.ValidFrom.DateTime;
        var isStillAhead = then.End > later.ValidFrom.DateTime;
        features.Add(!isAhead ? "past" : isStillAhead ? "still ahead" : "was ahead");
        if (later.Content.EventTime is not { } time)
        {
            features.Add("undated after dated");
            return;
        }

        features.AddBoth(time.Start.Date == then.Start.Date ? "same date" : "other date");
        if (isAhead && time.End > later.ValidFrom.DateTime)
        {
            features.AddNear(time.Start.Date == then.Start.Date ? "both ahead on one date" : "both ahead on two dates");
        }
    }

    private static void AddSigns(HeldStatement later, HeldStatement earlier, Builder features)
    {
        var mine = later.Signs;
        var theirs = earlier.Signs;
        if (mine.Names.Count > 0 && theirs.Names.Count > 0)
        {
            features.AddBoth(mine.Names.Any(theirs.Names.Contains) ? "same name" : "other name");
        }

        if (mine.Head is not null && mine.Head == theirs.Head)
        {
            features.AddBoth("same head");
        }

        foreach (var cue in mine.Cues)
        {
            features.AddBoth(cue);
        }

        if (mine.Feels)
        {
            features.Add("later feels");
        }

        if (theirs.Feels)
        {
            features.Add("earlier felt");
        }

        if (later.Stems.CountsAnew(earlier.Stems))
        {
            features.Add("counts anew");
        }

        if (later.Stems.Revalues(earlier.Stems))
        {
            features.Add("revalues");
        }

        if (later.Stems.Substitutes(earlier.Stems))
        {
            features.Add("substitutes");
        }
    }

    // Whether the two tell of one thing: who sells a guitar keeps the cello.
    private static void AddThings(HeldStatement later, HeldStatement earlier, Builder features)
    {
        var sort = later.Draft is { Ends: not null } ? "ends" : later.Stems.IsDenied != earlier.Stems.IsDenied ? "turns" : later.Draft is { IsChange: true } ? "changes" : "tells";
        var mine = later.Thing;
        var theirs = earlier.Thing;
        var shared = later.Stems.Core.Count(stem => stem != later.Signs.Head && earlier.Stems.CountHeld([stem]) > 0);
        features.AddSort("shared", sort, Math.Min(shared, 2) switch { 0 => "none", 1 => "one", _ => "more" });
        var rest = earlier.Stems.Core.Count(stem => stem != earlier.Signs.Head && later.Stems.CountHeld([stem]) == 0);
        features.AddSort("rest", sort, Math.Min(rest, 3) switch { 0 => "none", 1 => "one", 2 => "two", _ => "more" });
        features.AddSort("thing", sort, Relation(mine.Head, later, theirs.Head, earlier));
        if (mine.Owned is not null || theirs.Owned is not null)
        {
            features.AddSort("owned", sort, mine.Owned is null ? earlier.Thing.Owned is { } owned && later.Stems.CountHeld([owned]) > 0 ? "named" : "of earlier" : theirs.Owned is null ? earlier.Stems.CountHeld([mine.Owned]) > 0 ? "told" : "of later" : mine.Owned == theirs.Owned ? "same" : "other");
        }

        if (later.Ended is { Count: > 0 } ended)
        {
            var held = earlier.Stems.CountHeld(ended);
            features.Add(held == ended.Count ? "ended: all" : held > 0 ? "ended: some" : "ended: none");
        }

        if (mine.Head is not null && mine.Head == theirs.Head && mine.Kinds.Count > 0 && theirs.Kinds.Count > 0)
        {
            features.AddSort("kinds", sort, mine.Kinds.Any(theirs.Kinds.Contains) ? "same" : "other");
        }
    }

    private static string Relation(string? mine, HeldStatement later, string? theirs, HeldStatement earlier)
    {
        if (mine is null || theirs is null)
        {
            return mine is null ? theirs is null ? "neither" : "not later" : "not earlier";
        }

        if (mine == theirs)
        {
            return "same";
        }

        var told = earlier.Stems.CountHeld([mine]) > 0;
        var named = later.Stems.CountHeld([theirs]) > 0;
        return told ? named ? "both told" : "told" : named ? "named" : Recall.Lexicon.WordLexicon.Default is var lexicon && lexicon.IndexOf(mine) is >= 0 and var one && lexicon.IndexOf(theirs) is >= 0 and var other && lexicon.Similarity(one, other) > Near ? "near" : "other";
    }

    private sealed class Builder(int nearness)
    {
        private static readonly string[] Nearnesses = ["all", "some", "near", "akin", "far"];

        // Names that are put together of this code's own words are kept: there are few, and pairs without number. What is named by
        // whoever speaks ("favourite tea of gran's") is never kept: it would outlive the memory that it was said to.
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<(string Name, object First, object? Second), string> Joined = [];

        public List<KeyValuePair<string, float>> List { get; } = new(48);

        public void Add(string name, float strength = 1) => List.Add(new(name, strength));

        public void AddPair<T>(string name, T first, T second)
            where T : struct, Enum => Add(JoinOwn(name, first, second));

        public void AddSlots(string name, string first, string? second = null) => Add(Join(name, first, second));

        public void AddSort(string name, string sort, string value) => AddSlots(name, sort, value);

        public void AddNear(string name) => Add(JoinOwn(name, Nearnesses[nearness], null));

        public void AddBoth(string name)
        {
            Add(name);
            AddNear(name);
        }

        private static string JoinOwn(string name, object first, object? second) =>
            Joined.GetOrAdd((name, first, second), static key => Join(key.Name, key.First, key.Second));

        private static string Join(string name, object first, object? second) => $"{name}:{first}>{second}";
    }
}
