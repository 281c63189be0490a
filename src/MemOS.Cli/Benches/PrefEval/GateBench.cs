using System.Text.Json.Nodes;
using MemOS.Evidence;
using MemOS.Recall;

namespace MemOS.Cli.Benches.PrefEval;

/// <summary>Whether memory keeps quiet when nothing in it bears on what was said, and speaks when something does.</summary>
internal sealed class GateBench : IBench
{
    private const int Preferences = 5;
    private const int Budget = 500;

    public string Name => "gate";

    public string Summary => "how often nothing is injected where nothing is relevant, and what is kept where something is";

    public string? Data => "a file of preferences, as for prefeval";

    public async Task<JsonObject> RunAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var file = await PrefEvalFile.ReadAsync(settings.DataFile!, cancellationToken);
        var items = file.Items.Take(settings.Limit ?? int.MaxValue).ToList();
        var details = new JsonArray();
        await using var bench = await BenchMemory.CreateAsync(settings, cancellationToken);
        var topics = file.Items.GroupBy(item => item.Topic).Select(group => group.ToList()).ToList();
        await StateAsync(bench.Memory, file, topics, cancellationToken);

        var prompts = file.Distractors.SelectMany(lines => lines).Where(line => line.Role == EvidenceRole.User).Select(line => line.Text).ToList();
        var quiet = 0;
        for (var i = 0; i < prompts.Count; i++)
        {
            var user = i % topics.Count;
            quiet += await IsQuietAsync(bench.Memory, user, prompts[i], "distractor", details, settings, cancellationToken) ? 1 : 0;
            settings.Progress.Report(new("distractor prompts", i + 1, prompts.Count));
        }

        var crossed = 0;
        for (var i = 0; i < items.Count; i++)
        {
            var own = topics.FindIndex(topic => topic[0].Topic == items[i].Topic);
            var user = (own + topics.Count - 1) % topics.Count;
            crossed += await IsQuietAsync(bench.Memory, user, items[i].Question, "cross_topic", details, settings, cancellationToken) ? 1 : 0;
            settings.Progress.Report(new("questions of another topic", i + 1, items.Count));
        }

        var result = new JsonObject
        {
            ["nothing_injected"] = Math.Round((double)quiet / Math.Max(1, prompts.Count), 4),
            ["kept"] = await PrefEvalBench.KeptAsync(file, items, "explicit", 10, settings, details, cancellationToken, gate: true),
            ["cross_topic"] = Math.Round((double)crossed / Math.Max(1, items.Count), 4),
            ["prompts"] = prompts.Count,
        };
        BenchMemory.NoteChannels(settings, result);
        if (settings.Details)
        {
            result["details"] = details;
        }

        return result;
    }

    // User i has five preferences of topic i alone: all prompts of the distractors, and all questions of other topics, are foreign to them.
    private static async Task StateAsync(MemoryOS memory, PrefEvalFile file, List<List<PrefEvalItem>> topics, CancellationToken cancellationToken)
    {
        var users = new PrefEvalUsers(memory, file);
        for (var i = 0; i < topics.Count; i++)
        {
            foreach (var item in topics[i].Take(Preferences))
            {
                await users.SayAsync($"user-{i}", item.Id, [new(EvidenceRole.User, item.Preference, IsPreference: true)], 0, cancellationToken);
            }
        }

        await memory.FlushAsync(cancellationToken);
    }

    private static async Task<bool> IsQuietAsync(MemoryOS memory, int user, string prompt, string part, JsonArray details, BenchSettings settings, CancellationToken cancellationToken)
    {
        var options = new RecallOptions { BudgetTokens = Budget, Gate = true, AskedAt = PrefEvalUsers.AskedAt, Explain = settings.Details };
        var found = await memory.SearchAsync(prompt, MemoryScope.ForUser($"user-{user}", "asking"), options, cancellationToken);
        if (settings.Details)
        {
            details.Add((JsonNode)new JsonObject { ["part"] = part, ["prompt"] = prompt, ["quiet"] = found.Items.Count == 0, ["gate"] = found.Explanation?.Gate, ["context"] = found.Context });
        }

        return found.Items.Count == 0;
    }
}
