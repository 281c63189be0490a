using System.Text.Json;
using MemOS.Evolution.Skills;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MemOS.AgentFramework;

/// <summary>Runs a learned skill's verified plan when a model runs its script.</summary>
internal sealed class MemorySkillScript(SkillFunction function) : AgentSkillScript(ScriptName, function.Description)
{
    /// <summary>What every skill's script is called.</summary>
    public const string ScriptName = "run";

    /// <inheritdoc/>
    public override JsonElement? ParametersSchema => function.JsonSchema;

    /// <inheritdoc/>
    public override async Task<object?> RunAsync(AgentSkill skill, JsonElement? arguments, IServiceProvider? serviceProvider, CancellationToken cancellationToken = default)
    {
        var given = new AIFunctionArguments { Services = serviceProvider };
        if (Parse(arguments) is { ValueKind: JsonValueKind.Object } json)
        {
            foreach (var member in json.EnumerateObject())
            {
                given[member.Name] = member.Value.Clone();
            }
        }

        return await function.InvokeAsync(given, cancellationToken).ConfigureAwait(false);
    }

    // Some models send the object as a text.
    private static JsonElement? Parse(JsonElement? arguments)
    {
        if (arguments is not { ValueKind: JsonValueKind.String } text)
        {
            return arguments;
        }

        try
        {
            using var document = JsonDocument.Parse(text.GetString()!);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // The function then says which arguments it misses.
            return null;
        }
    }
}
