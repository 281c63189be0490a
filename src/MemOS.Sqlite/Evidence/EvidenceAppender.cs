using System.Buffers.Binary;
using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Recall.Words;
using MemOS.Scheduling;
using MemOS.Sqlite.Cubes;
using MemOS.Sqlite.Governance;
using MemOS.Sqlite.Recall;
using MemOS.Sqlite.Scheduling;
using MemOS.Sqlite.Storage;
using MemOS.Sqlite.Tokens;

namespace MemOS.Sqlite.Evidence;

/// <summary>One append: what can be computed is computed before the writer's turn, and the writer only writes.</summary>
internal sealed class EvidenceAppender
{
    private const int HashSize = 16;

    private const string FindExternal = "SELECT id, hash, state FROM evidence WHERE session = ?1 AND external_id = ?2";

    private const string Insert = """
        INSERT INTO evidence (id, session, position, kind, role, state, time, offset, length, hash, external_id, author, agent,
            text, tool_calls, tool_results, partial, document, recorded_at)
        VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
        """;

    private const string InsertLink = """
        INSERT INTO evidence (id, session, position, kind, role, state, time, offset, length, origin, recorded_at)
        VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8, ?9, ?10)
        """;

    private const string InsertPlace = """
        INSERT INTO evidence (id, session, position, kind, role, state, time, offset, length, hash) VALUES (?1, ?2, ?3, ?4, ?5, 4, 0, 0, 0, ?6)
        """;

    private readonly CubeAccess access;
    private readonly EvidenceBatch batch;
    private readonly SqliteStoreOptions options;
    private readonly AnalyzedWords[] words;
    private readonly byte[][] hashes;

    public EvidenceAppender(CubeAccess access, EvidenceBatch batch, SqliteStoreOptions options)
    {
        this.access = access;
        this.batch = batch;
        this.options = options;
        words = [.. batch.Items.Select(static item => WordAnalyzer.Analyze(item.Text, item.Author))];
        hashes = [.. batch.Items.Select(static item => Bytes(ContentHash.Of(item)))];
    }

    private string SessionName => batch.Session ?? "";

    /// <summary>Writes the batch.</summary>
    public IReadOnlyList<AppendedEvidence> Run(Connection connection)
    {
        var now = options.TimeProvider.GetUtcNow();
        var session = SessionTable.GetNumber(connection, access.Home, batch.Session);
        Branches.Abandon(connection, access, batch.Abandon, now);
        var appended = new AppendedEvidence[batch.Items.Count];
        var fresh = FindFresh(connection, session, appended);
        if (fresh.Count > 0)
        {
            var first = WriteItems(connection, session, fresh, appended, now.UtcTicks);
            Queue(connection, session, first, fresh.Count, now.UtcTicks);
            foreach (var cube in access.Writable.Skip(1))
            {
                WriteLinks(connection, cube, appended, now.UtcTicks);
            }
        }

        if (batch.Cost is { } cost)
        {
            LedgerTable.Add(connection, access.Home, cost);
        }

        Resolve(appended);
        return appended;
    }

