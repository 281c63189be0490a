using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Recall;

namespace MemOS.Consolidation;

/// <summary>Turns down what a message is read to say once more where it was corrected or replaced since.</summary>
/// <remarks>
/// A model reads messages that the rules have read long before, when a later message, or a person by hand, may have put them right. Only
/// the message that told what was replaced is held to it: the same said again in a later message is news. Where the store keeps by
/// hash what was corrected, this compares what is meant, for a model says it in other words.
/// </remarks>
/// <param name="records">Where records and their versions are.</param>
/// <param name="index">Where it is known what a message's statements were replaced by.</param>
internal sealed class ReplacedStatements(IRecordStore records, IRecallIndex index)
{
    /// <summary>The statements without those that are not so any more.</summary>
    /// <param name="access">The cube that is written to.</param>
    /// <param name="drafts">What a model read.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public async Task<IReadOnlyList<RecordDraft>> WithoutAsync(CubeAccess access, IReadOnlyList<RecordDraft> drafts, CancellationToken cancellationToken)
    {
        if (drafts.Count == 0)
        {
            return drafts;
        }

        var messages = drafts.Select(draft => draft.Sources[0].Value).Distinct().ToList();
        var known = (await BySuccessorAsync(access, messages, cancellationToken).ConfigureAwait(false)).Concat(await ByHandAsync(access, messages, cancellationToken).ConfigureAwait(false)).ToLookup(static pair => pair.Evidence, static pair => pair.Statement);
        return known.Count == 0 ? drafts : [.. drafts.Where(draft => new HeldStatement(draft, default) is var said && !known[draft.Sources[0].Value].Any(statement => statement.IsSaidBy(said)))];
    }

    private async Task<IEnumerable<(long Evidence, ReplacedStatement Statement)>> BySuccessorAsync(CubeAccess access, List<long> messages, CancellationToken cancellationToken)
    {
        var reader = await index.OpenAsync(access, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SupersededStatement> found;
        await using (reader.ConfigureAwait(false))
        {
            found = await reader.GetSupersededAsync(messages, cancellationToken).ConfigureAwait(false);
        }

        var before = await RecordsAsync(access, found.Select(static statement => new MemoryId(statement.Record)), cancellationToken).ConfigureAwait(false);
        var after = await RecordsAsync(access, before.Values.Select(static record => record.SupersededBy).OfType<MemoryId>(), cancellationToken).ConfigureAwait(false);
        return found.Where(statement => before.ContainsKey(new(statement.Record))).Select(statement => (statement.Evidence, Of(before[new(statement.Record)])));

        ReplacedStatement Of(MemoryRecord record) => new(record, record.SupersededBy is { } next ? after.GetValueOrDefault(next) : null);
    }

    // A record that is corrected by hand stays the same record: what was wrong is an earlier version.
    private async Task<List<(long Evidence, ReplacedStatement Statement)>> ByHandAsync(CubeAccess access, List<long> messages, CancellationToken cancellationToken)
    {
        var reader = await index.OpenAsync(access, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<(long Evidence, long Record)> derived;
        await using (reader.ConfigureAwait(false))
        {
            derived = await reader.GetDerivedAsync(messages, cancellationToken).ConfigureAwait(false);
        }

        var found = new List<(long, ReplacedStatement)>();
        var current = await RecordsAsync(access, derived.Select(static pair => new MemoryId(pair.Record)), cancellationToken).ConfigureAwait(false);
        foreach (var record in current.Values.Where(static record => record.Version > 1))
        {
            var versions = await records.HistoryAsync(access, record.Id, cancellationToken).ConfigureAwait(false);
            foreach (var earlier in versions.Where(version => version.Text != record.Text).DistinctBy(static version => version.Text))
            {
                found.AddRange(derived.Where(pair => pair.Record == record.Id.Value).Select(pair => (pair.Evidence, new ReplacedStatement(earlier, record))));
            }
        }

        return found;
    }

    private async Task<Dictionary<MemoryId, MemoryRecord>> RecordsAsync(CubeAccess access, IEnumerable<MemoryId> ids, CancellationToken cancellationToken) =>
        ids.Where(id => id.Cube == access.Home).Distinct().ToList() is { Count: > 0 } own ? (await records.GetAsync(access, own, cancellationToken).ConfigureAwait(false)).ToDictionary(static record => record.Id) : [];
}
