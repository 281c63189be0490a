using System.Text.Json;
using MemOS.Evolution;
using MemOS.Evolution.Plans;

namespace MemOS.Cli.Benches.Evolution;

/// <summary>Whether a found skill is a gold one: equal plans, and on at least three of its tasks equal parameters.</summary>
internal static class SkillMatch
{
    private const int Least = 3;

    public static bool IsMatch(FoundStream stream, SkillCandidate found, SuiteSkill gold)
    {
        if (!found.Plan.Steps.Select(step => step.Tool).SequenceEqual(gold.Plan))
        {
            return false;
        }

        // The tasks of the gold skill of which the found one has an instance, by their place in the gold lists.
        var shared = new List<(int Place, IReadOnlyDictionary<string, JsonElement> Values)>();
        for (var place = 0; place < gold.Tasks.Count; place++)
        {
            if (stream.Matches[gold.Tasks[place]] is { } match && found.Pattern.Successes.FirstOrDefault(trace => trace.Task == match) is { } trace)
            {
                shared.Add((place, PlanParameters.Read(found.Plan, trace.Calls)));
            }
        }

        return Subsets(shared.Count).Any(subset => AreEqual(found.Plan, gold, [.. subset.Select(index => shared[index])]));
    }

    // Largest first. A long list is tried whole and without any one or two of its tasks.
    private static IEnumerable<IReadOnlyList<int>> Subsets(int count)
    {
        var all = Enumerable.Range(0, count).ToList();
        if (count < Least)
        {
            return [];
        }

        return count <= 12
            ? Enumerable.Range(0, 1 << count).Select(mask => (IReadOnlyList<int>)[.. all.Where(index => (mask >> index & 1) == 1)])
                .Where(subset => subset.Count >= Least).OrderByDescending(subset => subset.Count)
            : all.SelectMany(left => all.Where(right => right >= left).Select(right => (IReadOnlyList<int>)[.. all.Where(index => index != left && index != right)])).Prepend(all);
    }

    private static bool AreEqual(SkillPlan plan, SuiteSkill gold, IReadOnlyList<(int Place, IReadOnlyDictionary<string, JsonElement> Values)> tasks)
    {
        var found = plan.Parameters.Select(parameter => parameter.JsonType + " " + string.Join('\n', tasks.Select(task =>
            task.Values.TryGetValue(parameter.Name, out var value) ? Key(value) : ""))).ToHashSet(StringComparer.Ordinal);
        return found.SetEquals(gold.Parameters.Select(parameter => (parameter.JsonType ?? "") + " " + string.Join('\n', tasks.Select(task =>
            task.Place < parameter.Values.Count ? Key(parameter.Values[task.Place]) : ""))));
    }

    private static string Key(JsonElement value) => CanonicalJson.Of(value);
}
