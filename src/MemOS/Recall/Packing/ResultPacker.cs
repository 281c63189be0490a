using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall.Query;
using MemOS.Recall.Ranking;
using MemOS.Recall.Words;
using MemOS.Time;
using MemOS.Tokens;

namespace MemOS.Recall.Packing;

/// <summary>Turns ranked candidates into results, and packs them into the budget, best first.</summary>
internal sealed class ResultPacker(ITokenCounter tokens, RecallQuery query)
{
    // A line break and the joining of lines; counting each line alone and adding this errs high, as a budget must.
    private const int LineOverhead = 1;
    private const int SmallestLine = 6;

    private readonly HashSet<string> queryTerms = query.Terms.Select(term => term.Term).ToHashSet(StringComparer.Ordinal);

    public RecallResult Pack(IReadOnlyList<Candidate> ranked, RecallOptions settings, Dictionary<long, RecallSource> sources)
    {
        var all = ranked.Select(candidate => ToItem(candidate, sources)).ToList();
        var items = new List<RecallItem>();
        var lines = new List<PackedLine>();
        var cut = new List<CutCandidate>();
        var headings = new HashSet<string>(StringComparer.Ordinal);
        var used = 0;
        foreach (var (candidate, plain) in ranked.Zip(all).OrderByDescending(pair => pair.First.Score))
        {
            if (settings.BudgetTokens - used < SmallestLine)
            {
                cut.Add(new(plain.Id, plain.Score, "over the budget"));
                continue;
            }

            var text = TimedText.Of(SentenceTrimmer.Trim(plain.Text, queryTerms).ReplaceLineEndings(" "), candidate.Evidence.Time, Relevance);
            var line = $"{candidate.Evidence.Author ?? candidate.Evidence.Role.ToString()}: {text.Text}";
            var heading = ContextFormat.Heading(candidate.Evidence.Time);
            var cost = tokens.Count(line) + LineOverhead + (headings.Contains(heading) ? 0 : tokens.Count(heading) + LineOverhead);
            if (used + cost > settings.BudgetTokens)
            {
                cut.Add(new(plain.Id, plain.Score, $"over the budget: {cost} more tokens, {settings.BudgetTokens - used} left"));
                continue;
            }

            used += cost;
            headings.Add(heading);
            items.Add(plain with { Text = text.Text, EventTime = EventTimeOf(candidate, text), Tokens = cost });
            lines.Add(new(candidate.Evidence.Time, candidate.Evidence.Position, line));
        }

        var context = ContextFormat.Write(lines);
        return new() { Items = items, Ranked = all, Context = context, Tokens = Math.Min(used, tokens.Count(context)), Explanation = Explain(settings, cut) };
    }

    private static RecallItem ToItem(Candidate candidate, Dictionary<long, RecallSource> sources)
    {
        var evidence = candidate.Evidence;
        return new()
        {
            Id = new(evidence.Id),
            Kind = evidence.EvidenceKind == EvidenceKind.Document ? RecallItemKind.Document : RecallItemKind.Message,
            Text = evidence.Text,
            Score = candidate.Score,
            SaidAt = evidence.Time,
            Sources = [sources[evidence.Id]],
            Origin = evidence.Role switch
            {
                EvidenceRole.Assistant => RecordOrigin.Assistant,
                EvidenceRole.Tool => RecordOrigin.Tool,
                _ => evidence.EvidenceKind == EvidenceKind.Document ? RecordOrigin.Document : RecordOrigin.User,
            },
            Channels = candidate.Channels.OrderByDescending(pair => pair.Value).Select(pair => new ChannelScore(pair.Key, Math.Round(pair.Value, 4))).ToList(),
        };
    }

    // The time that a record of the message carries was resolved when it was read; the text's own is the next best.
    private EventTime? EventTimeOf(Candidate candidate, TimedText text) =>
        candidate.Records.Where(record => record.EventTime is not null).MaxBy(record => Relevance(record.Text))?.EventTime
        ?? text.Time ?? TimedText.TimeOf(candidate.Evidence.Text, candidate.Evidence.Time, Relevance);

    private double Relevance(string text) => WordAnalyzer.Terms(text).Distinct(StringComparer.Ordinal).Count(queryTerms.Contains);

    private RecallExplanation? Explain(RecallOptions settings, List<CutCandidate> cut) => !settings.Explain ? null : new()
    {
        Terms = query.Terms.Select(term => KeyValuePair.Create(term.Term, term.Weight)).ToList(),
        Understood = [],
        Gate = "open",
        Cut = cut,
    };
}
