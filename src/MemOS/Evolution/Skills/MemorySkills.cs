using MemOS.Cubes;
using MemOS.Tokens;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace MemOS.Evolution.Skills;

/// <summary>The skills of a memory at work: offers the few that fit a request, runs one, and notes every run as a trial.</summary>
/// <remarks>
/// There is one for each <see cref="MemoryOS"/>, see <see cref="MemoryOS.Skills"/>; every host offers skills through it. Safe for
/// concurrent use. Threat note: which skills a scope has is decided by its cubes; nothing that a model says chooses them.
/// </remarks>
public sealed partial class MemorySkills
{
    private readonly MemoryOS memory;
    private readonly ITokenCounter counter;
    private readonly ILogger logger;
    private readonly ToolRegistry registry;

    internal MemorySkills(MemoryOS memory)
    {
        this.memory = memory;
        counter = memory.Options.TokenCounter ?? EstimatingTokenCounter.Instance;
        registry = new(memory.Store, memory.Options.Evolution);
        logger = memory.Options.LoggerFactory.CreateLogger<MemorySkills>();
    }

    /// <summary>The skills that fit a request, best first, within a budget, ready to be added to a model's tools.</summary>
    /// <param name="scope">Whose skills.</param>
    /// <param name="request">What the user asks for, in the user's words; <see langword="null"/> where the host does not know it: then the skills whose runs went best.</param>
    /// <param name="tools">
    /// The application's own functions, asked for now (a skill whose functions are missing or changed is not offered) and again when
    /// a skill runs. Names of skills that the application uses itself are left out.
    /// </param>
    /// <param name="options">Budget, approval and limits. Default: those of <see cref="SkillOfferOptions"/>.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The offered skills; empty when none fits.</returns>
    /// <exception cref="MemoryStoreException">The skills cannot be read.</exception>
    public async Task<IReadOnlyList<OfferedSkill>> OfferAsync(
        MemoryScope scope, string? request, Func<IEnumerable<AITool>> tools, SkillOfferOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tools);
        options ??= new();
        if (options.BudgetTokens <= 0 || options.MaxSkills <= 0 || (request is not null && string.IsNullOrWhiteSpace(request)))
        {
            return [];
        }

        var stored = await memory.ListSkillsAsync(scope, cancellationToken).ConfigureAwait(false);
        if (stored.Count == 0)
        {
            return [];
        }

        var taken = tools().Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        var offered = new List<OfferedSkill>();
        var budget = options.BudgetTokens;

        // Of several with one name, the first in the list that can be used stands for all, wherever its copies rank.
        var order = stored.Select((known, place) => (known.Id, Place: place)).ToDictionary(pair => pair.Id, pair => pair.Place);
        IReadOnlyList<StoredSkill> inUse = [.. stored.Where(known => known.Skill.IsOffered && OwnRefused(stored, known) is null)];
        var ranked = request is null ? SkillOffer.ByTrials(inUse) : SkillOffer.Rank(inUse, request);
        foreach (var skill in ranked.GroupBy(known => known.Skill.Name, StringComparer.Ordinal).SelectMany(group => group.OrderBy(known => order[known.Id])))
        {
            if (offered.Count < options.MaxSkills && !taken.Contains(skill.Skill.Name) && ToTool(skill, scope, tools, options) is { } tool &&
                CountTokens(tool) is var cost && cost <= budget)
            {
                offered.Add(new(skill, tool, cost));
                taken.Add(skill.Skill.Name);
                budget -= cost;
            }
        }

