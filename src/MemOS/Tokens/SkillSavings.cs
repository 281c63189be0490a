namespace MemOS.Tokens;

/// <summary>What a skill has saved against the tasks that it came from.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Runs">How often it was done whole.</param>
/// <param name="TaskTokens">What calls and results of such a task cost step by step, on average.</param>
/// <param name="RunTokens">What they cost by the skill, on average: its schema, its call, its report.</param>
public sealed record SkillSavings(string Skill, int Runs, long TaskTokens, long RunTokens)
{
    /// <summary>Tokens saved over all runs; negative when the skill cost more than it saved.</summary>
    public long Saved => Runs * (TaskTokens - RunTokens);
}
