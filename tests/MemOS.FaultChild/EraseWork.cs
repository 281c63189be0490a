using MemOS.Evidence;

namespace MemOS.FaultChild;

/// <summary>Adds secrets, has them read, and erases each.</summary>
internal static class EraseWork
{
    public static async Task RunAsync(string path, int from)
    {
        await using var memory = await MemoryOS.OpenAsync(path);
        var scope = MemoryScope.ForUser("ada", "secrets");
        Report.Ready();
        for (var i = from; ; i++)
        {
            var draft = new EvidenceDraft { Role = EvidenceRole.User, Text = $"My brother Zeno{i}xq lives in Zqtown{i}xq.", Time = TimeProvider.System.GetUtcNow() };
            var kept = draft with { Text = $"My sister Kept{i}xq lives in Porto." };
            var added = await memory.AddAsync([draft, kept], scope);
            Report.Acknowledged($"kept {i}");
            await memory.FlushAsync();
            var receipt = await memory.EraseAsync(added.Evidence[0].Id, scope);
            if (!receipt.IsPending)
            {
                Report.Acknowledged($"erased {i}");
            }
        }
    }
}
