using MemOS.Evidence;

namespace MemOS.FaultChild;

/// <summary>Erases while the log still fits under the limit and the file, into which the log is emptied, does not.</summary>
internal static class EraseLimitWork
{
    public static async Task RunAsync(string path)
    {
        var scope = MemoryScope.ForUser("ada", "secrets");
        await using (var first = await MemoryOS.OpenAsync(path, new() { ReadInBackground = false }))
        {
            await first.AddAsync([.. Enumerable.Range(0, 200).Select(static i => Message($"My note {i}"))], scope);
        }

        await using var memory = await MemoryOS.OpenAsync(path, new() { ReadInBackground = false });
        var added = await memory.AddAsync([Message("My secret Zqxyler"), .. Enumerable.Range(0, 100).Select(static i => Message($"My later note {i}"))], scope);
        var (file, log) = (new FileInfo(path).Length, new FileInfo(path + "-wal").Length);
        FileSizeLimit.Set(file + 100_000);
        Report.Line($"room {file + 100_000 - log > 200_000}");
        var receipt = await memory.EraseAsync(added.Evidence[0].Id, scope);
        Report.Line($"pending {receipt.IsPending}");
        Report.Line($"found {(await memory.SearchAsync("Zqxyler", scope)).Items.Count(static item => item.Text.Contains("Zqxyler", StringComparison.Ordinal))}");
        FileSizeLimit.Set(null);
        await memory.AddAsync([Message("My last note")], scope);
        Report.Line($"finished {await memory.Store.Governance.FinishErasingAsync()}");
    }

    private static EvidenceDraft Message(string text) =>
        new() { Role = EvidenceRole.User, Text = $"{text} {new string('y', 3_000)}", Time = TimeProvider.System.GetUtcNow() };
}
