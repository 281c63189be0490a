using System.Text;
using System.Text.Json;
using MemOS.Evolution.Plans;

namespace MemOS.Evolution.Skills;

/// <summary>Skills as folders that other agents read (the SKILL.md format of agentskills.io): export and import without loss.</summary>
/// <remarks>
/// <c>SKILL.md</c> holds the front matter and the instructions for people and models, <c>scripts/plan.json</c> the plan, and
/// <c>references/skill.json</c> everything else: versions, trials, lineage. Threat note: an imported skill is not trusted, not verified
/// and not approved, whatever the folder says; its files must say the same, its name and its plan are checked, its trials never count,
/// and it cannot run before a person agrees. Other files of the folder are never run.
/// </remarks>
public static class SkillFolder
{
    /// <summary>The file with front matter and instructions.</summary>
    public const string MarkdownFile = "SKILL.md";

    /// <summary>The file with the plan of the version in use.</summary>
    public const string PlanFile = "scripts/plan.json";

    /// <summary>The file with the whole skill.</summary>
    public const string StateFile = "references/skill.json";

    private const int LongestDescription = 1024;
    private const string OwnNameKey = "metadata.memos-name";

    /// <summary>The name of a skill's folder and of its <c>SKILL.md</c>, as agentskills.io asks for it: <c>find_then_refund</c> is <c>find-then-refund</c> there.</summary>
    public static string NameOf(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return SkillName.Hyphenated(skill.Name);
    }

    /// <summary>Which files of a folder <see cref="Read"/> does not take over, such as another agent's scripts.</summary>
    /// <param name="paths">The folder's files, with <c>/</c> between the parts of a path.</param>
    public static IReadOnlyList<string> NotTakenOver(IEnumerable<string> paths) =>
        [.. paths.Where(path => path is not (MarkdownFile or PlanFile or StateFile)).Order(StringComparer.Ordinal)];

