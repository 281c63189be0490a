using System.Buffers.Binary;
using MemOS.Evidence;
using MemOS.Sqlite.Governance;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evidence;

/// <summary>Reads the log of a session for alignment.</summary>
internal sealed class SessionLog(Connection connection, SqliteStoreOptions options, int cube, string name)
{
    private const string Lines = """
        SELECT id, external_id, role, hash, state FROM evidence
        WHERE session = ?1 AND id BETWEEN ?2 AND ?3 AND state <> 2
        ORDER BY position DESC LIMIT ?4
        """;

    /// <summary>The last lines, oldest first.</summary>
    /// <param name="session">The number of the session.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="held">Hashes of messages that the caller holds, by which erased ones are known.</param>
    public List<LogEntry> Read(long session, int limit, IReadOnlyCollection<ContentHash> held)
    {
        var entries = new List<LogEntry>();
        Dictionary<ContentHash, ContentHash>? blinded = null;
        var (first, last) = CubeRange.Of(cube, MemoryItemKind.Evidence);
        using var row = connection.Prepare(Lines).Bind(session).Bind(first).Bind(last).Bind(limit);
        while (row.Step())
        {
            var hash = Hash(row.Blob(3));
            var isErased = row.Int32(4) == (int)EvidenceState.Erased;
            if (isErased)
            {
                blinded ??= Blind(held);
                hash = blinded.GetValueOrDefault(hash);
            }

            entries.Add(new(new(row.Int64(0)), row.TextOrNull(1), (EvidenceRole)row.Int32(2), hash) { IsErased = isErased });
        }

        entries.Reverse();
        return entries;
    }

    private Dictionary<ContentHash, ContentHash> Blind(IReadOnlyCollection<ContentHash> held)
    {
        var erased = new Tombstones(connection, options);
        var blinded = new Dictionary<ContentHash, ContentHash>(held.Count);
        foreach (var hash in held)
        {
            blinded[Hash(erased.Blind(name, EvidenceAppender.Bytes(hash)))] = hash;
        }

        return blinded;
    }

    private static ContentHash Hash(ReadOnlySpan<byte> bytes) => bytes.Length < 16
        ? default
        : new(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]));
}
