using System.Text.Json;

namespace MemOS.Evolution.Skills;

/// <summary>A call that a skill made, or would make.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">The arguments; <see langword="null"/> while they wait for an earlier result.</param>
/// <param name="Result">The result; <see langword="null"/> before it was made.</param>
public sealed record SkillCall(string Tool, JsonElement? Arguments, JsonElement? Result = null);
