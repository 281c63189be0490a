using System.Globalization;
using Xunit.Abstractions;

namespace MemOS.EndToEnd.Faults;

/// <summary>How often a fault strikes, and when: at random, from a seed that is printed.</summary>
/// <remarks>
/// The variable <c>MEMOS_FAULT_KILLS</c> sets how often (for a long run), <c>MEMOS_FAULT_SEED</c> repeats a run as far as the
/// machine's own timing allows.
/// </remarks>
internal sealed class FaultPlan
{
    private readonly Random random;

    public FaultPlan(ITestOutputHelper output, int kills)
    {
        Kills = Variable("MEMOS_FAULT_KILLS") ?? kills;
        Seed = Variable("MEMOS_FAULT_SEED") ?? Random.Shared.Next();
        random = new(Seed);
        output.WriteLine($"MEMOS_FAULT_KILLS={Kills} MEMOS_FAULT_SEED={Seed}");
    }

    public int Kills { get; }

    public int Seed { get; }

    public bool IsOneIn(int count) => random.Next(count) == 0;

    public int Below(int count) => random.Next(count);

    /// <summary>Lets a random time pass; the moment of the fault is what is random.</summary>
    public Task LetPassAsync(int milliseconds) => Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * milliseconds), TimeProvider.System);

    private static int? Variable(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
}
