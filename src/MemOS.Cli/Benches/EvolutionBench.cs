using System.Text.Json;
using System.Text.Json.Nodes;
using MemOS.Cli.Benches.Evolution;
using MemOS.Evolution;
using MemOS.Evolution.Judging;
using MemOS.Reading;

namespace MemOS.Cli.Benches;

/// <summary>How well conversations become tasks, patterns and verified skills: by rules alone, or with a model's judgement.</summary>
internal sealed class EvolutionBench : IBench
{
    /// <summary>The suite of the repository, where no file is named.</summary>
    public const string Suite = "tests/suites/evolution.json";

    public string Name => "evolution";

    public string Summary => "Task boundaries, outcomes, patterns, skills and their replay on streams with known tasks.";

    public string? Data => "streams with gold tasks and skills (default: the repository's " + Suite + ")";

    public bool NeedsData => false;

    public bool UsesModel => true;

    public async Task<JsonObject> RunAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var (streams, warnings) = Load(settings.DataFile ?? DefaultFile());
        var engine = new EvolutionEngine();
        var judge = settings.Models?.Chat is { } chat ? new ChatTaskJudge(chat, new()) : null;
        var tally = new ModelTally();
        var found = new List<FoundStream>();
        var started = settings.TimeProvider.GetTimestamp();
        foreach (var stream in streams.Take(settings.Limit ?? int.MaxValue))
        {
            cancellationToken.ThrowIfCancellationRequested();
            settings.Progress.Report(new("evolving", found.Count, streams.Count));
            var evidence = new StreamEvidence(stream, found.Count + 1);
            var opinions = new Dictionary<MemoryId, TurnOpinion>();
            await (judge is null ? Task.CompletedTask : JudgeAsync(judge, tally, evidence, engine, opinions, cancellationToken));
            found.Add(new(stream, evidence, engine.EvolveWith(opinions, evidence.Items, evidence.Tools)));
        }

        var elapsed = settings.TimeProvider.GetElapsedTime(started);
        var score = EvolutionScorer.Score(found);
        var result = new JsonObject
        {
            ["streams"] = found.Count,
            ["messages"] = found.Sum(stream => stream.Gold.Messages.Count),
            ["tasks"] = found.Sum(stream => stream.Gold.Tasks.Count),
            ["skills"] = score.GoldSkills,
            ["boundary_f1"] = Math.Round(score.BoundaryF1, 4),
            ["outcome_f1"] = Math.Round(score.OutcomeF1, 4),
            ["pattern_f1"] = Math.Round(score.PatternF1, 4),
            ["skills_found"] = Math.Round(score.SkillsFound, 4),
            ["skills_wrong"] = score.SkillsWrong,
            ["replay_exact"] = Math.Round(score.ReplayExact, 4),
            ["elapsed_ms"] = Math.Round(elapsed.TotalMilliseconds, 1),
        };
        if (settings.Models?.Endpoint is { } endpoint)
        {
            result["model"] = endpoint.Model;
            result["calls"] = tally.Spent.Calls;
            result["tokens"] = tally.Spent.Tokens;
            result["failed"] = tally.Failed;
            if (tally.LastError is { } error)
            {
                result["last_error"] = error;
            }
        }

        if (warnings.Count > 0)
        {
            result["warnings"] = new JsonArray([.. warnings.Select(warning => (JsonNode)warning)]);
        }

        if (settings.Details)
        {
            result["details"] = new JsonArray([.. found.Select(stream => (JsonNode)EvolutionDetails.Row(stream))]);
        }

        return result;
    }

    private static async Task JudgeAsync(
        ChatTaskJudge judge, ModelTally tally, StreamEvidence evidence, EvolutionEngine engine, Dictionary<MemoryId, TurnOpinion> opinions, CancellationToken cancellationToken)
    {
        foreach (var batch in JudgingBatch.Of(evidence.Items, engine.Segment(evidence.Items, evidence.Tools).Tasks, opinions.ContainsKey))
        {
            try
            {
                var (judged, usage) = await judge.AskAsync(batch, null, cancellationToken);
                tally.Spent += usage;
                foreach (var (message, opinion) in judged)
                {
                    opinions[message] = opinion;
                }
            }
            catch (MemoryReadingException error)
            {
                // The rules stand, as they do in use; how often is part of the figures.
                tally.Spent += error.Usage;
                tally.Failed++;
                tally.LastError = error.Message;
            }
        }
    }

    private static (IReadOnlyList<SuiteStream> Streams, IReadOnlyList<string> Warnings) Load(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return EvolutionSuite.Parse(stream);
        }
        catch (JsonException ex)
        {
            throw new CliException($"{file} is not a suite: {ex.Message}", ExitCode.Usage);
        }
    }

    // The suite travels with the repository, not with the packed tool.
    private static string DefaultFile()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, Suite);
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new CliException($"{Suite} is not here: run inside the repository, or name a file with --data.", ExitCode.Usage);
    }

    private sealed class ModelTally
    {
        public ModelUsage Spent { get; set; }

        public int Failed { get; set; }

        public string? LastError { get; set; }
    }
}
