namespace MemOS.Evolution.Skills;

/// <summary>What changed between two versions of a skill, one line a change: "- " was, "+ " is.</summary>
public static class SkillDiff
{
    /// <summary>Compares two versions line by line (longest common subsequence).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The skill has no such version.</exception>
    public static IReadOnlyList<string> Between(Skill skill, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return Compare(Lines(Find(skill, from)), Lines(Find(skill, to)));
    }

    private static SkillVersion Find(Skill skill, int number) => skill.Versions.FirstOrDefault(version => version.Number == number)
        ?? throw new ArgumentOutOfRangeException(nameof(number), number, $"'{skill.Name}' has no version {number}.");

    private static string[] Lines(SkillVersion version) => version.Plan is { } plan
        ? plan.ToJson().ReplaceLineEndings("\n").Split('\n')
        : [.. (version.Instructions?.Parameters ?? []).Select(parameter => $"parameter: {parameter.Line}"), .. version.Instructions?.Steps ?? [], .. (version.Instructions?.Pitfalls ?? []).Select(pitfall => $"pitfall: {pitfall}")];

    private static List<string> Compare(string[] before, string[] after)
    {
        var common = Enumerable.Range(0, before.Length + 1).Select(_ => new int[after.Length + 1]).ToArray();
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i][j] = before[i] == after[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        var changes = new List<string>();
        var (left, right) = (0, 0);
        while (left < before.Length || right < after.Length)
        {
            if (left < before.Length && right < after.Length && before[left] == after[right])
            {
                left++;
                right++;
            }
            else if (left < before.Length && (right == after.Length || common[left + 1][right] >= common[left][right + 1]))
            {
                changes.Add("- " + before[left++].Trim());
            }
            else
            {
                changes.Add("+ " + after[right++].Trim());
            }
        }

        return changes;
    }
}
