namespace MemOS.Hosts.Tests.Conformance;

/// <summary>Lets nobody pass before a number of parties has arrived, round after round.</summary>
internal sealed class Rendezvous(int parties)
{
    private readonly Lock sync = new();
    private TaskCompletionSource round = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int arrived;

    public Task ArriveAsync()
    {
        lock (sync)
        {
            var current = round;
            if (++arrived == parties)
            {
                arrived = 0;
                round = new(TaskCreationOptions.RunContinuationsAsynchronously);
                current.SetResult();
            }

            return current.Task;
        }
    }
}
