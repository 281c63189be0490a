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
        var chosen = new List<Skill>();
        foreach (var (_, _, skill) in Rank([.. skills.Where(skill => skill.IsOffered && skill.Current.Plan is not null).Select(skill => new StoredSkill(default, 0, skill))], request))
        {
            var cost = countTokens(skill.Name) + countTokens(skill.Description) + countTokens(SkillSchema.Of(skill.Current).GetRawText());
            if (chosen.Count < most && cost <= budget)
            {
                chosen.Add(skill);
                budget -= cost;
            }
        }

        return chosen;
    }

    /// <summary>The skills that share words with the request, best first: how many, weighed by what trials say.</summary>
    internal static IEnumerable<StoredSkill> Rank(IReadOnlyList<StoredSkill> skills, string request)
    {
        var asked = UtteranceReader.Topics(request);
        return skills
            .Select(stored => (Stored: stored, Shared: Words(stored.Skill).Count(asked.Contains)))
            .Where(pair => pair.Shared > 0)
            .OrderByDescending(pair => pair.Shared * pair.Stored.Skill.Posterior.Mean)
            .ThenBy(pair => pair.Stored.Skill.Name, StringComparer.Ordinal)
            .Select(pair => pair.Stored);
    }

    /// <summary>All skills, those first whose runs went best.</summary>
    internal static IEnumerable<StoredSkill> ByTrials(IReadOnlyList<StoredSkill> skills) => skills
        .OrderByDescending(stored => stored.Skill.Posterior.Mean)
        .ThenBy(stored => stored.Skill.Name, StringComparer.Ordinal);

    private static HashSet<string> Words(Skill skill) => UtteranceReader.Topics(string.Join(' ', Texts(skill)).Replace('_', ' '));

    private static IEnumerable<string> Texts(Skill skill)
    {
        var parameters = skill.Current.Plan?.Parameters.Select(parameter => JsonPointer.LastName("/" + parameter.Name)) ?? [];
        return [skill.Name, skill.Description, skill.Current.Instructions?.WhenToUse ?? "", .. parameters];
    }
}