        return offered;
    }

    /// <summary>
    /// Notes the application's functions as they are now, so that skills can be learned from their calls in the background, and
    /// checks the skills again where one has changed. Turns do it by themselves; nothing is written when nothing is new.
    /// </summary>
    /// <param name="scope">Whose memory.</param>
    /// <param name="tools">The functions; skills and memory tools among them are passed over.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="MemoryStoreException">The store cannot be read or written.</exception>
    public async Task NoteToolsAsync(MemoryScope scope, IEnumerable<AITool> tools, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(tools);
        if (memory.Store.Maintenance.IsReadOnly)
        {
            return;
        }

        var access = await memory.ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        if (await registry.NoteAsync(access, tools, cancellationToken).ConfigureAwait(false))
        {
            memory.NotifyTools(access);
        }
    }

    /// <summary>Runs a skill by name on the application's functions, and notes the run as a trial.</summary>
    /// <param name="scope">Whose skill.</param>
    /// <param name="name">The skill.</param>
    /// <param name="arguments">Its arguments by name.</param>
    /// <param name="tools">The application's own functions at the time of the run.</param>
    /// <param name="options">Approval and limits. Default: those of <see cref="SkillRunOptions"/>.</param>
    /// <param name="cancellationToken">Stops before the next call; calls that were made stay made.</param>
    /// <returns>What was and was not done.</returns>
    /// <exception cref="MemoryNotFoundException">The scope has no skill of that name with a plan that is in use.</exception>
    /// <exception cref="SkillCanceledException">The caller cancelled during the run; its report says what was done.</exception>
    public async Task<SkillReport> RunAsync(
        MemoryScope scope, string name, AIFunctionArguments arguments, Func<IEnumerable<AITool>> tools, SkillRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var stored = await memory.ListSkillsAsync(scope, cancellationToken).ConfigureAwait(false);
        var found = stored.FirstOrDefault(known => known.Skill.Name == name && known.Skill.IsOffered && known.Skill.Current.Plan is not null)
            ?? throw new MemoryNotFoundException($"There is no skill '{name}' with a plan that is in use. memos skills list shows what there is and why.");
        if (OwnRefused(stored, found) is { } own)
        {
            throw new MemoryNotFoundException($"'{name}' is {own.Status.ToString().ToLowerInvariant()} in the user's own memory ({own.StatusReason.TrimEnd('.')}); its copy in another cube is not run in its place. memos skills approve {name} brings it back.");
        }

        return await Function(found, scope, tools, options ?? new()).RunAsync(arguments, cancellationToken).ConfigureAwait(false);
    }

    // The user's own skill that a person refused, where this one is its copy in another cube.
    private static Skill? OwnRefused(IReadOnlyList<StoredSkill> stored, StoredSkill copy) =>
        copy.Skill.PublishedFrom is { } source && stored.FirstOrDefault(known => known.Id == source) is { Skill: { IsRefusedByPerson: true } own } ? own : null;

    /// <summary>A skill as a function whose runs are noted as trials, and a person's yes to its first run as approval; for hosts that choose skills themselves.</summary>
    /// <param name="stored">The skill; it has a plan and is in use.</param>
    /// <param name="scope">Whose skill.</param>
    /// <param name="tools">The application's own functions, asked for at each run.</param>
    /// <param name="options">Approval and limits. Default: those of <see cref="SkillRunOptions"/>.</param>
    /// <exception cref="ArgumentException">The skill has no plan that could run, or is out of use.</exception>
    public SkillFunction Function(StoredSkill stored, MemoryScope scope, Func<IEnumerable<AITool>> tools, SkillRunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(scope);
        var given = options ?? new();
        return new(stored.Skill, tools, given with
        {
            TimeProvider = given.TimeProvider == TimeProvider.System ? memory.Options.TimeProvider : given.TimeProvider,
            Approved = async (skill, token) =>
            {
                await ApproveAsync(stored, scope, token).ConfigureAwait(false);
                if (given.Approved is { } approved)
                {
                    await approved(skill, token).ConfigureAwait(false);
                }
            },
            Completed = async (report, token) =>
            {
                await NoteAsync(stored, report, scope, token).ConfigureAwait(false);
                if (given.Completed is { } completed)
                {
                    await completed(report, token).ConfigureAwait(false);
                }
            },
        });
    }

    /// <summary>Notes a run as a trial of the skill: a success when all of its calls were made, otherwise a failure with its lesson.</summary>
    /// <remarks>
    /// Done by the functions that this class makes; call it for a run that was made otherwise. A refused run is no trial; one that
    /// its caller cancelled is a trial that counts neither way.
    /// </remarks>
    /// <param name="name">The skill.</param>
    /// <param name="report">How the run ended.</param>
    /// <param name="scope">Whose skill.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="MemoryNotFoundException">The scope may not change a skill of that name.</exception>
    public async Task<StoredSkill> RecordTrialAsync(string name, SkillReport report, MemoryScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentOutOfRangeException.ThrowIfEqual(report.Status, SkillRunStatus.Refused, nameof(report));
        var access = await memory.ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        return await memory.ChangeSkillAsync(name, WithTrial(report, access), scope, cancellationToken).ConfigureAwait(false);
    }

    private Func<Skill, Skill> WithTrial(SkillReport report, CubeAccess access)
    {
        var now = memory.Options.TimeProvider.GetLocalNow();
        return skill => SkillLife.Record(skill, TrialOf(skill, report, now) with { Cube = access.Home });
    }

    private SkillTrial TrialOf(Skill skill, SkillReport report, DateTimeOffset now) => new(
        report.Version, now, report.Status == SkillRunStatus.Completed, SkillLesson.Of(report),
        skill.Current.Plan is not null ? SkillCost.OfRun(report, SkillSchema.Of(skill.Current), skill.Description, counter) : 0,
        report.Status == SkillRunStatus.Cancelled);

    private Task NoteAsync(StoredSkill stored, SkillReport report, MemoryScope scope, CancellationToken cancellationToken) =>
        TryChangeAsync(stored, access => WithTrial(report, access), scope, LogTrialLost, cancellationToken);

    // The yes was given to what was shown: a skill that is out of use by now, or whose version does something else, keeps its place.
    private Task ApproveAsync(StoredSkill stored, MemoryScope scope, CancellationToken cancellationToken)
    {
        var shown = stored.Skill.Current;
        return TryChangeAsync(
            stored,
            _ => known => known.IsOffered && known.Versions.Any(version => version.Number == shown.Number && version.Plan?.ToJson() == shown.Plan?.ToJson())
                ? SkillLife.Approve(known, shown.Number)
                : known,
            scope,
            LogApprovalLost,
            cancellationToken);
    }

    private async Task TryChangeAsync(StoredSkill stored, Func<CubeAccess, Func<Skill, Skill>> step, MemoryScope scope, Action<Exception, MemoryId> log, CancellationToken cancellationToken)
    {
        try
        {
            var access = await memory.ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
            if (access.Writable.Contains(stored.Id.Cube))
            {
                // By its id: a copy of the same name in another cube did not run.
                await memory.ChangeSkillAsync(stored, step(access), scope, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is MemOSException or InvalidOperationException)
        {
            // The calls are made, or about to be: their report must reach the caller whatever becomes of the note.
            log(error, stored.Id);
        }
    }

    private AIFunction? ToTool(StoredSkill stored, MemoryScope scope, Func<IEnumerable<AITool>> tools, SkillOfferOptions options)
    {
        var skill = stored.Skill;
        var isApproved = skill.ApprovedVersion == skill.CurrentVersion;
        if (skill.Current.Plan is null)
        {
            return isApproved ? new SkillGuideFunction(skill) : null;
        }

        if (!SkillFunction.CanBeMadeOf(skill))
        {
            return null;
        }

        var function = Function(stored, scope, tools, options.Run);
        var isAllowed = isApproved || !function.RequiresApproval || options.IncludeUnapproved || options.Run.Approver is not null;
        return isAllowed && function.FindObstacle() is null ? function.ToTool() : null;
    }

    private int CountTokens(AIFunction tool) => counter.Count(tool.Name) + counter.Count(tool.Description) + counter.Count(tool.JsonSchema.GetRawText());

    [LoggerMessage(EventId = 1301, Level = LogLevel.Warning, Message = "A run of the skill {Skill} could not be noted as a trial; the run itself is not affected.")]
    private partial void LogTrialLost(Exception exception, MemoryId skill);

    [LoggerMessage(EventId = 1302, Level = LogLevel.Warning, Message = "A person's approval of the skill {Skill} could not be noted; the person is asked again.")]
    private partial void LogApprovalLost(Exception exception, MemoryId skill);
}
