using MemOS.Evolution.Skills;

namespace MemOS.Cli.Output;

/// <summary>A parameter of a skill as <c>--json</c> prints it.</summary>
internal sealed record SkillParameterOutput(string Name, string? Description, string? Example)
{
    public static IReadOnlyList<SkillParameterOutput> Of(SkillVersion version) =>
    [
        .. (version.Plan?.Parameters ?? []).Select(parameter => new SkillParameterOutput(parameter.Name, parameter.Description, null)),
        .. (version.Instructions?.Parameters ?? []).Select(parameter => new SkillParameterOutput(parameter.Name, parameter.Description, parameter.Example)),
    ];
}