    /// <summary>A hash as it is stored.</summary>
    public static byte[] Bytes(ContentHash hash)
    {
        var bytes = new byte[HashSize];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, hash.High);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), hash.Low);
        return bytes;
    }

    // Positions in the batch of the items to write. A repeated external id of the batch points to its first item by a negative number.
    private List<Fresh> FindFresh(Connection connection, long session, AppendedEvidence[] appended)
    {
        var erased = new Tombstones(connection, options);
        var hasErased = erased.HasAny(access.Home);
        var fresh = new List<Fresh>(batch.Items.Count);
        Dictionary<string, int>? seen = null;
        for (var i = 0; i < batch.Items.Count; i++)
        {
            if (batch.Items[i].ExternalId is not { } external)
            {
                fresh.Add(new(i, hasErased && erased.HasContent(access.Home, SessionName, hashes[i])));
                continue;
            }

            seen ??= new(StringComparer.Ordinal);
            if (!seen.TryAdd(external, i))
            {
                CheckSame(external, hashes[seen[external]], hashes[i]);
                appended[i] = new(new(-1 - seen[external]), false);
                continue;
            }

            if (FindKnown(connection, session, external, hashes[i]) is { } known)
            {
                appended[i] = new(known, false);
                continue;
            }

            var place = hasErased ? erased.FindExternal(access.Home, SessionName, external) : null;
            if (place > 0)
            {
                appended[i] = new(new(place.Value), false);
                continue;
            }

            fresh.Add(new(i, place is not null));
        }

        return fresh;
    }

    private MemoryId? FindKnown(Connection connection, long session, string external, byte[] hash)
    {
        using var known = connection.Prepare(FindExternal).Bind(session).Bind(external);
        if (!known.Step())
        {
            return null;
        }

        CheckSame(external, known.Blob(1), hash);
        return new(known.Int64(0));
    }

    private static void Resolve(AppendedEvidence[] appended)
    {
        for (var i = 0; i < appended.Length; i++)
        {
            if (appended[i].Id.Value < 0)
            {
                appended[i] = appended[i] with { Id = appended[-1 - (int)appended[i].Id.Value].Id };
            }
        }
    }

    private void CheckSame(string external, ReadOnlySpan<byte> known, ReadOnlySpan<byte> given)
    {
        if (!known.SequenceEqual(given))
        {
            throw new MemoryConflictException(
                $"Message \"{external}\" of session \"{batch.Session}\" is known with another content; nothing of the call was recorded. Give the changed message a new id.");
        }
    }

    private MemoryId WriteItems(Connection connection, long session, List<Fresh> fresh, AppendedEvidence[] appended, long now)
    {
        var first = Sequences.Take(connection, access.Home, MemoryItemKind.Evidence, fresh.Count);
        var position = SessionTable.Take(connection, session, fresh.Count);
        var terms = 0L;
        var indexed = 0;
        for (var i = 0; i < fresh.Count; i++)
        {
            var item = batch.Items[fresh[i].Index];
            var id = new MemoryId(first.Value + i);
            appended[fresh[i].Index] = new(id, !fresh[i].IsErased);
            if (fresh[i].IsErased)
            {
                WritePlace(connection, id, session, position + i, fresh[i].Index);
                continue;
            }

            connection.Prepare(Insert)
                .Bind(id.Value).Bind(session).Bind(position + i).Bind((int)item.Kind).Bind((int)item.Role)
                .Bind(item.Time.Ticks).Bind(Times.Offset(item.Time)).Bind(words[fresh[i].Index].Length).Bind(hashes[fresh[i].Index])
                .Bind(item.ExternalId).Bind(item.Author).Bind(access.Scope.Agent).Bind(item.Text)
                .Bind(EvidenceJson.Write(item.ToolCalls)).Bind(EvidenceJson.Write(item.ToolResults))
                .Bind(item.IsPartial ? 1 : null).Bind(item.Document).Bind(now).Run();
            WordIndex.AddRow(connection, id, words[fresh[i].Index]);
            terms += words[fresh[i].Index].Length;
            indexed++;
        }

        WordIndex.AddCount(connection, access.Home, indexed, terms);
        return first;
    }

    private void WritePlace(Connection connection, MemoryId id, long session, long position, int index)
    {
        var item = batch.Items[index];
        var erased = new Tombstones(connection, options);
        connection.Prepare(InsertPlace).Bind(id.Value).Bind(session).Bind(position).Bind((int)item.Kind).Bind((int)item.Role)
            .Bind(erased.Blind(SessionName, hashes[index])).Run();
        if (item.ExternalId is { } external)
        {
            erased.MoveExternal(access.Home, SessionName, external, id.Value);
        }
    }

    private void WriteLinks(Connection connection, int cube, AppendedEvidence[] appended, long now)
    {
        var count = appended.Count(static item => item.IsNew);
        if (count == 0)
        {
            return;
        }

        var session = SessionTable.GetNumber(connection, cube, batch.Session, access.Home);
        var first = Sequences.Take(connection, cube, MemoryItemKind.Evidence, count);
        var position = SessionTable.Take(connection, session, count);
        var terms = 0L;
        var next = 0;
        for (var i = 0; i < appended.Length; i++)
        {
            if (!appended[i].IsNew)
            {
                continue;
            }

            var item = batch.Items[i];
            var id = new MemoryId(first.Value + next);
            connection.Prepare(InsertLink)
                .Bind(id.Value).Bind(session).Bind(position + next).Bind((int)item.Kind).Bind((int)item.Role)
                .Bind(item.Time.Ticks).Bind(Times.Offset(item.Time)).Bind(words[i].Length).Bind(appended[i].Id.Value).Bind(now).Run();
            WordIndex.AddRow(connection, id, words[i]);
            terms += words[i].Length;
            next++;
        }

        WordIndex.AddCount(connection, cube, count, terms);
        Queue(connection, session, first, count, now);
    }

    private void Queue(Connection connection, long session, MemoryId first, int count, long now)
    {
        if (batch.Read)
        {
            JobQueue.Add(connection, JobKind.Read, session, first, count, options.MessagesPerJob, now, batch.Priority);
        }
    }

    /// <summary>An item to write: its place in the batch, and whether only its place is written because it was erased before.</summary>
    private readonly record struct Fresh(int Index, bool IsErased);
}
