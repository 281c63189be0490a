namespace MemOS.Evolution.Skills;

/// <summary>Which skills a model is shown for a request, and how they run when it calls one.</summary>
public sealed record SkillOfferOptions
{
    /// <summary>The most tokens that names, descriptions and schemas of the offered skills may cost together; 0 offers none. Default: 600.</summary>
    public int BudgetTokens { get; init; } = 600;

    /// <summary>The most skills. Default: 3.</summary>
    public int MaxSkills { get; init; } = 3;

    /// <summary>
    /// Whether skills that nobody approved yet are offered too; the host then asks for approval before the first run (they come
    /// as functions that require it). Default: no, unless <see cref="SkillRunOptions.Approver"/> is set or
    /// <see cref="SkillApproval.Trusted"/> needs no approval.
    /// </summary>
    public bool IncludeUnapproved { get; init; }

    /// <summary>Approval and limits of the runs. Default: those of <see cref="SkillRunOptions"/>.</summary>
    public SkillRunOptions Run { get; init; } = new();
}
