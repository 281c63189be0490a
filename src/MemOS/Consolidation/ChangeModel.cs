using MemOS.Learning;
using MemOS.Reading;

namespace MemOS.Consolidation;

/// <summary>Judges by learned weights whether a later statement makes an earlier one untrue, where no rule says so.</summary>
/// <remarks>Learned by <c>eng/judges</c> from conversations written for this repository, which say what stays true. See docs/decisions/judges.md.</remarks>
internal static class ChangeModel
{
    // A true statement that is taken for untrue costs more than an untrue one that is kept beside the true one.
    private const double Least = 0.5;

    // Of so many messages one is to be expected that looks as if it changed something.
    private const double Few = 10;

    private static readonly TimeSpan OneTalk = TimeSpan.FromHours(2);

    // What hardly any pair reaches; and what a pair without a sign in the later statement hardly ever reaches.
    private const double MostAsked = 0.995;
    private const double Reachable = 0.9;

    // How much commoner additions are than among the examples.
    private const double Additions = 5;

    private static readonly Lazy<LinearModel> Model = new(static () => LinearModel.Embedded("MemOS.Consolidation.changes.bin"));

    /// <summary>How likely the later statement makes the earlier one untrue, from 0 to 1.</summary>
    /// <param name="later">The later statement.</param>
    /// <param name="earlier">The earlier one.</param>
    /// <param name="rivals">All the earlier ones that it might make untrue.</param>
    public static double Judge(HeldStatement later, HeldStatement earlier, ChangeRivals rivals) => AmongAdditions(Model.Value.Judge(ChangeFeatures.Of(later, earlier, rivals))[1], later);

    // "I speak German" after "I speak French": without a sign of change people mostly add, far more often than the examples do.
    private static double AmongAdditions(double sure, HeldStatement later) => HasOwnSign(later) ? sure : sure / (sure + (Additions * (1 - sure)));

    /// <summary>How sure the judge must be: the more was told, the more there is that only looks like what is said now.</summary>
    /// <param name="messages">How many messages the cube holds.</param>
    public static double LeastOf(int messages)
    {
        var odds = Least / (1 - Least) * Math.Max(1, messages / Few);
        return odds / (1 + odds);
    }

    /// <summary>Whether a statement is one to hold against earlier ones at all: where much was told, only one that has a sign of change itself can be as sure as is asked.</summary>
    public static bool MayJudge(HeldStatement later, double least) =>
        least <= MostAsked && (least <= Reachable || HasOwnSign(later));

    /// <summary>Whether a pair is one to judge: of one owner, with a sign of change, and the earlier one not a thing that happened and stays so.</summary>
    /// <remarks>The signs cost little, and spare the judging of most of what people say.</remarks>
    public static bool MayJudge(HeldStatement later, HeldStatement earlier) =>
        (later.Content.Kind == MemoryKind.Instruction) == (earlier.Content.Kind == MemoryKind.Instruction) &&
        (later.Content.Kind != MemoryKind.Instruction || HasOwnSign(later)) &&
        (earlier.Content.Kind is not (MemoryKind.Preference or MemoryKind.Event) || HasOwnSign(later)) &&
        !(earlier.Content.Kind == MemoryKind.Preference && !ImpliedPreference.Is(earlier.Content) && (later.Content.Kind == MemoryKind.Event && later.Draft is not { IsChange: true } || ImpliedPreference.Is(later.Content))) &&
        (earlier.Content.Kind is MemoryKind.Preference or MemoryKind.Instruction || ConsolidationPlan.IsEndable(earlier) || later.Draft is { IsCorrection: true }) &&
        !later.SharesSource(earlier) &&
        !(earlier.Content is { Kind: MemoryKind.Event, EventTime: { } past } && past.End <= later.ValidFrom.DateTime && later.Content.EventTime is null) &&
        (TellsChange(later) || (later.ValidFrom - earlier.ValidFrom).Duration() >= OneTalk) &&
        IsOfOneSubject(later, earlier) &&
        !ChineseNews.AreApart(later, earlier) &&
        HasSign(later, earlier) &&
        (!later.Stems.IsDenied || TellsChange(later) || SharesThing(later, earlier)) &&
        (later.Ended is not { Count: > 0 } ended || earlier.Stems.CountHeld(ThingsOf(ended, later)) > 0) &&
        (earlier.Content.Kind is not (MemoryKind.Preference or MemoryKind.Instruction) || IsNear(later, earlier)) &&
        !(later.Draft is { Ends: null } && Coexistence.IsOfOtherAttribute(later, earlier)) &&
        !Coexistence.IsPlain(later, earlier);

    // "Theo has moved to Bristol" is news of "Theo plays the piano for us"; "we'll be rehearsing on Thursdays" of "our choir rehearses on Mondays".
    private static bool IsOfOneSubject(HeldStatement later, HeldStatement earlier) =>
        SlotComparison.SameSubject(later.Content, earlier.Content) || SlotComparison.IsSameThing(later.Content, earlier.Content) || SlotComparison.TellsOfNamed(later.Content, earlier.Content) ||
        (SlotComparison.IsOwnersThing(later.Content, earlier.Content) && (HasOwnSign(later) || later.Stems.Core.Overlaps(earlier.Stems.Core))) ||
        (HasOwnSign(later) && SlotComparison.Names(later.Content.Subject, earlier.Content));

    // What somebody does makes no untrue what they said they like, nor what they did before.
    private static bool HasOwnSign(HeldStatement later) => TellsChange(later) || later.Stems.IsDenied;

    // Of what is told in one talk nothing has changed meanwhile, unless the words say so.
    private static bool TellsChange(HeldStatement later) => later.Draft is { IsChange: true } or { Ends: not null } or { IsCorrection: true };

    // The savings account at Nordea is no mortgage at Nordea: with whom something was tells less than what it was.
    private static IEnumerable<string> ThingsOf(HashSet<string> ended, HeldStatement later)
    {
        var names = later.Signs.Names.SelectMany(Recall.Words.WordAnalyzer.Terms).ToHashSet(StringComparer.Ordinal);
        return later.Draft is { IsChange: true } || ended.IsSubsetOf(names) ? ended : ended.Except(names);
    }

    // "I don't have a dog" says nothing of the cat: more than the verb has to be the same.
    private static bool SharesThing(HeldStatement later, HeldStatement earlier) =>
        later.Stems.Core.Any(stem => stem != later.Signs.Head && stem != earlier.Signs.Head && earlier.Stems.Core.Contains(stem));

    // A taste or a wish is ended by news of the same thing, and by no other news.
    private static bool IsNear(HeldStatement later, HeldStatement earlier) =>
        (later.Content.Slot is not null && later.Content.Slot == earlier.Content.Slot) || later.Stems.Core.Overlaps(earlier.Stems.Core) || later.Meaning.BestPartner(earlier.Meaning) > ChangeFeatures.Near;

    private static bool HasSign(HeldStatement later, HeldStatement earlier) =>
        later.Draft is { IsChange: true } or { Ends: not null } || later.Stems.IsDenied != earlier.Stems.IsDenied ||
        (later.Content.EventTime is not null && earlier.Content.EventTime is not null) || IsNear(later, earlier);
}
