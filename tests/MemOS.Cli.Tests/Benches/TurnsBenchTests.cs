using System.Globalization;
using MemOS.Cli.Benches;
using MemOS.TestKit;

namespace MemOS.Cli.Tests.Benches;

public class TurnsBenchTests
{
    [Fact]
    public async Task RunAsync_LongConversation_SavesMostOfItAndStaysFlat()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("talk.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 330).Select(Line));
        var result = await new TurnsBench().RunAsync(new() { DataFile = file, Details = true }, CancellationToken.None);

        Assert.Equal(["turns", "full_tokens", "sent_tokens", "saved", "slope", "details", "settings"], result.Select(member => member.Key));
        Assert.Equal(330, (int)result["turns"]!);
        Assert.InRange((double)result["saved"]!, 0.85, 0.99);
        Assert.InRange((double)result["slope"]!, -12, 12);
        Assert.Single(result["details"]!.AsArray());
    }

    [Fact]
    public void ToJson_KnownTurns_CountsTheLateOnesAlone()
    {
        var tally = new TurnsTally(late: 3);
        tally.Begin("one");
        foreach (var (full, sent) in new[] { (10, 10), (20, 20), (100, 20), (100, 22), (100, 24) })
        {
            tally.Add(new(MemoryScope.ForUser("ada"), new() { Time = default, FullTokens = full, SentTokens = sent, InjectedTokens = 0 }));
        }

        var json = tally.ToJson(details: false);
        Assert.Equal((5, 330L, 96L), ((int)json["turns"]!, (long)json["full_tokens"]!, (long)json["sent_tokens"]!));
        Assert.Equal(0.78, (double)json["saved"]!);
        Assert.Equal(2, (double)json["slope"]!);
    }

    private static string Line(int i) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"session_id": "s", "message_id": "m{{i}}", "role": "user", "name": "{{(i % 2 == 0 ? "Ada" : "Bea")}}", "content": "On walk {{i}} I counted {{i * 7 % 50}} herons, then had tea with cousin number {{i * 3 % 17}} near the old mill by the river.", "timestamp": "2024-05-{{(i / 12) + 1:00}}T10:00:00Z"}""");
}
