using System.Text.Json;
using MemOS.Evolution.Plans;
using Microsoft.Extensions.AI;

namespace MemOS.Evolution.Skills;

/// <summary>One run of a skill's plan: makes the calls in order, and ends with a report whatever happens, since calls that were made stay made.</summary>
/// <param name="skill">The skill.</param>
/// <param name="functions">The functions of its plan's steps.</param>
/// <param name="options">Its limits.</param>
internal sealed class SkillRun(Skill skill, IReadOnlyList<AIFunction> functions, SkillRunOptions options)
{
    private readonly IReadOnlyList<PlanStep> steps = skill.Current.Plan!.Steps;
    private readonly List<SkillCall> done = [];
    private readonly List<JsonElement?> results = [];
    private int outputLeft = options.MaxOutput;
    private JsonElement? lastArguments;

    /// <summary>Runs the plan once.</summary>
    public async Task<SkillReport> RunAsync(IReadOnlyDictionary<string, JsonElement> values, IServiceProvider? services, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var began = options.TimeProvider.GetTimestamp();
        using var limit = new CancellationTokenSource(options.MaxTime, options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        for (var step = 0; step < steps.Count; step++)
        {
            var tool = steps[step].Tool;
            if (cancellationToken.IsCancellationRequested)
            {
                return Report(SkillRunStatus.Cancelled, $"cancelled before {tool} was called.");
            }

            if (IsLate(began, limit.Token))
            {
                return Report(SkillRunStatus.Failed, $"The run took longer than {options.MaxTime}; {tool} was not called any more.");
            }

            if (!PlanArguments.TryBuild(steps[step].Arguments, values, results, out var arguments, out var problem))
            {
                return Report(SkillRunStatus.Failed, $"{tool}: {problem}");
            }

            lastArguments = arguments;
            object? answer;
            try
            {
                // A user's tool may need the context it was called in.
                answer = await functions[step].InvokeAsync(Given(arguments, services), linked.Token).ConfigureAwait(true);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return Report(SkillRunStatus.Cancelled, $"cancelled while {tool} was under way; it may or may not have been done.");
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                return Report(SkillRunStatus.Failed, $"{tool}: the run took longer than {options.MaxTime}; the call may or may not have been done.");
            }
            catch (OperationCanceledException ex)
            {
                return Report(SkillRunStatus.Failed, $"{tool} gave up by itself, and may or may not have been done: {ex.Message}");
            }
            catch (Exception ex)
            {
                return Report(SkillRunStatus.Failed, $"{tool}: {ex.Message}");
            }

            if (Note(functions[step], new(tool, arguments), answer) is { } unusable)
            {
                // All calls were made, so to call it a failure would invite a second run.
                return step == steps.Count - 1 ? Report(SkillRunStatus.Completed, null, unusable) : Report(SkillRunStatus.Failed, unusable);
            }
        }

        return Report(SkillRunStatus.Completed, null, IsLate(began, limit.Token) ? $"All was done, and it took longer than {options.MaxTime}." : null);
    }

    // A timer may ring late where threads are scarce, and a function may take no notice of it: the clock is asked too.
    private bool IsLate(long began, CancellationToken limit) =>
        limit.IsCancellationRequested || (options.MaxTime != Timeout.InfiniteTimeSpan && options.TimeProvider.GetElapsedTime(began) > options.MaxTime);

    // The call was made, whatever becomes of its answer; says why the answer cannot be used.
    private string? Note(AIFunction function, SkillCall call, object? answer)
    {
        JsonElement? result = null;
        string? unusable = null;
        try
        {
            result = SkillSchema.ToElement(answer, function.JsonSerializerOptions);
        }
        catch (Exception ex) when (ex is JsonException or NotSupportedException or InvalidOperationException)
        {
            unusable = $"{call.Tool} was done, and its answer cannot be read: {ex.Message}";
        }

        outputLeft -= result?.GetRawText().Length ?? 0;
        if (outputLeft < 0)
        {
            result = null;
            unusable = $"{call.Tool} was done, and its answer is left out: the answers have more than {options.MaxOutput} characters together.";
        }

        done.Add(call with { Result = result });
        results.Add(result);
        options.Progress?.Report(done[^1]);
        return unusable;
    }

    private static AIFunctionArguments Given(JsonElement arguments, IServiceProvider? services)
    {
        var given = new AIFunctionArguments { Services = services };
        foreach (var member in arguments.EnumerateObject())
        {
            given[member.Name] = member.Value.Clone();
        }

        return given;
    }

    private SkillReport Report(SkillRunStatus status, string? error, string? note = null) => SkillReport.Of(skill, status, done, error) with { Note = note, LastArguments = lastArguments };
}
