using System.Globalization;
using System.Text.RegularExpressions;
using MemOS.Evidence;
using MemOS.Sqlite;
using MemOS.TestKit;
using Xunit.Abstractions;

namespace MemOS.EndToEnd.Faults;

/// <summary>
/// Processes that are killed at any moment, also while they make the file, open it or recover it: nothing acknowledged is
/// lost, nothing is there twice, and the file is sound.
/// </summary>
public sealed partial class KillTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Kill_DuringTurns_LosesNoAcknowledgedMessageAndDoublesNone()
    {
        var plan = new FaultPlan(output, kills: 50);
        var acknowledged = new HashSet<string>();
        var (path, next, session) = ("", 0, 0);
        for (var kill = 0; kill < plan.Kills; kill++)
        {
            if (kill % 10 == 0)
            {
                path = folder.File($"turns{kill}.db");
            }

            if (kill % 5 == 0)
            {
                acknowledged.Clear();
                (next, session) = (0, session + 1);
            }

            using var child = FaultProcess.Start("turns", path, $"s{session}", next);
            if (!plan.IsOneIn(6))
            {
                await child.ReadAsync(1 + plan.Below(25));
                await plan.LetPassAsync(8);
            }
            else
            {
                await plan.LetPassAsync(500);
            }

            Assert.True(await child.KillAsync());
            acknowledged.UnionWith(child.Acknowledged);
            next = acknowledged.Count(static text => text.StartsWith("answer", StringComparison.Ordinal));
            if (!File.Exists(path))
            {
                Assert.Empty(acknowledged);
                continue;
            }

            await using var memory = await OpenSoundAsync(path);
            var held = await ListAsync(memory, MemoryScope.ForUser("ada", $"s{session}"));
            var texts = held.Select(static item => item.Content.Text[item.Content.Text.LastIndexOf(item.Content.Role == EvidenceRole.User ? "turn" : "answer", StringComparison.Ordinal)..]).ToList();
            Assert.Equal(texts.Distinct(), texts);
            Assert.Empty(acknowledged.Except(texts));
            Assert.Equal(texts, Enumerable.Range(0, texts.Count).Select(static i => i % 2 == 0 ? $"turn {i / 2}" : $"answer to turn {i / 2}"));
        }
    }

    [Fact]
    public async Task Kill_DuringImports_LosesNothingAndBringsEveryMessageOnce()
    {
        const int Messages = 1500;
        var plan = new FaultPlan(output, kills: 50);
        var file = folder.File("chat.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Messages).Select(static i =>
            $$"""{"session_id":"chat","message_id":"{{i}}","role":"{{(i % 2 == 0 ? "user" : "assistant")}}","content":"I keep boat number {{i}} in Lisbon.","timestamp":"2024-05-01T10:00:00Z"}"""));
        var (kills, imports, most) = (0, 0, 0);
        while (kills < plan.Kills)
        {
            var path = folder.File($"import{imports++}.db");
            var acknowledged = 0;
            var isWhole = false;
            for (var attempt = 0; !isWhole; attempt++)
            {
                using var child = FaultProcess.Start("import", path, file);
                if (attempt < 6 && kills < plan.Kills)
                {
                    await child.ReadAsync(1);
                    await plan.LetPassAsync(attempt == 0 ? 400 : 1200);
                    kills += await child.KillAsync() ? 1 : 0;
                }

                await child.EndAsync();
                isWhole = child.Lines is [.., var last] && last.EndsWith("done", StringComparison.Ordinal);
                acknowledged = Math.Max(acknowledged, child.Lines.SelectMany(static line => Imported().Matches(line)).Select(static match => int.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).Append(0).Max());
                most = Math.Max(most, isWhole ? 0 : acknowledged);
                if (File.Exists(path))
                {
                    await using var memory = await OpenSoundAsync(path);
                    var held = await ListAsync(memory, MemoryScope.ForUser("ada", "chat"));
                    Assert.Equal(Enumerable.Range(0, held.Count).Select(static i => $"I keep boat number {i} in Lisbon."), held.Select(static item => item.Content.Text));
                    Assert.InRange(held.Count, isWhole ? Messages : acknowledged, Messages);
                }
            }
        }

        Assert.True(most > 0, "No import was killed in its midst; the times have to be chosen anew.");
    }

    [Fact]
    public async Task Kill_DuringErasing_LeavesNoByteOfWhatWasErased()
    {
        var plan = new FaultPlan(output, kills: 15);
        var path = folder.File();
        var (next, kept, erased) = (0, new HashSet<int>(), new HashSet<int>());
        for (var kill = 0; kill < plan.Kills; kill++)
        {
            using (var child = FaultProcess.Start("erase", path, next))
            {
                await child.ReadAsync(1 + plan.Below(20));
                await plan.LetPassAsync(10);
                Assert.True(await child.KillAsync());
                kept.UnionWith(Numbers(child, "ack kept "));
                erased.UnionWith(Numbers(child, "ack erased "));
            }

            await using (var memory = await OpenSoundAsync(path))
            {
                var texts = (await ListAsync(memory, MemoryScope.ForUser("ada", "secrets"))).Select(static item => item.Content.Text).ToList();
                Assert.Equal(texts.Distinct(), texts);

                // What was recorded and not acknowledged any more is not sent again: these messages have no ids.
                next = texts.SelectMany(static text => Kept().Matches(text)).Select(static match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Append(next - 1).Max() + 1;
                Assert.All(kept, number => Assert.Contains($"My sister Kept{number}xq lives in Porto.", texts));
                Assert.All(erased, number => Assert.DoesNotContain(texts, text => text.Contains($"Zqtown{number}xq", StringComparison.Ordinal)));
                await memory.FlushAsync();
                Assert.Empty(await memory.Store.Maintenance.CheckAsync(deep: true));
            }

            var bytes = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path));
            Assert.All(erased, number => Assert.DoesNotContain($"zqtown{number}xq", bytes, StringComparison.OrdinalIgnoreCase));
        }

        Assert.NotEmpty(erased);
    }

    private static IEnumerable<int> Numbers(FaultProcess child, string start) =>
        child.Lines.Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => int.Parse(line.AsSpan(start.Length), CultureInfo.InvariantCulture));

    // Opens what a killed process left, and checks it as deeply as can be.
    private static async Task<MemoryOS> OpenSoundAsync(string path)
    {
        var memory = await MemoryOS.OpenAsync(path, new() { ReadInBackground = false });
        Assert.Empty(await ((SqliteMemoryStore)memory.Store).OpeningProblems);
        Assert.Empty(await memory.Store.Maintenance.CheckAsync(deep: true));
        return memory;
    }

    private static async Task<List<EvidenceItem>> ListAsync(MemoryOS memory, MemoryScope scope)
    {
        var items = new List<EvidenceItem>();
        while (await memory.ListEvidenceAsync(scope, new() { Session = scope.Session, Limit = 1000, After = items.Count == 0 ? null : items[^1].Id }) is { Count: > 0 } page)
        {
            items.AddRange(page);
        }

        return items;
    }

    [GeneratedRegex("Kept([0-9]+)xq")]
    private static partial Regex Kept();

    [GeneratedRegex("Importing: ([0-9,]+)")]
    private static partial Regex Imported();
}
