using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall.Cache;

/// <summary>What searches keep in memory of the cubes they read, up to a limit. Safe for concurrent use.</summary>
/// <remarks>
/// A search reads how far its cube has got in its own view of the file, so that what other processes wrote counts as well; what
/// is kept is then brought to that state, by the few things that changed. Each cube has a cache of its own, which answers for no
/// other one. Erasing in this process empties it; another process drops an erased text when it next searches that cube.
/// </remarks>
internal sealed class RecallCache(long limit)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(Database Database, int Cube), Slot> slots = [];
    private long clock;
    private long bytes;
    private int epoch;

    /// <summary>About how many bytes are kept.</summary>
    public long Bytes
    {
        get
        {
            lock (gate)
            {
                return bytes;
            }
        }
    }

    /// <summary>Changes when everything was dropped: to be noted before a view is opened.</summary>
    public int Epoch => Volatile.Read(ref epoch);

    /// <summary>The cache of a cube in the state that a connection shows; to be given back to <see cref="Leave"/>.</summary>
    /// <param name="database">The file.</param>
    /// <param name="connection">A connection in a transaction.</param>
    /// <param name="cube">The cube.</param>
    /// <param name="opened">The epoch in which the connection's view was opened.</param>
    public CubeCache Enter(Database database, Connection connection, int cube, int opened)
    {
        var state = CubeState.Read(connection, cube);
        if (FindSlot((database, cube), opened) is not { } slot)
        {
            // The view may show what was erased since.
            return new(cube, state);
        }

        CubeState? from = null;
        CubeUpdate? update = null;
        while (true)
        {
            lock (slot.Gate)
            {
                if (slot.Current is { } current && state.IsBefore(current.State))
                {
                    // A view from before: what is kept must neither be shown to it nor go back to it.
                    return new(cube, state);
                }

                if (slot.Current is null || slot.Current.State == state || slot.Current.State == from)
                {
                    return slot.Use(cube, state, update);
                }

                from = slot.Current.State;
            }

            // The file is read without the lock; when another search was faster, what is between its state and this one's is read.
            update = CubeUpdate.TryRead(connection, cube, from.Value, state);
        }
    }

    /// <summary>Gives a cache back, and keeps the limit.</summary>
    public void Leave(Database database, int cube, CubeCache used)
    {
        Slot? slot;
        lock (gate)
        {
            if (!slots.TryGetValue((database, cube), out slot))
            {
                return;
            }
        }

        lock (slot.Gate)
        {
            used.Users--;
        }

        lock (gate)
        {
            if (slots.GetValueOrDefault((database, cube)) == slot)
            {
                Weigh(slot);
            }

            if (bytes > limit)
            {
                Trim();
            }
        }
    }

    /// <summary>Drops everything, so that nothing erased stays in memory.</summary>
    public void Clear()
    {
        lock (gate)
        {
            // With the slots, so that no view from before finds a fresh one to put erased text into.
            epoch++;
            slots.Clear();
            bytes = 0;
        }
    }

    /// <summary>Drops what is kept of a file.</summary>
    public void Forget(Database database)
    {
        lock (gate)
        {
            foreach (var key in slots.Keys.Where(key => key.Database == database).ToList())
            {
                Remove(key);
            }
        }
    }

    private Slot? FindSlot((Database, int) key, int opened)
    {
        lock (gate)
        {
            if (opened != epoch)
            {
                return null;
            }

            if (!slots.TryGetValue(key, out var slot))
            {
                slots.Add(key, slot = new());
            }

            slot.LastUse = ++clock;
            return slot;
        }
    }

    // The cubes that were searched longest ago go first; of the last one, what was not asked for lately. Some room is made at
    // once, so that this is seldom done.
    private void Trim()
    {
        var least = limit / 4 * 3;
        foreach (var key in slots.OrderBy(static pair => pair.Value.LastUse).Select(static pair => pair.Key).SkipLast(1).ToList())
        {
            Remove(key);
            if (bytes <= least)
            {
                return;
            }
        }

        foreach (var slot in slots.Values)
        {
            slot.Current?.Age();
            Weigh(slot);
        }

        if (bytes > limit)
        {
            slots.Clear();
            bytes = 0;
        }
    }

    private void Weigh(Slot slot)
    {
        var now = slot.Current?.Bytes ?? 0;
        bytes += now - slot.Bytes;
        slot.Bytes = now;
    }

    private void Remove((Database, int) key)
    {
        if (slots.Remove(key, out var slot))
        {
            bytes -= slot.Bytes;
        }
    }

    private sealed class Slot
    {
        public Lock Gate { get; } = new();

        public CubeCache? Current { get; set; }

        public long Bytes { get; set; }

        public long LastUse { get; set; }

        /// <summary>Brings what is kept to a state, by an update to it or else anew, and gives it to one more user. The gate must be held.</summary>
        public CubeCache Use(int cube, CubeState state, CubeUpdate? update)
        {
            if (Current is not null && Current.State != state && update is not null)
            {
                Current = Current.Users == 0 ? Current : Current.Copy();
                Current.Advance(update, state);
            }
            else if (Current?.State != state)
            {
                Current = new(cube, state);
            }

            Current.Users++;
            return Current;
        }
    }
}
