using System.Text.Json;

namespace MemOS.Evolution.Plans;

/// <summary>A parameter of a skill.</summary>
public sealed record PlanParameter
{
    /// <summary>The name, unique within the plan.</summary>
    public required string Name { get; init; }

    /// <summary>The JSON type that the tool's schema declares: string, integer, number, boolean.</summary>
    public required string JsonType { get; init; }

    /// <summary>What the tool's schema says about it, where it says something.</summary>
    public string? Description { get; init; }

    /// <summary>The value that it had every time; <see langword="null"/> when it varied, or is secret or personal.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>Whether its values are secret or personal: they are never shown, kept as examples or exported.</summary>
    public bool IsSensitive { get; init; }
}
