using System.Globalization;
using System.Text.Json.Nodes;
using MemOS.Evidence;
using MemOS.Recall;

namespace MemOS.Cli.Benches.PrefEval;

/// <summary>Whether stated preferences come back when they bear on a question: after distraction, and among hundreds of others.</summary>
internal sealed class PrefEvalBench : IBench
{
    private const int KeptBudget = 500;
    private static readonly int[] Lengths = [10, 300];
    private static readonly int[] CrowdedBudgets = [500, 1000];

    public string Name => "prefeval";

    public string Summary => "preferences that come back when a question calls for them: after distraction, and among hundreds";

    public string? Data => "a file of preferences: items (preference, question, choice and persona conversations) and distractor_conversations";

    public async Task<JsonObject> RunAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var file = await PrefEvalFile.ReadAsync(settings.DataFile!, cancellationToken);
        var items = file.Items.Take(settings.Limit ?? int.MaxValue).ToList();
        var forms = settings.Values.GetValueOrDefault("forms", "explicit,choice,persona,crowded").Split(',');
        var details = new JsonArray();
        var kept = new JsonObject();
        foreach (var form in forms.Where(form => form != "crowded"))
        {
            var byLength = new JsonObject();
            foreach (var length in Lengths)
            {
                byLength[length.ToString(CultureInfo.InvariantCulture)] = await KeptAsync(file, items, form, length, settings, details, cancellationToken);
            }

            kept[form] = byLength;
        }

        var result = new JsonObject { ["items"] = items.Count, ["kept"] = kept };
        if (forms.Contains("crowded"))
        {
            result["crowded"] = await CrowdedAsync(file, items, settings, details, cancellationToken);
        }

        BenchMemory.NoteChannels(settings, result);
        if (settings.Details)
        {
            result["details"] = details;
        }

        return result;
    }

    /// <summary>The share of preferences that are kept when each of them belongs to a user of its own.</summary>
    internal static async Task<double> KeptAsync(PrefEvalFile file, IReadOnlyList<PrefEvalItem> items, string form, int length, BenchSettings settings, JsonArray details,
        CancellationToken cancellationToken, bool gate = false)
    {
        const int UsersAtOnce = 25;
        var kept = 0;
        var asked = 0;
        foreach (var part in items.Chunk(UsersAtOnce))
        {
            // A memory of its own for each part keeps the file small; users share nothing either way.
            await using var bench = await BenchMemory.CreateAsync(settings, cancellationToken);
            var users = new PrefEvalUsers(bench.Memory, file);
            var said = new List<IReadOnlyList<MemoryId>>();
            for (var i = 0; i < part.Length; i++)
            {
                said.Add(await users.SayAsync(part[i].Id, "stated", LinesOf(part[i], form), 0, cancellationToken));
                await users.DistractAsync(part[i].Id, length, i, cancellationToken);
            }

            await bench.Memory.FlushAsync(cancellationToken);
            for (var i = 0; i < part.Length; i++)
            {
                var options = new RecallOptions { BudgetTokens = KeptBudget, AskedAt = PrefEvalUsers.AskedAt, Gate = gate, Explain = settings.Details };
                var found = await bench.Memory.SearchAsync(part[i].Question, MemoryScope.ForUser(part[i].Id, "asking"), options, cancellationToken);
                var hit = KeptScore.IsKept(found, part[i].Preference, form == "persona" ? null : said[i]);
                kept += hit ? 1 : 0;
                settings.Progress.Report(new($"{form}, {length} messages", ++asked, items.Count));
                Note(details, settings, part[i], $"{form}/{length}", hit, found);
            }
        }

        return Math.Round((double)kept / items.Count, 4);
    }

    private static async Task<JsonObject> CrowdedAsync(PrefEvalFile file, IReadOnlyList<PrefEvalItem> items, BenchSettings settings, JsonArray details, CancellationToken cancellationToken)
    {
        await using var bench = await BenchMemory.CreateAsync(settings, cancellationToken);
        var users = new PrefEvalUsers(bench.Memory, file);
        var said = new List<IReadOnlyList<MemoryId>>();
        for (var i = 0; i < items.Count; i++)
        {
            said.Add(await users.SayAsync("crowded", $"stated-{i}", LinesOf(items[i], "explicit"), i % 28, cancellationToken));
        }

        await bench.Memory.FlushAsync(cancellationToken);
        var result = new JsonObject();
        foreach (var budget in CrowdedBudgets)
        {
            var hits = 0;
            for (var i = 0; i < items.Count; i++)
            {
                var options = new RecallOptions { BudgetTokens = budget, AskedAt = PrefEvalUsers.AskedAt };
                var found = await bench.Memory.SearchAsync(items[i].Question, MemoryScope.ForUser("crowded", "asking"), options, cancellationToken);
                var hit = KeptScore.IsSource(found, said[i]);
                hits += hit ? 1 : 0;
                settings.Progress.Report(new($"crowded, {budget} tokens", i + 1, items.Count));
                Note(details, settings, items[i], $"crowded/{budget}", hit, found);
            }

            result[budget.ToString(CultureInfo.InvariantCulture)] = Math.Round((double)hits / items.Count, 4);
        }

        return result;
    }

    private static IReadOnlyList<SaidLine> LinesOf(PrefEvalItem item, string form) => form switch
    {
        "explicit" => [new(EvidenceRole.User, item.Preference, IsPreference: true)],
        "choice" => item.Choice,
        "persona" => item.Persona,
        _ => throw new CliException($"--set forms={form}: explicit, choice, persona and crowded are known.", ExitCode.Usage),
    };

    private static void Note(JsonArray details, BenchSettings settings, PrefEvalItem item, string form, bool hit, RecallResult found)
    {
        if (settings.Details)
        {
            details.Add((JsonNode)new JsonObject { ["id"] = item.Id, ["form"] = form, ["hit"] = hit, ["preference"] = item.Preference, ["question"] = item.Question, ["context"] = found.Context, ["gate"] = found.Explanation?.Gate });
        }
    }
}
