using System.Text.Json;
using MemOS.Evolution.Tasks;
using MemOS.Tokens;

namespace MemOS.Evolution.Skills;

/// <summary>What calls and their results cost in tokens, as often as a model is sent them. The request, which both ways pay for, is left out.</summary>
internal static class SkillCost
{
    // Role and separators, as chat formats spell them.
    private const int PerMessage = 4;

    /// <summary>A task done step by step: each call is written once, and sent again with its result for every model call after it.</summary>
    public static long OfTask(MemoryTask task, ITokenCounter counter)
    {
        var steps = task.Calls.GroupBy(call => call.Message).ToList();
        var cost = 0L;
        for (var i = 0; i < steps.Count; i++)
        {
            var written = steps[i].Sum(call => PerMessage + counter.Count(call.Tool) + counter.Count(call.Arguments.ValueKind == JsonValueKind.Undefined ? "" : call.Arguments.GetRawText()));
            var answered = steps[i].Sum(call => PerMessage + counter.Count(call.Result?.GetRawText() ?? call.Error));
            cost += written + ((long)(written + answered) * (steps.Count - i));
        }

        return cost;
    }

    /// <summary>The same done by a skill: its schema is sent twice, its call written once, and sent again with the report.</summary>
    public static long OfRun(SkillReport report, JsonElement schema, string description, ITokenCounter counter)
    {
        var offered = counter.Count(report.Skill) + counter.Count(description) + counter.Count(schema.GetRawText());
        var called = PerMessage + counter.Count(report.Skill) + (report.Done.Count > 0 && report.Done[0].Arguments is { } arguments ? counter.Count(arguments.GetRawText()) : 0);
        var answered = PerMessage + counter.Count(report.ToModelJson().GetRawText());
        return (2L * offered) + (2L * called) + answered;
    }
}
