using System.Security.Cryptography;
using System.Text;
using MemOS.Reading;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Governance;

/// <summary>Keyed hashes of what was erased, so that it is not recorded or learned again.</summary>
/// <remarks>
/// A message is known by session and external id, and by session and content; a record by its normalised text, and by the
/// value it gave a subject's slot. The hash is HMAC-SHA256, cut to 128 bits.
/// </remarks>
internal sealed class Tombstones(Connection connection, SqliteStoreOptions options)
{
    private const int KeySize = 32;
    private const int HashSize = 16;
    private const string Any = "SELECT 1 FROM tombstones WHERE cube = ?1 LIMIT 1";
    private const string Find = "SELECT item FROM tombstones WHERE cube = ?1 AND key = ?2";
    private const string Put = """
        INSERT INTO tombstones (cube, key, item, erased_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (cube, key) DO UPDATE SET item = excluded.item
        """;
    private const string Delete = "DELETE FROM tombstones WHERE cube = ?1 AND key = ?2";

    private byte[]? key;

    /// <summary>Whether anything of a cube was ever erased.</summary>
    public bool HasAny(int cube) => connection.Prepare(Any).Bind(cube).Scalar() is not null;

    /// <summary>Notes a message.</summary>
    public void AddMessage(int cube, string session, string? externalId, ReadOnlySpan<byte> contentHash, long place)
    {
        if (externalId is not null)
        {
            Add(cube, HashOf("external", session, externalId), place);
        }

        Add(cube, Blind(session, contentHash), place);
    }

    /// <summary>The place of an erased message with this external id; 0 when its session was erased as well; <see langword="null"/> for none.</summary>
    public long? FindExternal(int cube, string session, string externalId) => FindItem(cube, HashOf("external", session, externalId));

    /// <summary>Whether a message of this content was erased from the session.</summary>
    public bool HasContent(int cube, string session, ReadOnlySpan<byte> contentHash) =>
        FindItem(cube, Blind(session, contentHash)) is not null;

    /// <summary>The keyed hash of a message of a session, which tells nothing to those who lack the key.</summary>
    public byte[] Blind(string session, ReadOnlySpan<byte> contentHash) => HashOf("content", session, Convert.ToHexString(contentHash));

    /// <summary>Notes a record, by what it says.</summary>
    public void AddRecord(int cube, RecordContent record)
    {
        foreach (var hash in HashesOf(record))
        {
            Add(cube, hash, 0);
        }
    }

    /// <summary>Whether what a record says was erased.</summary>
    public bool HasRecord(int cube, RecordContent record) => HashesOf(record).Any(hash => FindItem(cube, hash) is not null);

    /// <summary>Lets what a record says be learned again.</summary>
    public void Lift(int cube, RecordContent record)
    {
        foreach (var hash in HashesOf(record))
        {
            connection.Prepare(Delete).Bind(cube).Bind(hash).Run();
        }
    }

    /// <summary>Notes that a message was wrong in what a record says of it: the same statement from another message is welcome.</summary>
    public void AddRejected(int cube, RecordContent record, MemoryId evidence)
    {
        foreach (var hash in RejectedHashes(record, evidence))
        {
            Add(cube, hash, 0);
        }
    }

    /// <summary>Whether what a record says was corrected after the message that says it.</summary>
    public bool HasRejected(int cube, RecordContent record, MemoryId evidence) => RejectedHashes(record, evidence).Any(hash => FindItem(cube, hash) is not null);

    /// <summary>Takes a rejection back.</summary>
    public void LiftRejected(int cube, RecordContent record, MemoryId evidence)
    {
        foreach (var hash in RejectedHashes(record, evidence))
        {
            connection.Prepare(Delete).Bind(cube).Bind(hash).Run();
        }
    }

    /// <summary>Notes where the place of an erased message is now.</summary>
    public void MoveExternal(int cube, string session, string externalId, long place) => Add(cube, HashOf("external", session, externalId), place);

    private IEnumerable<byte[]> HashesOf(RecordContent record)
    {
        yield return HashOf("text", RecordText.Key(record.Text), "");
        if (record is { Slot: { } slot, SlotValue: { Length: > 0 } value })
        {
            yield return HashOf("slot", RecordText.Key(record.Subject) + "\n" + slot, RecordText.Key(value));
        }
    }

    private IEnumerable<byte[]> RejectedHashes(RecordContent record, MemoryId evidence)
    {
        yield return HashOf("rejected", evidence.ToString(), RecordText.Key(record.Text));
        if (record is { Slot: { } slot, SlotValue: { Length: > 0 } value, Polarity: Polarity.None })
        {
            yield return HashOf("rejected slot", evidence + "\n" + RecordText.Key(record.Subject) + "\n" + slot, RecordText.Key(value));
        }
    }

    private void Add(int cube, byte[] hash, long item) =>
        connection.Prepare(Put).Bind(cube).Bind(hash).Bind(item).Bind(options.TimeProvider.GetUtcNow().UtcTicks).Run();

    private long? FindItem(int cube, byte[] hash) => connection.Prepare(Find).Bind(cube).Bind(hash).Scalar();

    // The lengths go first, so that no two different pairs give one text.
    private byte[] HashOf(string kind, string first, string second)
    {
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind} {first.Length} {second.Length} {first}{second}");
        return HMACSHA256.HashData(key ??= GetKey(), Encoding.UTF8.GetBytes(text))[..HashSize];
    }

    private byte[] GetKey()
    {
        if (options.TombstoneKey is { } given)
        {
            return given.ToArray();
        }

        if (Meta.FindBytes(connection, Meta.TombstoneKey) is { } known)
        {
            return known;
        }

        var fresh = RandomNumberGenerator.GetBytes(KeySize);
        Meta.Set(connection, Meta.TombstoneKey, fresh);
        return fresh;
    }
}
