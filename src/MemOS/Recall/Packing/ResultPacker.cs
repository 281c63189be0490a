using System.Runtime.InteropServices;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall.Notes;
using MemOS.Recall.Query;
using MemOS.Recall.Ranking;
using MemOS.Tokens;

namespace MemOS.Recall.Packing;

/// <summary>Turns ranked candidates into results, and packs them into the budget, best first.</summary>
internal sealed class ResultPacker(ITokenCounter tokens, RecallQuery query, RecallWeights weights, RecallOptions settings)
{
    // A line break and the joining of lines; counting each line alone and adding this errs high, as a budget must.
    private const int LineOverhead = 1;
    private const int SmallestLine = 6;
    private const double CharactersOfToken = 4;
    private const double Frame = 6;

    private readonly CandidateRenderer renderer = new(tokens, query, settings.BudgetTokens);
    private readonly HashSet<string> headings = new(StringComparer.Ordinal);
    private readonly Dictionary<DateTime, string?> days = [];
    private readonly List<PackedLine> lines = [];
    private readonly List<CutCandidate> cut = [];
    private int used;

    /// <summary>What was ranked and not packed, best first, for a search that is asked to explain itself; empty otherwise.</summary>
    public IReadOnlyList<CutCandidate> Cut => cut;

    /// <summary>Packs.</summary>
    /// <param name="ranked">The candidates as results are shown: varied first.</param>
    /// <param name="sources">The evidence behind them.</param>
    public RecallResult Pack(IReadOnlyList<Candidate> ranked, IReadOnlyDictionary<long, RecallSource> sources)
    {
        var all = ranked.Select(candidate => ToItem(candidate, sources)).ToList();
        var waiting = ranked.Zip(all).OrderByDescending(pair => WorthOf(pair.First)).ToList();
        var items = new List<RecallItem>();
        string context;
        bool isMore;
        do
        {
            var before = items.Count;
            cut.Clear();
            var left = new List<(Candidate Candidate, RecallItem Item)>();
            foreach (var (candidate, item) in waiting)
            {
                if (TryPack(candidate, item) is { } packed)
                {
                    items.Add(packed);
                }
                else
                {
                    left.Add((candidate, item));
                }
            }

            // Lines counted one by one cost more than the text that they make: what that leaves is filled, too.
            context = ContextFormat.Write(lines);
            used = Math.Min(used, tokens.Count(context));
            waiting = left;
            isMore = items.Count > before && left.Count > 0 && settings.BudgetTokens - used >= SmallestLine;
        }
        while (isMore);

        return new() { Items = [.. items.OrderByDescending(item => item.Score)], Ranked = all, Context = context, Tokens = used };
    }

    // A long line must be worth more than the several short ones that its place could hold.
    private double WorthOf(Candidate candidate)
    {
        var length = candidate.Preferred?.Text.Length ?? candidate.Evidence.Text.Length;
        return candidate.Score / Math.Pow((Math.Min(length, settings.BudgetTokens) / CharactersOfToken) + Frame, weights.Price);
    }

    private RecallItem? TryPack(Candidate candidate, RecallItem item)
    {
        if (candidate.Preferred is null && SaysNothing(candidate.Evidence.Notes.Sentences))
        {
            return Leave(item, "says nothing on its own");
        }

        if (settings.BudgetTokens - used < SmallestLine)
        {
            return Leave(item, "the budget is used up");
        }

        var isStanding = candidate.Preferred is { Kind: not MemoryKind.Event };
        var heading = isStanding ? ContextFormat.Standing : HeadingOf(candidate.Evidence.Time);
        var frame = LineOverhead + (headings.Contains(heading) ? 0 : tokens.Count(heading) + LineOverhead);
        var line = renderer.Render(candidate, settings.BudgetTokens - used - frame, out var length);
        var cost = length + frame;
        if (line is not { } rendered || used + cost > settings.BudgetTokens)
        {
            return Leave(item, settings.Explain ? $"over the budget: it costs {cost} tokens, {settings.BudgetTokens - used} are left" : "");
        }

        used += cost;
        headings.Add(heading);
        lines.Add(new(heading, isStanding ? DateTimeOffset.MinValue : candidate.Evidence.Time, candidate.Evidence.Position, rendered.Line));
        return item with { Text = rendered.Text, EventTime = rendered.EventTime, Tokens = cost };
    }

    // A candidate is looked at again in each round, and many share a day.
    private string HeadingOf(DateTimeOffset time)
    {
        ref var heading = ref CollectionsMarshal.GetValueRefOrAddDefault(days, time.Date, out _);
        return heading ??= ContextFormat.Heading(time);
    }

    private RecallItem? Leave(RecallItem item, string reason)
    {
        if (settings.Explain)
        {
            cut.Add(new(item.Id, item.Score, reason));
        }

        return null;
    }

    // "Hey Mel!" beside a good answer is no answer.
    private static bool SaysNothing(SentenceNotes sentences)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            if (!sentences.IsCheer(i))
            {
                return false;
            }
        }

        return true;
    }

    private RecallItem ToItem(Candidate candidate, IReadOnlyDictionary<long, RecallSource> sources)
    {
        var evidence = candidate.Evidence;
        var ids = candidate.Preferred?.Sources ?? [evidence.Id];
        return new()
        {
            Id = new(candidate.Preferred?.Id ?? evidence.Id),
            Kind = KindOf(candidate),
            Text = evidence.Text,
            Score = candidate.Score,
            SaidAt = evidence.Time,
            Sources = ids.Where(sources.ContainsKey).Select(id => sources[id]).ToList(),
            Origin = candidate.Preferred?.Origin ?? OriginOf(evidence),
            Channels = candidate.Channels.OrderByDescending(pair => pair.Value).Select(pair => new ChannelScore(pair.Key, Math.Round(pair.Value, 4), settings.Explain ? ChannelReasons.Of(pair.Key, candidate, query) : null)).ToList(),
        };
    }

    private static RecallItemKind KindOf(Candidate candidate) => candidate.Preferred?.Kind switch
    {
        MemoryKind.Preference => RecallItemKind.Preference,
        MemoryKind.Instruction => RecallItemKind.Instruction,
        MemoryKind.Fact => RecallItemKind.Fact,
        MemoryKind.Event => RecallItemKind.Event,
        MemoryKind.Profile => RecallItemKind.Profile,
        MemoryKind.Procedure => RecallItemKind.Procedure,
        _ => candidate.Evidence.EvidenceKind == EvidenceKind.Document ? RecallItemKind.Document : RecallItemKind.Message,
    };

    private static RecordOrigin OriginOf(RecallDocument evidence) => evidence.Role switch
    {
        EvidenceRole.Assistant => RecordOrigin.Assistant,
        EvidenceRole.Tool => RecordOrigin.Tool,
        _ => evidence.EvidenceKind == EvidenceKind.Document ? RecordOrigin.Document : RecordOrigin.User,
    };
}
