using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Sqlite.Cubes;
using MemOS.Sqlite.Governance;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Reading;

/// <summary>Applies changes to the records of one cube inside a transaction of the writer.</summary>
internal sealed class RecordChanges(Connection connection, CubeAccess access, SqliteStoreOptions options)
{
    private readonly DateTimeOffset now = options.TimeProvider.GetUtcNow();
    private readonly Tombstones tombstones = new(connection, options);
    private readonly List<MemoryId> inserted = [];

    /// <summary>Applies the changes in order.</summary>
    /// <returns>The ids of inserted records.</returns>
    public IReadOnlyList<MemoryId> Apply(IReadOnlyList<RecordChange> changes)
    {
        foreach (var change in changes)
        {
            switch (change)
            {
                case RecordChange.Insert insert:
                    inserted.Add(Insert(insert));
                    break;
                case RecordChange.Strengthen strengthen:
                    Strengthen(strengthen);
                    break;
                case RecordChange.Retire retire:
                    Retire(retire);
                    break;
                case RecordChange.Reinstate reinstate:
                    Reinstate(reinstate);
                    break;
                case RecordChange.Revise revise:
                    Revise(revise);
                    break;
                default:
                    throw new ArgumentException($"The store does not know a change of type {change?.GetType().Name ?? "null"}.", nameof(changes));
            }
        }

        return inserted;
    }

    private MemoryId Insert(RecordChange.Insert insert)
    {
        RecordSources.Check(connection, access, insert.Draft.Sources);
        if (!MayLearn(insert.Draft))
        {
            return default;
        }

        var id = Sequences.Take(connection, access.Home, MemoryItemKind.Record, 1);
        var record = new MemoryRecord
        {
            Id = id,
            Kind = insert.Draft.Kind,
            Text = insert.Draft.Text,
            Subject = insert.Draft.Subject,
            Sources = insert.Draft.Sources,
            RecordedAt = now,
            ValidFrom = insert.ValidFrom,
            ValidTo = insert.ValidTo,
            State = insert.ValidTo is null ? RecordState.Current : RecordState.Superseded,
            Reason = insert.Reason,
        };
        RecordTable.Add(connection, WithContent(record, insert.Draft));
        RecordSources.Append(connection, id, insert.Draft.Sources, 1);
        foreach (var superseded in insert.Supersedes.Concat(insert.SupersedesInserts.Select(index => inserted[index]).Where(earlier => earlier != default)))
        {
            var (before, length) = Find(superseded);
            if (insert.Draft.IsCorrection)
            {
                Reject(before);
            }

            if (before.State == RecordState.Current)
            {
                RecordTable.Change(connection, before, length, before with
                {
                    State = RecordState.Superseded,
                    ValidTo = insert.ValidFrom,
                    SupersededBy = id,
                    RecordedAt = now,
                    Reason = insert.Reason,
                });
            }
        }

        return id;
    }

    private void Strengthen(RecordChange.Strengthen change)
    {
        RecordSources.CheckKnown(connection, access, change.Sources);
        var (before, length) = Find(change.Id);
        var added = RecordSources.Append(connection, change.Id, change.Sources, before.Version + 1);
        if (added > 0 || change.Confidence != before.Confidence)
        {
            RecordTable.Change(connection, before, length, before with { Confidence = change.Confidence, RecordedAt = now, Reason = change.Reason });
        }
    }

    private void Retire(RecordChange.Retire change)
    {
        var (before, length) = Find(change.Id);
        RecordTable.Change(connection, before, length, before with
        {
            State = RecordState.Superseded,
            ValidTo = change.At,
            SupersededBy = change.By,
            RecordedAt = now,
            Reason = change.Reason,
        });
    }

    private void Reinstate(RecordChange.Reinstate change)
    {
        var (before, length) = Find(change.Id);
        if (before.State == RecordState.Superseded)
        {
            foreach (var source in SourcesOf(change.Id))
            {
                tombstones.LiftRejected(access.Home, before, source);
            }

            RecordTable.Change(connection, before, length, before with { State = RecordState.Current, ValidTo = null, SupersededBy = null, RecordedAt = now, Reason = change.Reason });
        }
    }

    private void Revise(RecordChange.Revise change)
    {
        RecordSources.CheckKnown(connection, access, change.Sources);
        var (before, length) = Find(change.Id);
        tombstones.Lift(access.Home, change.Content);
        RecordSources.Prepend(connection, change.Id, change.Sources, before.Version + 1);
        RecordTable.Change(connection, before, length, WithContent(before, change.Content) with
        {
            State = RecordState.Current,
            ValidTo = null,
            SupersededBy = null,
            RecordedAt = now,
            Reason = change.Reason,
        });
    }

    // What was erased is not learned again, unless somebody adds it by hand.
    private bool MayLearn(RecordDraft draft)
    {
        if (!tombstones.HasAny(access.Home))
        {
            return true;
        }

        if (!tombstones.HasRecord(access.Home, draft))
        {
            return draft.IsCorrection || !tombstones.HasRejected(access.Home, draft, draft.Sources[0]);
        }

        if (draft.Origin != RecordOrigin.Manual)
        {
            return false;
        }

        tombstones.Lift(access.Home, draft);
        return true;
    }

    // What was corrected is not learned again from the message that had it wrong.
    private void Reject(MemoryRecord record)
    {
        foreach (var source in SourcesOf(record.Id))
        {
            tombstones.AddRejected(access.Home, record, source);
        }
    }

    private IEnumerable<MemoryId> SourcesOf(MemoryId record) =>
        RecordSources.Load(connection, JsonList.Of([record]), [record.Cube]).TryGetValue(record.Value, out var sources) ? sources.Select(static source => source.Evidence).ToList() : [];

    private (MemoryRecord Record, int Length) Find(MemoryId id)
    {
        if (id.Cube == access.Home && id.Kind == MemoryItemKind.Record && RecordTable.Find(connection, id) is { } found)
        {
            return found;
        }

        throw new MemoryNotFoundException($"There is no record {id} in this cube. List the records to see their ids.");
    }

    private static MemoryRecord WithContent(MemoryRecord record, RecordContent content) => record with
    {
        Kind = content.Kind,
        Text = content.Text,
        Subject = content.Subject,
        Entities = content.Entities,
        EventTime = content.EventTime,
        Confidence = content.Confidence,
        Origin = content.Origin,
        Slot = content.Slot,
        SlotValue = content.SlotValue,
        Polarity = content.Polarity,
        Topic = content.Topic,
    };
}
