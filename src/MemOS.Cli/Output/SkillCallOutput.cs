using System.Text.Json;
using MemOS.Evolution.Skills;

namespace MemOS.Cli.Output;

/// <summary>A call of a skill as <c>--json</c> prints it, made or only shown; arguments and results are the tool's own.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="Waiting">JSON pointers to the arguments that an earlier result gives.</param>
/// <param name="Result">What it answered.</param>
internal sealed record SkillCallOutput(string Tool, JsonElement? Arguments, IReadOnlyList<string> Waiting, JsonElement? Result)
{
    public static SkillCallOutput Of(SkillCall call) => new(call.Tool, call.Arguments, call.Waiting ?? [], call.Result);
}
