using System.CommandLine;
using System.Text.Json;
using MemOS.Cli.Benches;
using MemOS.Cli.Output;

namespace MemOS.Cli.Commands;

/// <summary>Runs one bench on a memory of its own and prints its figures.</summary>
internal sealed class BenchCommand(IBench bench) : ICliCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly ModelOptions models = new();
    private readonly Option<FileInfo?> data = new("--data", "-d") { Description = bench.Data ?? "Not needed.", HelpName = "FILE", Required = bench.NeedsData };
    private readonly Option<FileInfo?> details = new("--details") { Description = "Write a row for every question or turn into this JSON file.", HelpName = "FILE" };
    private readonly Option<int?> budget = new("--budget") { Description = "The token budget of a search; the bench's own ones when it is left out.", HelpName = "N" };
    private readonly Option<int?> limit = new("--limit") { Description = "Stop after so many questions or samples.", HelpName = "N" };
    private readonly Option<string[]> values = new("--set") { Description = "A setting of this bench; may be given several times.", HelpName = "NAME=VALUE", AllowMultipleArgumentsPerToken = false };

    public IReadOnlyList<string> Examples => bench.Data is null
        ? [$"memos bench {bench.Name}", $"memos bench {bench.Name} --json"]
        : [$"memos bench {bench.Name} --data FILE", $"memos bench {bench.Name} --data FILE --json --details rows.json"];

    public Command Build()
    {
        var command = bench.Data is null
            ? new Command(bench.Name, bench.Summary) { details, budget, limit, values }
            : new Command(bench.Name, bench.Summary) { data, details, budget, limit, values };
        if (bench.UsesModel)
        {
            models.AddTo(command);
        }

        return command;
    }

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var file = bench.Data is null ? null : run.Parse.GetValue(data);
        if (file is { Exists: false })
        {
            throw new CliException($"There is no file {file.FullName}. Name the data file with --data.");
        }

        var rows = run.Parse.GetValue(details);
        var settings = ParseValues(run.Parse.GetValue(values) ?? []);
        if (run.Parse.GetValue(budget) is { } tokens)
        {
            settings["budget"] = tokens.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        using var used = bench.UsesModel ? models.Open(run) : null;
        using var progress = new CliProgress(run.Notes, run.Host.IsErrorTerminal);
        var result = await bench.RunAsync(
            new()
            {
                DataFile = file?.FullName,
                Details = rows is not null,
                Limit = run.Parse.GetValue(limit),
                Values = settings,
                Models = used,
                Progress = progress,
                TimeProvider = run.Host.TimeProvider,
            },
            cancellationToken);
        progress.Clear();
        if (rows is not null && result.Remove("details", out var written))
        {
            await File.WriteAllTextAsync(rows.FullName, (written ?? new System.Text.Json.Nodes.JsonArray()).ToJsonString(Indented), cancellationToken);
        }

        foreach (var warning in (result["warnings"] as System.Text.Json.Nodes.JsonArray ?? []).Select(warning => warning!.GetValue<string>()))
        {
            run.Note(warning);
        }

        if (run.IsJson)
        {
            await run.Host.Out.WriteLineAsync(result.ToJsonString(Indented));
        }
        else
        {
            BenchTable.Write(run.Out, bench.Name, result);
        }

        return ExitCode.Success;
    }

    private static Dictionary<string, string> ParseValues(IEnumerable<string> pairs)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in pairs)
        {
            var split = pair.IndexOf('=', StringComparison.Ordinal);
            values[split > 0 ? pair[..split] : throw new CliException($"--set {pair}: write it as NAME=VALUE.", ExitCode.Usage)] = pair[(split + 1)..];
        }

        return values;
    }
}