    /// <summary>Writes a skill: the text of each file by its path.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="forOthers">
    /// Whether it is for others, see <see cref="SkillSharing.ForOthers"/>: what may be personal then stays here. Default: no, nothing is lost.
    /// </param>
    public static IReadOnlyDictionary<string, string> Write(Skill skill, bool forOthers = false)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var written = forOthers ? SkillSharing.ForOthers(skill) : skill;
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [MarkdownFile] = Markdown(written),
            [StateFile] = JsonSerializer.Serialize(written, SkillJsonContext.Default.Skill),
        };
        if (written.Current.Plan is { } plan)
        {
            files[PlanFile] = plan.ToJson();
        }

        return files;
    }

    /// <summary>Reads a skill that <see cref="Write"/> wrote, or another agent's folder with a <c>SKILL.md</c> and perhaps a plan.</summary>
    /// <param name="files">The text of each file by its path.</param>
    /// <param name="now">The time, for a folder without a history.</param>
    /// <exception cref="FormatException">The folder holds no skill, its name is none, or its files do not fit together; the message says what is wrong.</exception>
    public static Skill Read(IReadOnlyDictionary<string, string> files, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (!files.TryGetValue(MarkdownFile, out var markdown))
        {
            throw new FormatException($"The folder has no {MarkdownFile}.");
        }

        var (front, body) = FrontMatter.Read(markdown);
        var given = front.GetValueOrDefault("name") is { Length: > 0 } entry ? entry : throw new FormatException($"{MarkdownFile} names no skill in its front matter.");
        var name = SkillName.Read(front.GetValueOrDefault(OwnNameKey) is { Length: > 0 } own ? own : given);
        if (SkillName.Read(given) != name && given != SkillName.Hyphenated(name))
        {
            throw new FormatException($"{MarkdownFile} has two names that do not fit together: '{given}' and '{name}'.");
        }

        try
        {
            var plan = files.TryGetValue(PlanFile, out var planText) ? SkillPlan.FromJson(planText) : null;
            var skill = files.TryGetValue(StateFile, out var state)
                ? JsonSerializer.Deserialize(state, SkillJsonContext.Default.Skill) ?? throw new FormatException($"{StateFile} holds null.")
                : Foreign(name, front.GetValueOrDefault("description") ?? "", body, plan, now);
            Check(skill, name, plan);
            if (files.ContainsKey(StateFile))
            {
                CheckText(skill, front, body);
            }

            return WithoutIds(SkillLife.Import(skill with { Name = name }));
        }
        catch (JsonException ex)
        {
            throw new FormatException($"The folder of '{name}' cannot be read: {ex.Message}", ex);
        }
    }

    // Ids of another memory name other things here, or nothing: a message of this one must not take the skill along when it is erased.
    private static Skill WithoutIds(Skill skill) => skill.WithEvidence(static _ => null) with { PublishedFrom = null };

    private static void Check(Skill skill, string name, SkillPlan? plan)
    {
        CheckWhole(skill, name);
        if (skill.Versions.All(version => version.Number != skill.CurrentVersion))
        {
            throw new FormatException($"The skill '{name}' uses version {skill.CurrentVersion}, which it does not have.");
        }

        if (SkillName.Read(skill.Name) != name || skill.Current.Plan?.ToJson() != plan?.ToJson())
        {
            throw new FormatException($"The files of '{name}' do not fit together: {StateFile} holds another name or plan.");
        }

        foreach (var parameter in skill.Versions.SelectMany(version => version.Instructions?.Parameters ?? []))
        {
            _ = SkillName.Read(parameter.Name);
        }

        foreach (var version in skill.Versions.Where(version => version.Plan is not null))
        {
            if (PlanCheck.FirstProblem(version.Plan!) is { } problem)
            {
                throw new FormatException($"Version {version.Number} of '{name}': {problem}");
            }
        }
    }

    // A skill that lacks a part would be stored, and then fail whoever lists the skills of its cube.
    private static void CheckWhole(Skill skill, string name)
    {
        var problem =
            HasGap(skill.Versions) || HasGap(skill.Trials) || HasGap(skill.ForeignTrials) || HasGap(skill.Pitfalls) || skill.Versions.Any(static version => HasGap(version.Tools) || HasGap(version.Pitfalls) || HasGap(version.Evidence)) ? "a list in it holds null" :
            skill.Versions.GroupBy(static version => version.Number).FirstOrDefault(static same => same.Count() > 1) is { } twice ? $"it has version {twice.Key} twice" :
            !Enum.IsDefined(skill.Status) || skill.Versions.Any(static version => !Enum.IsDefined(version.Check)) ? "its status, or that of a version, is none" :
            skill.PendingVersion is { } pending && skill.Versions.All(version => version.Number != pending) ? $"version {pending} waits in it, which it does not have" :
            skill.ApprovedVersion is { } approved && skill.Versions.All(version => version.Number != approved) ? $"version {approved} is approved in it, which it does not have" :
            skill.Versions.Any(static version => version.Plan is { Steps.Count: 0 }) ? "a plan in it has no steps" : null;
        if (problem is not null)
        {
            throw new FormatException($"The skill '{name}' cannot be read: {problem}. Nothing was stored.");
        }
    }

    private static bool HasGap<T>(IReadOnlyList<T> list) => list.Any(static item => item is null);

    // A person reads SKILL.md, and the JSON is what is used: neither may say what the other does not.
    private static void CheckText(Skill skill, IReadOnlyDictionary<string, string> front, string body)
    {
        var (knownFront, knownBody) = FrontMatter.Read(Markdown(skill));
        var said = Lines(front, body);
        var known = Lines(knownFront, knownBody);
        for (var i = 0; i < Math.Max(said.Length, known.Length); i++)
        {
            var (left, right) = (i < said.Length ? said[i] : "", i < known.Length ? known[i] : "");
            if (left != right)
            {
                throw new FormatException(
                    $"The files of '{skill.Name}' do not fit together: {MarkdownFile} says \"{left}\" where {StateFile} says \"{right}\". " +
                    $"Change both, or remove {StateFile} to have {MarkdownFile} read alone.");
            }
        }
    }

    private static string[] Lines(IReadOnlyDictionary<string, string> front, string body) =>
        [front.GetValueOrDefault("description") ?? "", .. body.Trim().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];

    private static Skill Foreign(string name, string description, string body, SkillPlan? plan, DateTimeOffset now) => new()
    {
        Name = name,
        Description = description,
        Status = SkillStatus.Candidate,
        StatusReason = "Imported.",
        CurrentVersion = 1,
        Versions =
        [
            new()
            {
                Number = 1,
                Reason = "imported",
                Created = now,
                Plan = plan,
                Instructions = plan is null ? new() { WhenToUse = description, Steps = [body.Trim()] } : null,
                Tools = [.. (plan?.Steps ?? []).Select(step => step.Tool).Distinct(StringComparer.Ordinal).Select(tool => new SkillTool(tool, null))],
            },
        ],
    };

    private static string Markdown(Skill skill)
    {
        var text = new StringBuilder();
        text.Append(FrontMatter.Write([new("name", NameOf(skill)), new("description", TextHead.Of(skill.Description, LongestDescription)), new(OwnNameKey, skill.Name)]));
        text.Append("\n# ").Append(skill.Name).Append("\n\n").Append(skill.Description).Append('\n');
        if (skill.Current.Plan is { } plan)
        {
            Section(text, "Parameters", plan.Parameters.Select(parameter => $"`{parameter.Name}` ({parameter.JsonType}){(parameter.Description is { } about ? ": " + about : "")}"));
            Section(text, "Steps", plan.Steps.Select(step => $"Call `{step.Tool}`."));
            text.Append("\nThe exact plan is in [").Append(PlanFile).Append("](").Append(PlanFile).Append(").\n");
        }
        else if (skill.Current.Instructions is { } instructions)
        {
            Section(text, "When to use", [instructions.WhenToUse]);
            Section(text, "Parameters", instructions.Parameters.Select(parameter => parameter.Line));
            Section(text, "Request", instructions.RequestForm is { } form ? [form] : []);
            Section(text, "Steps", instructions.Steps);
            Section(text, "Pitfalls", instructions.Pitfalls);
            Section(text, "Examples", instructions.Examples);
        }

        Section(text, "Known problems", skill.Lessons);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count > 0)
        {
            text.Append("\n## ").Append(title).Append("\n\n").AppendJoin('\n', list.Select((line, index) => $"{index + 1}. {line.ReplaceLineEndings(" ")}")).Append('\n');
        }
    }
}
