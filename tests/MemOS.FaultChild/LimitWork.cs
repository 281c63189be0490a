using MemOS.Evidence;

namespace MemOS.FaultChild;

/// <summary>Adds messages until no file may grow any further, looks around, and goes on when there is room again.</summary>
internal static class LimitWork
{
    public static async Task RunAsync(string path, int room)
    {
        await using var memory = await MemoryOS.OpenAsync(path);
        var scope = MemoryScope.ForUser("ada", "full");
        await memory.AddAsync([Message(0)], scope);
        FileSizeLimit.Set(new FileInfo(path).Length + room);
        var next = 1;
        try
        {
            for (; next < 100_000; next++)
            {
                await memory.AddAsync([Message(next)], scope);
                Report.Acknowledged($"note {next}");
            }
        }
        catch (MemoryStoreException error)
        {
            Report.Line($"full {error.Message.ReplaceLineEndings(" ")}");
        }

        // What is there can still be read. Another large call fails as well, unless the log was emptied into the file meanwhile.
        Report.Line($"found {(await memory.SearchAsync("Where is note 1 kept?", scope)).Items.Count}");
        try
        {
            await memory.AddAsync([Message(100_000, new string('x', Math.Min(room, 900_000)))], scope);
            Report.Acknowledged("note 100000");
        }
        catch (MemoryStoreException error)
        {
            Report.Line($"full {error.Message.ReplaceLineEndings(" ")}");
        }

        FileSizeLimit.Set(null);
        await memory.AddAsync([Message(next)], scope);
        Report.Acknowledged($"note {next}");
        await memory.FlushAsync();
        Report.Line("done");
    }

    private static EvidenceDraft Message(int i, string? filling = null) => new()
    {
        ExternalId = $"note {i}",
        Role = EvidenceRole.User,
        Text = $"My note {i} is kept in drawer {i % 7}. {filling ?? new string('y', 3_000)}",
        Time = TimeProvider.System.GetUtcNow(),
    };
}
