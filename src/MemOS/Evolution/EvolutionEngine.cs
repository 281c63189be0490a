using MemOS.Evidence;
using MemOS.Evolution.Induction;
using MemOS.Evolution.Judging;
using MemOS.Evolution.Patterns;
using MemOS.Evolution.Replay;
using MemOS.Evolution.Tasks;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution;

/// <summary>Conversation → task → pattern → plan, by rules alone: no model, no storage.</summary>
/// <remarks>
/// Deterministic and stateless; safe for concurrent use. Nothing that it returns runs anything. Threat note: messages and
/// results are data to it; a text can at worst be segmented wrongly, and a plan calls only tools that its tasks called.
/// </remarks>
public sealed class EvolutionEngine
{
    private readonly EvolutionOptions options;

    /// <summary>Creates an engine.</summary>
    /// <param name="options">The settings. Default: <see cref="EvolutionOptions"/>' own defaults.</param>
    public EvolutionEngine(EvolutionOptions? options = null)
    {
        this.options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MinimumSuccesses, 2);
    }

    /// <summary>Finds tasks, patterns and verified plans in the messages of one cube.</summary>
    /// <param name="items">The messages; those of one session in their order, sessions in any.</param>
    /// <param name="tools">The tools that the calls name; a call to a tool that is not here counts as one with effects.</param>
    /// <param name="now">When given, the last task of a session that was active within the idle gap stays open, unless the user has judged it. Default: all are finalised.</param>
    public EvolutionResult Evolve(IReadOnlyList<EvidenceItem> items, IReadOnlyList<ToolDefinition> tools, DateTimeOffset? now = null) =>
        EvolveWith(TurnOpinion.Nothing, items, tools, now);

    /// <summary>Finds tasks, patterns and verified plans with a model's opinions on turns.</summary>
    internal EvolutionResult EvolveWith(
        IReadOnlyDictionary<MemoryId, TurnOpinion> opinions, IReadOnlyList<EvidenceItem> items, IReadOnlyList<ToolDefinition> tools, DateTimeOffset? now = null)
    {
        var found = SegmentWith(opinions, items, tools, now);
        var (patterns, candidates) = Learn(found.Tasks, tools);
        return found with { Patterns = patterns, Candidates = candidates };
    }

    /// <summary>Finds tasks alone.</summary>
    /// <inheritdoc cref="Evolve" path="/param"/>
    public EvolutionResult Segment(IReadOnlyList<EvidenceItem> items, IReadOnlyList<ToolDefinition> tools, DateTimeOffset? now = null) =>
        SegmentWith(TurnOpinion.Nothing, items, tools, now);

    /// <summary>Finds tasks with a model's opinions on turns.</summary>
    internal EvolutionResult SegmentWith(
        IReadOnlyDictionary<MemoryId, TurnOpinion> opinions, IReadOnlyList<EvidenceItem> items, IReadOnlyList<ToolDefinition> tools, DateTimeOffset? now = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(tools);
        var byName = Index(tools);
        var tasks = new List<MemoryTask>();
        var skipped = new List<SkippedSpan>();
        var judgements = new List<TurnJudgement>();
        var segmenter = new TaskSegmenter(options, name => IsReadOnly(byName, name), opinions);
        foreach (var session in items.Where(item => item.Content.Kind == EvidenceKind.Message).GroupBy(item => item.Session))
        {
            var (spans, judged) = segmenter.Segment(TurnBuilder.Build([.. session]));
            judgements.AddRange(judged);
            foreach (var span in spans)
            {
                if (TrivialSpan.Reason(span) is { } reason)
                {
                    skipped.Add(new([.. span.Turns.SelectMany(turn => turn.Items).Select(item => item.Id)], reason));
                    continue;
                }

                var isOpen = now is { } time && span == spans[^1] && !span.IsSettled && time - span.LastTurn.Ended < options.IdleGap;
                tasks.Add(TaskComposer.Compose(span, session.Key, isOpen));
            }
        }

        return new(tasks, skipped, judgements, [], []);
    }

    /// <summary>Finds patterns and verified plans in finished tasks.</summary>
    /// <param name="tasks">The tasks; open ones are passed over.</param>
    /// <param name="tools">The tools as they are now: a changed schema changes what is verified.</param>
    public (IReadOnlyList<TaskPattern> Patterns, IReadOnlyList<SkillCandidate> Candidates) Learn(IReadOnlyList<MemoryTask> tasks, IReadOnlyList<ToolDefinition> tools)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(tools);
        var byName = Index(tools);
        var inductor = new PlanInductor(byName);
        var traces = tasks.Where(task => !task.IsOpen).Select(task => TraceReducer.Reduce(task, name => IsReadOnly(byName, name))).ToList();
        var patterns = new PatternFinder(inductor, options).Find(traces);
        return (patterns, [.. patterns.Where(pattern => pattern.Successes.Count >= 2).Select(pattern => Examine(pattern, inductor))]);
    }

    /// <summary>The effective trace of a span that is known to be one task.</summary>
    /// <param name="span">The messages of the task, in order, all of one session; at least one.</param>
    /// <param name="tools">The tools that the calls name.</param>
    public static EffectiveTrace Trace(IReadOnlyList<EvidenceItem> span, IReadOnlyList<ToolDefinition> tools)
    {
        ArgumentNullException.ThrowIfNull(span);
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentOutOfRangeException.ThrowIfZero(span.Count);
        var byName = Index(tools);
        var whole = new TaskSpan();
        foreach (var turn in TurnBuilder.Build(span))
        {
            whole.Add(turn);
        }

        return TraceReducer.Reduce(TaskComposer.Compose(whole, span[0].Session, isOpen: false), name => IsReadOnly(byName, name));
    }

    /// <summary>Leaves out each trace in turn and has the plan of the others do its calls again.</summary>
    /// <param name="traces">Traces of like tasks.</param>
    /// <param name="tools">The tools as they are now.</param>
    public static ReplayReport Replay(IReadOnlyList<EffectiveTrace> traces, IReadOnlyList<ToolDefinition> tools)
    {
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentNullException.ThrowIfNull(tools);
        return new PlanReplay(new(Index(tools))).Verify(traces);
    }

    private SkillCandidate Examine(TaskPattern pattern, PlanInductor inductor)
    {
        var induced = inductor.Induce(pattern.Successes);
        var replay = induced.Unexplained.Count == 0 ? new PlanReplay(inductor).Verify(pattern.Successes) : null;
        var (status, reason) = pattern.Successes.Count < options.MinimumSuccesses
            ? (CandidateStatus.Suggestion, $"{pattern.Successes.Count} successes; a skill needs {options.MinimumSuccesses}")
            : induced.Unexplained.Count > 0 ? (CandidateStatus.Failed, Explain(induced.Unexplained[0]))
            : replay!.IsExact ? (CandidateStatus.Verified, null)
            : (CandidateStatus.Failed, replay.Reason);
        return new() { Pattern = pattern, Plan = induced.Plan, Unexplained = induced.Unexplained, Replay = replay, Status = status, Reason = reason };
    }

    private static string Explain(UnexplainedArgument argument) =>
        $"'{argument.Path.TrimStart('/')}' of {argument.Tool} is left to a person: {argument.Reason}";

    private static Dictionary<string, ToolDefinition> Index(IReadOnlyList<ToolDefinition> tools) =>
        tools.GroupBy(tool => tool.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);

    private static bool IsReadOnly(Dictionary<string, ToolDefinition> tools, string name) => tools.TryGetValue(name, out var tool) && tool.IsReadOnly;
}
