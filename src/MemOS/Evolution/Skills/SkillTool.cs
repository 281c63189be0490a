using System.Text.Json;

namespace MemOS.Evolution.Skills;

/// <summary>A tool that a skill's evidence called, with the schema that it had then.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Schema">The JSON schema of its arguments; <see langword="null"/> when it had none. A tool with another schema is not called.</param>
public sealed record SkillTool(string Name, JsonElement? Schema);
