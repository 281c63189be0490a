using System.Text;
using System.Text.Json;
using MemOS.Evolution.Json;
using Microsoft.Extensions.AI;

namespace MemOS.Evolution.Skills;

/// <summary>An instruction skill as a function: calling it loads the instructions, and does nothing else.</summary>
/// <remarks>Safe for concurrent use. Threat note: instructions are text that people said; they are offered only after a person approved them.</remarks>
public sealed class SkillGuideFunction : AIFunction
{
    private static readonly JsonElement NoArguments = JsonValues.Parse("""{"type":"object","properties":{},"additionalProperties":false}""");
    private readonly Skill skill;

    /// <summary>Creates the function of an instruction skill.</summary>
    /// <exception cref="ArgumentException">The skill has no instructions.</exception>
    public SkillGuideFunction(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        this.skill = skill.Current.Instructions is null ? throw new ArgumentException($"The skill '{skill.Name}' has no instructions.", nameof(skill)) : skill;
    }

    /// <inheritdoc/>
    public override string Name => skill.Name;

    /// <inheritdoc/>
    public override string Description => $"Loads instructions. {skill.Description}{(skill.Current.Instructions!.Parameters is { Count: > 0 } differs ? $" Given in a request: {string.Join(", ", differs.Select(parameter => parameter.Name))}." : "")}";

    /// <inheritdoc/>
    public override JsonElement JsonSchema => NoArguments;

    /// <summary>The instructions as a model reads them.</summary>
    public string Text
    {
        get
        {
            var guide = skill.Current.Instructions!;
            var text = new StringBuilder("When to use: ").Append(guide.WhenToUse);
            Append(text, "Parameters", [.. guide.Parameters.Select(parameter => parameter.Line)]);
            Append(text, "Request", guide.RequestForm is { } form ? [form] : []);
            Append(text, "Steps", guide.Steps);
            Append(text, "Pitfalls", [.. guide.Pitfalls, .. skill.Lessons]);
            Append(text, "Examples", guide.Examples);
            return text.ToString();
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<object?>(Text);
    }

    private static void Append(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            text.Append('\n').Append(title).Append(':').AppendJoin("", lines.Select(line => $"\n- {line}"));
        }
    }
}
