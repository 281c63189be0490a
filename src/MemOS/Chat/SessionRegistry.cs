namespace MemOS.Chat;

/// <summary>The sessions in use. Bounded: the ones that rested longest are dropped, which costs them a cold start and nothing else.</summary>
internal sealed class SessionRegistry
{
    private const int Most = 2048;
    private readonly Lock sync = new();
    private readonly Dictionary<(int Cube, string Session), SessionTurns> sessions = [];
    private long uses;

    /// <summary>The session's state; the same for all who ask while it is in use.</summary>
    public SessionTurns Get(int cube, string? session)
    {
        lock (sync)
        {
            var key = (cube, session ?? "");
            if (!sessions.TryGetValue(key, out var state))
            {
                if (sessions.Count >= Most)
                {
                    DropOldest();
                }

                sessions[key] = state = new();
            }

            state.LastUse = ++uses;
            return state;
        }
    }

    private void DropOldest()
    {
        foreach (var (key, state) in sessions.OrderBy(pair => pair.Value.LastUse).Take(Most / 4).ToList())
        {
            if (state.Gate.CurrentCount > 0 && state.Turn is null or { IsOpen: false })
            {
                sessions.Remove(key);
            }
        }
    }
}
