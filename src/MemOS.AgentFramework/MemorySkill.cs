using MemOS.Evolution.Skills;
using Microsoft.Agents.AI;

namespace MemOS.AgentFramework;

/// <summary>A learned skill in the shape of Agent Framework.</summary>
internal sealed class MemorySkill : AgentSkill
{
    private const int LongestDescription = 1024;
    private readonly Skill skill;
    private readonly MemorySkillScript? script;

    public MemorySkill(Skill skill, SkillFunction? function)
    {
        this.skill = skill;
        script = function is null ? null : new(function);
        var description = function?.Description ?? skill.Description;
        Frontmatter = new(MemorySkillsSource.NameOf(skill), description.Length <= LongestDescription ? description : description[..LongestDescription]);
    }

    /// <inheritdoc/>
    public override AgentSkillFrontmatter Frontmatter { get; }

    /// <inheritdoc/>
    public override ValueTask<string> GetContentAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(script is null
            ? new SkillGuideFunction(skill).Text
            : $"""
              {Frontmatter.Description}
              Run the script "{MemorySkillScript.ScriptName}" of this skill; it makes these calls, in this order: {string.Join(", ", skill.Current.Plan!.Steps.Select(step => step.Tool))}.
              Its arguments are a JSON object of this schema: {script.ParametersSchema}
              """);
    }

    /// <inheritdoc/>
    public override ValueTask<AgentSkillScript?> GetScriptAsync(string name, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<AgentSkillScript?>(name == MemorySkillScript.ScriptName ? script : null);
    }
}
