namespace MemOS.Evolution.Skills;

/// <summary>What to do where no tools are called: advice for a model, in words.</summary>
public sealed record SkillInstructions
{
    /// <summary>When it applies.</summary>
    public required string WhenToUse { get; init; }

    /// <summary>What to do, in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What went wrong before. Default: nothing.</summary>
    public IReadOnlyList<string> Pitfalls { get; init; } = [];

    /// <summary>Requests that it answered, without personal values. Default: none.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>What differs from request to request, in the request's order. Default: nothing that could be told reliably.</summary>
    public IReadOnlyList<InstructionParameter> Parameters { get => field ?? []; init; }

    /// <summary>
    /// How such a request is put, with <c>{name}</c> for each parameter: each request that it was learned from, once its own values are
    /// put in. <see langword="null"/> where the requests have no one form, or it would tell what may be somebody's.
    /// </summary>
    public string? RequestForm { get; init; }
}
