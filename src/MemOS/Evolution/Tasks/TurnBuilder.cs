using MemOS.Evidence;
using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks.Language;

namespace MemOS.Evolution.Tasks;

/// <summary>Cuts a session into turns and joins each call with its result.</summary>
internal static class TurnBuilder
{
    public static IReadOnlyList<Turn> Build(IReadOnlyList<EvidenceItem> session)
    {
        var results = ResultQueue(session);
        var turns = new List<Turn>();
        var current = new List<EvidenceItem>();
        foreach (var item in session)
        {
            if (item.Content.Role == EvidenceRole.User && current.Count > 0)
            {
                turns.Add(Make(current, results));
                current = [];
            }

            current.Add(item);
        }

        if (current.Count > 0)
        {
            turns.Add(Make(current, results));
        }

        return turns;
    }

    private static Turn Make(List<EvidenceItem> items, Dictionary<string, Queue<ToolResult>> results)
    {
        var calls = new List<TaskCall>();
        foreach (var item in items)
        {
            foreach (var call in item.Content.ToolCalls)
            {
                var result = results.TryGetValue(call.CallId, out var queue) && queue.TryDequeue(out var next) ? next : null;
                calls.Add(new()
                {
                    Order = calls.Count,
                    Message = item.Id,
                    Position = item.Position,
                    CallId = call.CallId,
                    Tool = call.Name,
                    Arguments = call.Arguments.ValueKind == System.Text.Json.JsonValueKind.Undefined ? JsonValues.EmptyObject : call.Arguments,
                    Result = result?.Error is null ? result?.Result : null,
                    Error = result?.Error,
                });
            }
        }

        var text = items[0].Content.Role == EvidenceRole.User ? items[0].Content.Text : "";
        var answer = items.LastOrDefault(item => item.Content.Role == EvidenceRole.Assistant && item.Content.Text.Length > 0)?.Content.Text ?? "";
        var topics = UtteranceReader.Topics(text);
        topics.UnionWith(UtteranceReader.Topics(answer));
        return new() { Items = items, Calls = calls, User = UtteranceReader.Read(text), Answer = answer, Topics = topics };
    }

    // Some hosts reuse call ids within a session: the n-th call of an id takes its n-th result.
    private static Dictionary<string, Queue<ToolResult>> ResultQueue(IReadOnlyList<EvidenceItem> session)
    {
        var results = new Dictionary<string, Queue<ToolResult>>(StringComparer.Ordinal);
        foreach (var result in session.SelectMany(item => item.Content.ToolResults))
        {
            if (!results.TryGetValue(result.CallId, out var queue))
            {
                results[result.CallId] = queue = new();
            }

            queue.Enqueue(result);
        }

        return results;
    }
}
