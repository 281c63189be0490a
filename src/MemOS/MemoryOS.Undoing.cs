using MemOS.Cubes;
using MemOS.Reading;

namespace MemOS;

public sealed partial class MemoryOS
{
    private const int MostReplaced = 1000;

    /// <summary>Takes the last change of a record back: what it replaced, or what replaced it, is true again.</summary>
    /// <remarks>
    /// A record that was replaced becomes current, and the record in its place is kept as replaced. A record that replaced others gives
    /// them their place back. A record that was corrected by hand says again what it said before. Nothing is lost: each step is a new
    /// version with its reason, and a second undo takes it back. Forgetting is taken back by <see cref="RestoreAsync(MemoryId, MemoryScope, CancellationToken)"/>.
    /// </remarks>
    /// <param name="id">The record, on either side of the change, such as <c>r1-12</c>.</param>
    /// <param name="scope">Whose memory; the record lies in the scope's home cube or one of its <see cref="MemoryScope.WriteCubes"/>.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <returns>The records that changed, in their new versions; what is true again first.</returns>
    /// <exception cref="MemoryConflictException">There is nothing to take back; nothing is changed.</exception>
    /// <exception cref="MemoryNotFoundException">The record is unknown, forgotten, erased or not visible to the scope; nothing is changed.</exception>
    /// <exception cref="MemoryAccessException">The record lies in a cube that the scope may only read; nothing is changed.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written; nothing is changed.</exception>
    public async Task<IReadOnlyList<MemoryRecord>> UndoAsync(MemoryId id, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var record = await FindChangeableAsync(access, id, cancellationToken).ConfigureAwait(false);
        var changes = await PlanUndoAsync(access, record, cancellationToken).ConfigureAwait(false);
        if (changes.Count == 0)
        {
            throw new MemoryConflictException($"There is nothing to undo for {id}: nothing replaced it, it replaced nothing, and it was never corrected. See its versions with: memos history {id}");
        }

        using var activity = MemOSTelemetry.Start(MemOSTelemetry.UpdateMemory);
        var writing = WritingIn(access, id.Cube);
        await Store.Records.ApplyAsync(writing, changes, [], cancellationToken).ConfigureAwait(false);
        return await Store.Records.GetAsync(writing, [.. changes.Select(ChangedBy).Distinct()], CancellationToken.None).ConfigureAwait(false);
    }

    // What is taken back ends where the other begins, or was never true.
    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private static MemoryId ChangedBy(RecordChange change) => change switch
    {
        RecordChange.Reinstate reinstate => reinstate.Id,
        RecordChange.Retire retire => retire.Id,
        RecordChange.Revise revise => revise.Id,
        _ => throw new InvalidOperationException($"An undo makes no {change.GetType().Name}."),
    };

    private async Task<IReadOnlyList<RecordChange>> PlanUndoAsync(CubeAccess access, MemoryRecord record, CancellationToken cancellationToken)
    {
        if (record.State == RecordState.Superseded)
        {
            var changes = new List<RecordChange> { new RecordChange.Reinstate(record.Id, "undone") };
            if (record.SupersededBy is { } next && await Store.Records.GetAsync(access, [next], cancellationToken).ConfigureAwait(false) is [{ State: RecordState.Current } successor])
            {
                changes.Add(new RecordChange.Retire(next, Later(successor.ValidFrom, record.ValidFrom), "undone") { By = record.Id });
            }

            return changes;
        }

        var replaced = await Store.Records.ListAsync(access, new() { State = RecordState.Superseded, SupersededBy = record.Id, Limit = MostReplaced }, cancellationToken).ConfigureAwait(false);
        if (replaced.Count > 0)
        {
            return [.. replaced.Select(before => new RecordChange.Reinstate(before.Id, "undone")), new RecordChange.Retire(record.Id, Later(record.ValidFrom, replaced.Min(before => before.ValidFrom)), "undone") { By = replaced[0].Id }];
        }

        var versions = await Store.Records.HistoryAsync(access, record.Id, cancellationToken).ConfigureAwait(false);
        return versions.LastOrDefault(version => version.Text != record.Text || version.Subject != record.Subject || version.Kind != record.Kind) is { } earlier ? [new RecordChange.Revise(record.Id, earlier, [], "undone")] : [];
    }
}
