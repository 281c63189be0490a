using MemOS.Cubes;
using MemOS.Recall.Packing;
using MemOS.Recall.Past;
using MemOS.Recall.Query;
using MemOS.Recall.Ranking;
using MemOS.Recall.Vectors;
using MemOS.Storage;
using MemOS.Tokens;

namespace MemOS.Recall;

/// <summary>Runs a search: understand the query, ask the channels of each cube, fuse, gate, diversify, pack.</summary>
internal sealed class RecallEngine(IMemoryStore store, MemoryOSOptions options, TextEmbedder? embedder)
{
    private readonly ITokenCounter tokens = options.TokenCounter ?? new EstimatingTokenCounter();
    private readonly RecallWeights weights = options.RecallWeights;

    public async Task<RecallResult> SearchAsync(CubeAccess access, string text, RecallOptions settings, CancellationToken cancellationToken)
    {
        var query = QueryAnalyzer.Analyze(text, settings.AskedAt ?? options.TimeProvider.GetLocalNow());
        if (embedder is not null && !string.IsNullOrWhiteSpace(text))
        {
            query = query with { Vector = await embedder.EmbedQueryAsync(text, cancellationToken).ConfigureAwait(false) };
        }

        var reader = await OpenAsync(access, settings, cancellationToken).ConfigureAwait(false);
        await using var disposal = reader.ConfigureAwait(false);
        var searches = access.Readable.Select(cube => new CubeSearch(reader, cube, query, weights)).ToList();
        var found = new List<Candidate>();
        foreach (var search in searches)
        {
            found.AddRange(await search.RunAsync(cancellationToken).ConfigureAwait(false));
        }

        var views = searches.ConvertAll(static search => search.View);
        var excluded = settings.Exclude.Select(id => id.Value).ToHashSet();
        var cuts = new CutReasons(settings);
        var candidates = found.FindAll(candidate => candidate.Score > 0 && !excluded.Contains(candidate.Evidence.Id));
        if (settings.Kinds is not null || settings.EvidenceKinds is not null)
        {
            var shown = candidates.FindAll(candidate => (settings.Kinds is { } kinds && candidate.ShowAs(kinds)) || settings.EvidenceKinds?.Contains(candidate.Evidence.EvidenceKind) == true);
            cuts.Note(candidates, shown, static _ => "is of another kind than asked for");
            candidates = shown;
        }

        IReadOnlyList<Candidate> ranked = Diversifier.Order(candidates, weights, settings.Limit);
        cuts.NoteOrder(candidates, ranked);
        var gate = new RelevanceGate(query, weights);
        if (settings.Gate)
        {
            var passed = gate.Pass(ranked, views);
            cuts.Note(ranked, passed, _ => gate.Below);
            ranked = passed;
        }

        var sources = await SourcesAsync(reader, ranked, cancellationToken).ConfigureAwait(false);
        var packer = new ResultPacker(tokens, query, weights, settings);
        var packed = packer.Pack(ranked, sources);
        return settings.Explain ? packed with { Explanation = Explain(query, views, gate, cuts.With(packer.Cut)) } : packed;
    }

    private async Task<IRecallReader> OpenAsync(CubeAccess access, RecallOptions settings, CancellationToken cancellationToken)
    {
        if (settings.AsOf is null && settings.ValidAt is null)
        {
            return await store.Recall.OpenAsync(access, cancellationToken).ConfigureAwait(false);
        }

        var records = await PastRecords.LoadAsync(store.Records, access, settings.AsOf, settings.ValidAt, cancellationToken).ConfigureAwait(false);
        return new PastReader(await store.Recall.OpenAsync(access, cancellationToken).ConfigureAwait(false), records, settings.AsOf, settings.ValidAt);
    }

    // A record may rest on messages that are no candidates themselves.
    private static async Task<Dictionary<long, RecallSource>> SourcesAsync(IRecallReader reader, IReadOnlyList<Candidate> ranked, CancellationToken cancellationToken)
    {
        var sources = ranked.ToDictionary(candidate => candidate.Evidence.Id, candidate => SourceOf(candidate.Evidence));
        var missing = ranked.SelectMany(candidate => candidate.Preferred?.Sources ?? []).Where(id => !sources.ContainsKey(id)).ToHashSet();
        if (missing.Count > 0)
        {
            foreach (var document in await reader.DescribeAsync(missing, cancellationToken).ConfigureAwait(false))
            {
                sources[document.Id] = SourceOf(document);
            }
        }

        return sources;
    }

    private static RecallSource SourceOf(RecallDocument evidence) =>
        new(new(evidence.Id), evidence.ExternalId, evidence.SessionName, evidence.Role, evidence.Author, evidence.Time);

    private static RecallExplanation Explain(RecallQuery query, List<CubeView> views, RelevanceGate gate, IReadOnlyList<CutCandidate> cut)
    {
        var understood = new List<string>();
        understood.AddRange(views.SelectMany(static view => view.People).Distinct().Select(name => $"about {name}"));
        understood.AddRange(query.Times.Select(time => $"in {time}"));
        if (query.AsksWhen)
        {
            understood.Add("asks when");
        }

        if (query.AsksAdvice)
        {
            understood.Add("asks for advice");
        }

        return new()
        {
            Terms = query.Terms.Concat(views.SelectMany(static view => view.Lent)).Select(term => KeyValuePair.Create(term.Term, Math.Round(term.Weight, 3))).ToList(),
            Understood = understood,
            Gate = gate.Reason,
            Cut = cut,
        };
    }
}
