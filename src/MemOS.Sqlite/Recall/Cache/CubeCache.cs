using MemOS.Reading;
using MemOS.Recall;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall.Cache;

/// <summary>What searches of one cube have read of it, as it stood in one state. Answers from memory where it can, and keeps what it had to read.</summary>
/// <remarks>
/// Holds nothing that depends on who reads: what another cube has a part in is read anew each time. Every answer is that of the
/// file in that state. Safe for concurrent use by readers whose connections show that state; the lock is never held while the
/// file is read.
/// </remarks>
internal sealed class CubeCache
{
    /// <summary>How far around a message its neighbours are kept: as far as recall asks.</summary>
    public const int KeptDistance = 2;

    private const int MostChanges = 1024;

    // Without texts: the object, its lists, and what the engine notes beside it.
    private const int DocumentBytes = 1024;
    private const int BytesOfLetter = 6;
    private const int EntryBytes = 64;

    private readonly Lock gate = new();
    private readonly int cube;
    private readonly AgingMap<long, RecallDocument> documents;
    private readonly AgingMap<long, long[]> neighbours;
    private readonly AgingMap<long, long[]> derived;
    private readonly AgingMap<long, SupersededStatement[]> superseded;
    private readonly AgingMap<string, PostingList> postings;
    private readonly Dictionary<(MemoryKind, int), long[]> kinds;
    private readonly List<IndexChange> changes;

    /// <summary>Makes an empty one.</summary>
    public CubeCache(int cube, CubeState state)
    {
        this.cube = cube;
        State = state;
        documents = new(static document => DocumentBytes + (BytesOfLetter * document.Text.Length));
        neighbours = new(static ids => EntryBytes + (sizeof(long) * ids.Length));
        derived = new(static ids => EntryBytes + (sizeof(long) * ids.Length));
        superseded = new(static statements => EntryBytes + statements.Sum(static statement => EntryBytes + (sizeof(char) * statement.Text.Length)));
        postings = new(static list => (2 * EntryBytes) + (sizeof(long) * list.Ids.Length), StringComparer.Ordinal);
        kinds = [];
        changes = [];
    }

    private CubeCache(CubeCache other)
    {
        (cube, State) = (other.cube, other.State);
        lock (other.gate)
        {
            documents = other.documents.Copy();
            neighbours = other.neighbours.Copy();
            derived = other.derived.Copy();
            superseded = other.superseded.Copy();
            postings = other.postings.Copy();
            kinds = new(other.kinds);
            changes = [.. other.changes];
        }
    }

    /// <summary>The state that it shows.</summary>
    public CubeState State { get; private set; }

    /// <summary>How many searches use it; kept by its owner.</summary>
    public int Users { get; set; }

    /// <summary>About how many bytes it takes.</summary>
    public long Bytes
    {
        get
        {
            lock (gate)
            {
                return documents.Bytes + neighbours.Bytes + derived.Bytes + superseded.Bytes + postings.Bytes + EntryBytes;
            }
        }
    }

    /// <summary>The same content in a cache that can go on to another state while this one is used.</summary>
    public CubeCache Copy() => new(this);

    /// <summary>Drops what was not asked for since the last time.</summary>
    public void Age()
    {
        lock (gate)
        {
            documents.Age();
            neighbours.Age();
            derived.Age();
            superseded.Age();
            postings.Age();
            kinds.Clear();
        }
    }

    /// <summary>Goes on to a later state, which nobody may be reading yet.</summary>
    /// <param name="update">What happened since its own state.</param>
    /// <param name="next">The later state.</param>
    public void Advance(CubeUpdate update, CubeState next)
    {
        lock (gate)
        {
            State = next;
            if (update.Removes || changes.Count > MostChanges)
            {
                changes.Clear();
                postings.Clear();
            }
            else
            {
                changes.AddRange(update.Index);
            }

            Remove(documents, update.Documents);
            Remove(neighbours, update.Neighbours);
            if (update.Statements is { } statements)
            {
                Remove(derived, statements);
                Remove(superseded, statements);
            }
            else
            {
                derived.Clear();
                superseded.Clear();
            }

            if (update.TouchesRecords)
            {
                kinds.Clear();
            }
        }
    }

    /// <summary>The newest items that hold a term, ascending.</summary>
    public ReadOnlyMemory<long> GetPostings(Connection connection, string term, int limit)
    {
        lock (gate)
        {
            if (postings.TryGet(term, out var known) && Follow(known, term) is { } list && list.Answers(limit))
            {
                if (list != known)
                {
                    postings.Set(term, list);
                }

                return list.Newest(limit);
            }
        }

        var read = new PostingList(RecallQueries.FindPostings(connection, cube, term, limit), limit, changes.Count);
        lock (gate)
        {
            postings.Set(term, read);
        }

        return read.Newest(limit);
    }

