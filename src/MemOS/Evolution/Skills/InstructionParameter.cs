namespace MemOS.Evolution.Skills;

/// <summary>What differs from one request of a kind to the next, for which an instruction skill holds.</summary>
public sealed record InstructionParameter
{
    /// <summary>The name, unique within the instructions: lower-case letters, digits and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, and between which words of a request it stands.</summary>
    public required string Description { get; init; }

    /// <summary>A value that it may have: made up, or a word that names nobody; <see langword="null"/> where it was left out for others.</summary>
    public string? Example { get; init; }

    /// <summary>The parameter on one line, for people and models.</summary>
    internal string Line => Example is null ? $"{Name}: {Description}" : $"{Name}: {Description} Example: {Example}";
}
