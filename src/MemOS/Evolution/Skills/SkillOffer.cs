using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks.Language;

namespace MemOS.Evolution.Skills;

/// <summary>Chooses the few skills that are worth showing to a model for a request.</summary>
public static class SkillOffer
{
    /// <summary>The skills that share words with the request, best first, within a budget.</summary>
    /// <param name="skills">The skills of the scope.</param>
    /// <param name="request">What the user asks for.</param>
    /// <param name="countTokens">Counts the tokens of a text.</param>
    /// <param name="budget">The most tokens of names, descriptions and schemas together. Default: 600.</param>
    /// <param name="most">The most skills. Default: 3.</param>
    public static IReadOnlyList<Skill> Select(IReadOnlyList<Skill> skills, string request, Func<string, int> countTokens, int budget = 600, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(skills);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(countTokens);
        var asked = UtteranceReader.Topics(request);
        var chosen = new List<Skill>();
        var ranked = skills.Where(skill => skill.IsOffered)
            .Select(skill => (Skill: skill, Shared: Words(skill).Count(asked.Contains)))
            .Where(pair => pair.Shared > 0)
            .OrderByDescending(pair => pair.Shared * pair.Skill.Posterior.Mean)
            .ThenBy(pair => pair.Skill.Name, StringComparer.Ordinal);
        foreach (var (skill, _) in ranked)
        {
            var cost = countTokens(skill.Name) + countTokens(skill.Description) + countTokens(SkillSchema.Of(skill.Current.Plan!).GetRawText());
            if (chosen.Count < most && cost <= budget)
            {
                chosen.Add(skill);
                budget -= cost;
            }
        }

        return chosen;
    }

    private static HashSet<string> Words(Skill skill) => UtteranceReader.Topics(
        $"{skill.Name.Replace('_', ' ')} {skill.Description.Replace('_', ' ')} {string.Join(' ', skill.Current.Plan!.Parameters.Select(parameter => JsonPointer.LastName("/" + parameter.Name).Replace('_', ' ')))}");
}
