using MemOS.Cubes;
using MemOS.Recall.Packing;
using MemOS.Recall.Query;
using MemOS.Recall.Ranking;
using MemOS.Storage;
using MemOS.Tokens;

namespace MemOS.Recall;

/// <summary>Runs a search: understand the query, ask the channels of each cube, fuse, gate, diversify, pack.</summary>
internal sealed class RecallEngine(IMemoryStore store, MemoryOSOptions options)
{
    private readonly ITokenCounter tokens = options.TokenCounter ?? new EstimatingTokenCounter();

    public async Task<RecallResult> SearchAsync(CubeAccess access, string text, RecallOptions settings, CancellationToken cancellationToken)
    {
        var query = QueryAnalyzer.Analyze(text, settings.AskedAt ?? options.TimeProvider.GetLocalNow());
        var reader = await store.Recall.OpenAsync(access, cancellationToken).ConfigureAwait(false);
        await using var disposal = reader.ConfigureAwait(false);
        var found = new List<Candidate>();
        foreach (var cube in access.Readable)
        {
            found.AddRange(await new CubeSearch(reader, cube, query, RecallWeights.Default).RunAsync(cancellationToken).ConfigureAwait(false));
        }

        var excluded = settings.Exclude.Select(id => id.Value).ToHashSet();
        var ranked = Diversifier.Order(found.Where(candidate => candidate.Score > 0 && !excluded.Contains(candidate.Evidence.Id)), RecallWeights.Default, settings.Limit);
        var sources = ranked.ToDictionary(candidate => candidate.Evidence.Id, candidate => SourceOf(candidate.Evidence));
        return new ResultPacker(tokens, query).Pack(ranked, settings, sources);
    }

    private static RecallSource SourceOf(RecallDocument evidence) =>
        new(new(evidence.Id), evidence.ExternalId, evidence.SessionName, evidence.Role, evidence.Author, evidence.Time);
}
