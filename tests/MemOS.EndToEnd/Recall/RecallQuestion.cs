namespace MemOS.EndToEnd.Recall;

/// <summary>A question with what its answer needs.</summary>
internal sealed record RecallQuestion
{
    public required string Question { get; init; }

    // Settable, since the JSON source generator passes null to init-only properties that a file leaves out.
    /// <summary>Ids of the messages that hold the answer.</summary>
    public IReadOnlyList<string> Gold { get; set; } = [];

    /// <summary>Words that the context must hold.</summary>
    public IReadOnlyList<string> Words { get; set; } = [];

    /// <summary>The time of what is asked for, in ISO 8601.</summary>
    public string? EventTime { get; init; }

    /// <summary>Whether it asks for advice on which the gold messages bear: one of them must be packed.</summary>
    public bool Advice { get; init; }

    /// <summary>Whether nothing in the memory bears on it: the gate must stay closed.</summary>
    public bool Nothing { get; init; }
}
