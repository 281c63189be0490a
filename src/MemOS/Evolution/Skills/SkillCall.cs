using System.Text.Json;

namespace MemOS.Evolution.Skills;

/// <summary>A call that a skill made, or would make.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">The arguments. Before the call, what waits for an earlier result is a text that says where it comes from, see <see cref="Waiting"/>.</param>
/// <param name="Result">The result; <see langword="null"/> before it was made.</param>
public sealed record SkillCall(string Tool, JsonElement? Arguments, JsonElement? Result = null)
{
    /// <summary>The arguments that wait for an earlier result, by the JSON pointer (RFC 6901) to each; <see langword="null"/> when none does.</summary>
    /// <remarks>Threat note: ask this, not the text, whether a value is known. A caller may give a text that looks like one of ours.</remarks>
    public IReadOnlyList<string>? Waiting { get; init; }
}
