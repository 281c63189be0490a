using MemOS.Evidence;

namespace MemOS.FaultChild;

/// <summary>Adds messages one after another, every other one under an id that all workers use.</summary>
internal static class AppendWork
{
    public static async Task RunAsync(string path, string worker, int from, int count)
    {
        await using var memory = await MemoryOS.OpenAsync(path);
        var scope = MemoryScope.ForUser("ada", "crowd");
        Report.Ready();
        for (var i = from; i < from + count; i++)
        {
            await memory.AddAsync([Message($"{worker}-{i}"), Message($"shared-{i}")], scope);
            Report.Acknowledged($"{worker}-{i}");
            Report.Acknowledged($"shared-{i}");
        }

        await memory.FlushAsync();
        Report.Line("done");
    }

    private static EvidenceDraft Message(string id) =>
        new() { ExternalId = id, Role = EvidenceRole.User, Text = $"My boat {id} lies in Lisbon.", Time = TimeProvider.System.GetUtcNow() };
}
