namespace MemOS.Evolution.Skills;

/// <summary>What trials say about a skill: Beta(1, 1) before the first, updated by each (Laplace's rule of succession).</summary>
/// <param name="Successes">Trials that succeeded.</param>
/// <param name="Failures">Trials that failed.</param>
public readonly record struct SkillPosterior(int Successes, int Failures)
{
    /// <summary>How many trials there were.</summary>
    public int Trials => Successes + Failures;

    /// <summary>The expected share of successes, from 0 to 1; 0.5 before the first trial.</summary>
    public double Mean => (1.0 + Successes) / (2.0 + Trials);
}
