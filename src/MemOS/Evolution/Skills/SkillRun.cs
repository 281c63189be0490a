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

    /// <summary>Runs the plan once.</summary>
    public async Task<SkillReport> RunAsync(IReadOnlyDictionary<string, JsonElement> values, IServiceProvider? services, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = new CancellationTokenSource(options.MaxTime, options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        for (var step = 0; step < steps.Count; step++)
        {
            var tool = steps[step].Tool;
            if (cancellationToken.IsCancellationRequested)
            {
                return Report(SkillRunStatus.Cancelled, $"cancelled before {tool} was called.");
            }

            if (!PlanArguments.TryBuild(steps[step].Arguments, values, results, out var arguments, out var problem))
            {
                return Report(SkillRunStatus.Failed, $"{tool}: {problem}");
            }

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

            if (Note(functions[step], new(tool, arguments), answer) is { } failure)
            {
                return Report(SkillRunStatus.Failed, failure);
            }
        }

        return Report(SkillRunStatus.Completed, null);
    }

    // The call was made, whatever becomes of its answer.
    private string? Note(AIFunction function, SkillCall call, object? answer)
    {
        JsonElement? result = null;
        string? failure = null;
        try
        {
            result = SkillSchema.ToElement(answer, function.JsonSerializerOptions);
        }
        catch (Exception ex) when (ex is JsonException or NotSupportedException or InvalidOperationException)
        {
            failure = $"{call.Tool} was done, and its answer cannot be read: {ex.Message}";
        }

        if (result is { } read && read.GetRawText().Length > options.MaxOutput)
        {
            result = null;
            failure = $"{call.Tool} answered more than {options.MaxOutput} characters.";
        }

        done.Add(call with { Result = result });
        results.Add(result);
        options.Progress?.Report(done[^1]);
        return failure;
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

    private SkillReport Report(SkillRunStatus status, string? error) => SkillReport.Of(skill, status, done, error);
}