    /// <summary>Describes items of the cube; those that are not active or current are left out.</summary>
    /// <param name="connection">A connection that shows the state.</param>
    /// <param name="ids">The items, ascending.</param>
    /// <param name="readable">The cubes that the reader may see.</param>
    /// <param name="found">Where they go, ascending.</param>
    public void Describe(Connection connection, ReadOnlySpan<long> ids, IReadOnlyList<int> readable, List<RecallDocument> found)
    {
        var start = found.Count;
        List<long>? missing = null;
        lock (gate)
        {
            foreach (var id in ids)
            {
                if (documents.TryGet(id, out var document))
                {
                    found.Add(document);
                }
                else
                {
                    (missing ??= []).Add(id);
                }
            }
        }

        if (missing is null)
        {
            return;
        }

        var read = RecallDocuments.Describe(connection, missing, readable);
        lock (gate)
        {
            foreach (var document in read)
            {
                // What is told of a source in another cube depends on whether the reader may see that cube.
                if (document.Sources.Count > 0 && new MemoryId(document.Sources[0]).Cube == cube)
                {
                    documents.Set(document.Id, document);
                }
            }
        }

        found.AddRange(read);
        if (found.Count - start > read.Count || read.Count > 1)
        {
            found.Sort(start, found.Count - start, ById.Instance);
        }
    }

    /// <summary>Adds the ids of the active messages around messages of the cube, some perhaps more than once.</summary>
    public void AddNeighbours(Connection connection, ReadOnlySpan<long> evidence, int distance, List<long> found)
    {
        if (distance > KeptDistance)
        {
            found.AddRange(RecallQueries.FindNeighbours(connection, cube, evidence.ToArray(), distance).SelectMany(static pairs => pairs));
            return;
        }

        // What happens beside a message that is not active is not followed, so nothing is kept of that.
        Get(
            neighbours,
            evidence,
            missing => RecallQueries.FindNeighbours(connection, cube, missing, KeptDistance),
            (id, near) => AddNear(connection, id, near, distance, found),
            static (id, near) => near.Contains(id));
    }

    // They stand in the order of the conversation.
    private void AddNear(Connection connection, long id, long[] near, int distance, List<long> found)
    {
        var place = Array.IndexOf(near, id);
        if (distance == KeptDistance || place < 0)
        {
            found.AddRange(distance == KeptDistance ? near : RecallQueries.FindNeighbours(connection, cube, [id], distance)[id]);
            return;
        }

        var first = Math.Max(0, place - distance);
        found.AddRange(near.AsSpan(first, Math.Min(near.Length - 1, place + distance) - first + 1));
    }

    /// <summary>Adds the current records that derive from messages of the cube.</summary>
    public void AddDerived(Connection connection, ReadOnlySpan<long> evidence, IReadOnlyList<int> readable, List<(long Evidence, long Record)> found)
    {
        Get(State.HasForeignRecords ? null : derived, evidence, missing => RecallQueries.FindDerived(connection, cube, missing, readable), Add);

        void Add(long id, long[] records)
        {
            foreach (var record in records)
            {
                found.Add((id, record));
            }
        }
    }

    /// <summary>Adds what messages of the cube say that is no longer true.</summary>
    public void AddSuperseded(Connection connection, ReadOnlySpan<long> evidence, IReadOnlyList<int> readable, List<SupersededStatement> found) =>
        Get(State.HasForeignRecords ? null : superseded, evidence, missing => RecallQueries.FindSuperseded(connection, cube, missing, readable), (_, statements) => found.AddRange(statements));

    /// <summary>The current records of a kind, newest first.</summary>
    public long[] GetByKind(Connection connection, MemoryKind kind, int limit)
    {
        lock (gate)
        {
            if (kinds.TryGetValue((kind, limit), out var known))
            {
                return known;
            }
        }

        var read = RecallQueries.FindByKind(connection, cube, kind, limit);
        lock (gate)
        {
            return kinds[(kind, limit)] = read;
        }
    }

    private void Get<T>(AgingMap<long, T[]>? kept, ReadOnlySpan<long> evidence, Func<List<long>, ILookup<long, T>> read, Action<long, T[]> add, Func<long, T[], bool>? isKept = null)
    {
        var missing = new List<long>();
        lock (gate)
        {
            foreach (var id in evidence)
            {
                if (kept is not null && kept.TryGet(id, out var known))
                {
                    add(id, known);
                }
                else
                {
                    missing.Add(id);
                }
            }
        }

        if (missing.Count == 0)
        {
            return;
        }

        var found = read(missing);
        foreach (var id in missing)
        {
            T[] values = found.Contains(id) ? [.. found[id]] : [];
            if (kept is not null && (isKept is null || isKept(id, values)))
            {
                lock (gate)
                {
                    kept.Set(id, values);
                }
            }

            add(id, values);
        }
    }

    private PostingList? Follow(PostingList list, string term)
    {
        var followed = list;
        for (var i = list.Seen; i < changes.Count && followed is not null; i++)
        {
            followed = followed.Follow(changes[i], term);
        }

        return followed is null || followed.Seen == changes.Count ? followed : followed with { Seen = changes.Count };
    }

    private static void Remove<T>(AgingMap<long, T> map, IEnumerable<long> ids)
    {
        foreach (var id in ids)
        {
            map.Remove(id);
        }
    }

    private sealed class ById : IComparer<RecallDocument>
    {
        public static ById Instance { get; } = new();

        public int Compare(RecallDocument? x, RecallDocument? y) => x!.Id.CompareTo(y!.Id);
    }
}
