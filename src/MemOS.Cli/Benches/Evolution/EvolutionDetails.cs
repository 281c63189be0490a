using System.Text.Json.Nodes;
using MemOS.Evolution;
using MemOS.Evolution.Plans;
using MemOS.Evolution.Tasks;

namespace MemOS.Cli.Benches.Evolution;

/// <summary>One row a stream: what was found, what it was matched with, and why.</summary>
internal static class EvolutionDetails
{
    public static JsonObject Row(FoundStream stream)
    {
        var ids = stream.Evidence.Items.ToDictionary(item => item.Id, item => item.Content.ExternalId ?? item.Id.ToString());
        return new()
        {
            ["id"] = stream.Gold.Id,
            ["tasks"] = new JsonArray([.. stream.Found.Tasks.Select(task => (JsonNode)Task(task, ids))]),
            ["gold_tasks"] = new JsonArray([.. stream.Gold.Tasks.Select((task, index) => (JsonNode)new JsonObject
            {
                ["first_message"] = task.FirstMessage,
                ["last_message"] = task.LastMessage,
                ["outcome"] = task.Outcome,
                ["found"] = stream.Matches[index] is { } match ? stream.Found.Tasks.ToList().IndexOf(match) : null,
                ["found_outcome"] = stream.Matches[index]?.Outcome.ToString().ToLowerInvariant(),
            })]),
            ["skills"] = new JsonArray([.. stream.Found.Candidates.Select(candidate => (JsonNode)Skill(stream, candidate))]),
            ["gold_skills"] = new JsonArray([.. stream.Gold.Skills.Select(skill => (JsonNode)new JsonObject
            {
                ["plan"] = Strings(skill.Plan),
                ["found"] = EvolutionScorer.Skills(stream).Any(found => SkillMatch.IsMatch(stream, found, skill)),
            })]),
            ["turns"] = new JsonArray([.. stream.Found.Judgements.Select(judgement => (JsonNode)new JsonObject
            {
                ["message"] = ids[judgement.Message],
                ["relation"] = judgement.Relation.ToString(),
                ["confidence"] = Math.Round(judgement.Confidence, 3),
                ["reasons"] = Strings(judgement.Reasons),
            })]),
            ["skipped"] = new JsonArray([.. stream.Found.Skipped.Select(span => (JsonNode)new JsonObject
            {
                ["first_message"] = ids[span.Evidence[0]],
                ["last_message"] = ids[span.Evidence[^1]],
                ["reason"] = span.Reason,
            })]),
        };
    }

    private static JsonObject Task(MemoryTask task, Dictionary<MemoryId, string> ids) => new JsonObject
    {
        ["first_message"] = ids[task.Evidence[0]],
        ["last_message"] = ids[task.Evidence[^1]],
        ["session"] = task.Session,
        ["title"] = task.Title,
        ["outcome"] = task.Outcome.ToString().ToLowerInvariant(),
        ["reason"] = task.OutcomeReason,
        ["calls"] = Strings(task.Calls.Select(call => call.Tool)),
    };

    private static JsonObject Skill(FoundStream stream, SkillCandidate candidate) => new JsonObject
    {
        ["plan"] = Strings(candidate.Plan.Steps.Select(step => step.Tool)),
        ["status"] = candidate.Status.ToString().ToLowerInvariant(),
        ["reason"] = candidate.Reason,
        ["matches_gold"] = stream.Gold.Skills.Any(skill => SkillMatch.IsMatch(stream, candidate, skill)),
        ["tasks"] = new JsonArray([.. candidate.Pattern.Successes.Select(trace => (JsonNode)stream.Found.Tasks.ToList().IndexOf(trace.Task))]),
        ["parameters"] = new JsonArray([.. candidate.Plan.Parameters.Select(parameter => (JsonNode)new JsonObject
        {
            ["name"] = parameter.Name,
            ["json_type"] = parameter.JsonType,
            ["values"] = new JsonArray([.. candidate.Pattern.Successes.Select(trace => PlanParameters.Read(candidate.Plan, trace.Calls).TryGetValue(parameter.Name, out var value) ? JsonNode.Parse(value.GetRawText()) : null)]),
        })]),
    };

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
