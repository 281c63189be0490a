using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MemOS.Evolution.Plans;
using Microsoft.Extensions.AI;

namespace MemOS.Evolution.Skills;

/// <summary>A learned skill as a function that a model can call: runs its verified plan on the application's own functions.</summary>
/// <remarks>
/// Functions are resolved by name and schema at call time; one that is missing or whose schema changed refuses the run before
/// anything is done. The run stops at the first failure and reports what was and was not done: effects that happened are not
/// undone. It calls no tool outside the skill's evidence. Safe for concurrent use if the functions are.
/// Threat note: results of tools flow into later calls exactly where they did in the evidence, and nowhere else.
/// </remarks>
public sealed class SkillFunction : AIFunction
{
    private readonly Skill skill;
    private readonly SkillPlan plan;
    private readonly Func<IEnumerable<AITool>> tools;
    private readonly SkillRunOptions options;
    private readonly bool isHostAsking;
    private volatile bool isAgreed;

    /// <summary>Creates the function of a skill.</summary>
    /// <param name="skill">The skill; it must have a plan and be offered.</param>
    /// <param name="tools">The application's tools at the time of the call, such as those of the chat options.</param>
    /// <param name="options">Approval and limits. Default: those of <see cref="SkillRunOptions"/>.</param>
    /// <exception cref="ArgumentException">The skill has no plan that could run, or is out of use.</exception>
    public SkillFunction(Skill skill, Func<IEnumerable<AITool>> tools, SkillRunOptions? options = null)
        : this(skill, tools, options ?? new(), isHostAsking: false)
    {
    }

    private SkillFunction(Skill skill, Func<IEnumerable<AITool>> tools, SkillRunOptions options, bool isHostAsking)
    {
        ArgumentNullException.ThrowIfNull(skill);
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentNullException.ThrowIfNull(options);
        if (!CanBeMadeOf(skill))
        {
            throw new ArgumentException($"The skill '{skill.Name}' ({skill.Status}) has no plan that can run alone.", nameof(skill));
        }

        this.skill = skill;
        this.tools = tools;
        this.options = options;
        this.isHostAsking = isHostAsking;
        plan = skill.Current.Plan!;
        JsonSchema = SkillSchema.Of(skill.Current);
    }

    /// <summary>Whether a skill is in use and has a plan that leaves nothing to a person.</summary>
    public static bool CanBeMadeOf([NotNullWhen(true)] Skill? skill) =>
        skill is { IsOffered: true, Current.Plan: { } plan } && PlanCheck.FirstProblem(plan) is null &&
        !plan.Steps.SelectMany(step => PlanCheck.Walk(step.Arguments)).Any(value => value is PersonValue);

    /// <inheritdoc/>
    public override string Name => skill.Name;

    /// <inheritdoc/>
    public override string Description => skill.Lessons.Count == 0 ? skill.Description : $"{skill.Description} Known problems: {string.Join(" ", skill.Lessons.Take(3))}";

    /// <inheritdoc/>
    public override JsonElement JsonSchema { get; }

    /// <summary>Whether a person has to agree before the next run.</summary>
    public bool RequiresApproval => options.Approval switch
    {
        SkillApproval.Always => true,
        SkillApproval.FirstUse => !isAgreed && skill.ApprovedVersion != skill.CurrentVersion,
        _ => !isAgreed && !skill.IsTrusted && skill.ApprovedVersion != skill.CurrentVersion,
    };

    /// <summary>The function as hosts take it: marked as one that needs approval when it does and no approver is set, so that the host asks.</summary>
    public AIFunction ToTool() => RequiresApproval && options.Approver is null
        ? new ApprovalRequiredAIFunction(new SkillFunction(skill, tools, options, isHostAsking: true))
        : this;

    /// <summary>Why it could not run on the application's functions as they are now; <see langword="null"/> when it can.</summary>
    public string? FindObstacle() => TryResolve(out _, out var problem) ? null : problem;

    /// <summary>Why the arguments do not fit the schema, in words for who gave them; <see langword="null"/> when they fit.</summary>
    public string? FindProblem(AIFunctionArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return SkillSchema.TryRead(plan, JsonSchema, arguments, out _, out var problem) ? null : problem;
    }

    /// <summary>The calls that a run would make, without making any. Of arguments that wait for a result it is shown where they come from.</summary>
    /// <exception cref="ArgumentException">The arguments do not fit the schema.</exception>
    public IReadOnlyList<SkillCall> DryRun(AIFunctionArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return SkillSchema.TryRead(plan, JsonSchema, arguments, out var values, out var problem) ? SkillPreview.Of(plan, values) : throw new ArgumentException(problem, nameof(arguments));
    }

    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var report = await RunAsync(arguments, cancellationToken).ConfigureAwait(false);
        return report.ToModelJson();
    }

    /// <summary>Runs the plan.</summary>
    /// <returns>What was and was not done; a failure of a tool is reported, not thrown, and so is a tool that gives up by itself.</returns>
    /// <exception cref="SkillCanceledException">The caller cancelled during the run; calls that were made stay made, and its report says which.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before anything was done.</exception>
    public async Task<SkillReport> RunAsync(AIFunctionArguments arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!SkillSchema.TryRead(plan, JsonSchema, arguments, out var values, out var problem) || !TryResolve(out var functions, out problem))
        {
            return Refuse(problem!);
        }

        if (RequiresApproval)
        {
            if (!isHostAsking && (options.Approver is null || !await options.Approver(skill, SkillPreview.Of(plan, values), cancellationToken).ConfigureAwait(false)))
            {
                return Refuse(options.Approver is null ? "A person has to approve this skill first: memos skills approve " + skill.Name : "A person did not approve the calls.");
            }

            await AgreeAsync().ConfigureAwait(false);
        }

        var report = await new SkillRun(skill, functions, options).RunAsync(values, arguments.Services, cancellationToken).ConfigureAwait(false);
        if (options.Completed is { } completed)
        {
            // What was done must be noted even when the caller has stopped listening.
            await completed(report, CancellationToken.None).ConfigureAwait(false);
        }

        return report.Status == SkillRunStatus.Cancelled ? throw new SkillCanceledException(report, cancellationToken) : report;
    }

    // A host that asked calls only after a yes; that is all that is known of it here.
    private async ValueTask AgreeAsync()
    {
        if (options.Approval != SkillApproval.Always)
        {
            isAgreed = true;
            if (options.Approved is { } approved)
            {
                await approved(skill, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private SkillReport Refuse(string why) => SkillReport.Of(skill, SkillRunStatus.Refused, [], why);

    private bool TryResolve(out List<AIFunction> functions, out string? problem)
    {
        functions = [];
        problem = plan.Steps.Count > options.MaxSteps ? $"The plan has {plan.Steps.Count} calls; {options.MaxSteps} are allowed." : null;
        var offered = problem is null ? tools().OfType<AIFunction>().Where(function => function.GetService<SkillFunction>() is null).ToList() : [];
        foreach (var step in plan.Steps)
        {
            if (problem is not null)
            {
                break;
            }

            var known = skill.Current.Tools.FirstOrDefault(tool => tool.Name == step.Tool);
            var function = offered.FirstOrDefault(candidate => candidate.Name == step.Tool);
            problem = known is null ? $"{step.Tool} is not among the tools of the skill's evidence."
                : function is null ? $"The application has no function {step.Tool} now."
                : known.Schema is { } schema && !SkillContract.AreSame(schema, function.JsonSchema) ? $"The schema of {step.Tool} has changed: the skill must be verified again."
                : null;
            if (problem is null)
            {
                functions.Add(function!);
            }
        }

        return problem is null;
    }
}
