using System.Text.Json;
using System.Text.RegularExpressions;

namespace MemOS.Cli.Benches.Evolution;

/// <summary>Reads a suite of streams: what cannot be read is refused, and what makes a figure worth less is named beside the figures.</summary>
internal static partial class EvolutionSuite
{
    private static readonly string[] Roles = ["user", "assistant", "tool", "system"];
    private static readonly string[] Outcomes = ["success", "failure", "unknown"];

    private static readonly SuiteJson Json = new(
        "stream",
        """A suite is a JSON array of streams: [{"id": "shop-01", "tools": [{"name": "refund", "schema": {"type": "object"}}], "messages": [{"message_id": "m1", "session_id": "s1", "role": "user", "content": "Refund order 5", "timestamp": "2026-03-01T09:00:00Z"}], "tasks": [{"first_message": "m1", "last_message": "m1", "outcome": "success"}], "skills": []}].""");

    /// <summary>The streams of a suite.</summary>
    /// <returns>The streams, and what is odd in them: they are scored as they stand.</returns>
    /// <exception cref="JsonException">The file is none; the message names the stream, the field and the format.</exception>
    public static (IReadOnlyList<SuiteStream> Streams, IReadOnlyList<string> Warnings) Parse(Stream file)
    {
        var warnings = new List<string>();
        using var json = Json.Parse(file, (stream, where) => Check(stream, where, warnings));
        var streams = json.RootElement.Deserialize(SuiteJsonContext.Default.IReadOnlyListSuiteStream)!;
        warnings.AddRange(streams.GroupBy(static stream => stream.Id, StringComparer.Ordinal).Where(static same => same.Count() > 1).Select(static same => $"{same.Count()} streams are called \"{same.Key}\""));
        return (streams, [.. warnings, .. streams.SelectMany(Oddities)]);
    }

    private static void Check(JsonElement stream, string where, List<string> warnings)
    {
        Json.Optional(stream, "language", JsonValueKind.String, where);
        List("tools", CheckTool);
        var messages = Json.Required(stream, "messages", JsonValueKind.Array, where);
        var known = new HashSet<string>(StringComparer.Ordinal);
        Json.ForEach(messages, "message", where, (message, place) =>
        {
            if (CheckMessage(message, place, warnings) is var id && !known.Add(id))
            {
                throw Json.Fault($"{where} has the message_id \"{id}\" twice");
            }
        });
        var tasks = 0;
        List("tasks", (task, place) =>
        {
            tasks++;
            CheckTask(task, place, known);
        });
        List("skills", (skill, place) => CheckSkill(skill, place, tasks));

        void List(string name, Action<JsonElement, string> check)
        {
            if (Json.Optional(stream, name, JsonValueKind.Array, where) is { } list)
            {
                Json.ForEach(list, name.TrimEnd('s'), where, check);
            }
        }
    }

    private static void CheckTool(JsonElement tool, string where)
    {
        Json.Text(tool, "name", where);
        Json.Optional(tool, "description", JsonValueKind.String, where);
        Json.OptionalTruth(tool, "read_only", where);
    }

    private static string CheckMessage(JsonElement message, string where, List<string> warnings)
    {
        var id = Json.Text(message, "message_id", where);
        var role = Json.Text(message, "role", where);
        if (!Roles.Contains(role))
        {
            throw Json.Fault($"{where} has the role \"{role}\"; user, assistant or tool is needed");
        }

        if (Json.Time(message, "timestamp", where) is var time && !Offset().IsMatch(time))
        {
            warnings.Add($"\"timestamp\" of {where} is \"{time}\", which has no offset; it is taken as this machine's time");
        }

        CheckText(message, "session_id", where);
        CheckText(message, "content", where);
        if (Json.Optional(message, "tool_calls", JsonValueKind.Array, where) is { } calls)
        {
            Json.ForEach(calls, "call", where, (call, place) =>
            {
                Json.Text(call, "call_id", place);
                Json.Text(call, "name", place);
                CheckValue(call, "arguments", place);
                if (call.TryGetProperty("arguments", out var arguments) && arguments.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
                {
                    warnings.Add($"\"arguments\" of {place} are no object");
                }
            });
        }

        if (Json.Optional(message, "tool_result", JsonValueKind.Object, where) is { } result)
        {
            var place = $"the result of {where}";
            Json.Text(result, "call_id", place);
            CheckValue(result, "result", place);
        }

        return id;
    }

    private static void CheckTask(JsonElement task, string where, HashSet<string> known)
    {
        foreach (var end in (string[])["first_message", "last_message"])
        {
            if (Json.Text(task, end, where) is var id && !known.Contains(id))
            {
                throw Json.Fault($"\"{end}\" of {where} is \"{id}\", which is no message of the stream");
            }
        }

        Json.Text(task, "outcome", where);
    }

    private static void CheckSkill(JsonElement skill, string where, int tasks)
    {
        foreach (var task in Json.Required(skill, "tasks", JsonValueKind.Array, where).EnumerateArray())
        {
            if (task.ValueKind != JsonValueKind.Number || !task.TryGetInt32(out var index) || index < 0 || index >= tasks)
            {
                throw Json.Fault($"\"tasks\" of {where} holds {task.GetRawText()}; the stream has {tasks} tasks, counted from 0");
            }
        }

        foreach (var tool in Json.Required(skill, "plan", JsonValueKind.Array, where).EnumerateArray())
        {
            Json.Expect(tool, JsonValueKind.String, $"an entry of \"plan\" of {where}");
        }

        if (Json.Optional(skill, "parameters", JsonValueKind.Array, where) is { } parameters)
        {
            Json.ForEach(parameters, "parameter", where, static (parameter, place) =>
            {
                Json.Optional(parameter, "json_type", JsonValueKind.String, place);
                Json.Required(parameter, "values", JsonValueKind.Array, place);
            });
        }
    }

    private static void CheckText(JsonElement item, string name, string where)
    {
        if (Json.Optional(item, name, JsonValueKind.String, where) is { } text)
        {
            Json.CheckTexts(text, $"\"{name}\" of {where}");
        }
    }

    private static void CheckValue(JsonElement item, string name, string where)
    {
        if (item.TryGetProperty(name, out var value))
        {
            Json.CheckTexts(value, $"\"{name}\" of {where}");
        }
    }

    private static IEnumerable<string> Oddities(SuiteStream stream)
    {
        var places = stream.Messages.Select(static (message, place) => (message.MessageId, Place: place)).ToDictionary(static pair => pair.MessageId, static pair => pair.Place, StringComparer.Ordinal);
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (task, number) in stream.Tasks.Select(static (task, place) => (task, place + 1)).OrderBy(pair => places[pair.task.FirstMessage]))
        {
            var (first, last) = (places[task.FirstMessage], places[task.LastMessage]);
            var where = $"task {number} of the stream \"{stream.Id}\"";
            if (!Outcomes.Contains(task.Outcome))
            {
                yield return $"{where} has the outcome \"{task.Outcome}\"; success, failure or unknown is expected";
            }

            if (first > last)
            {
                yield return $"{where} ends before it begins";
            }
            else if (stream.Messages[first].SessionId != stream.Messages[last].SessionId)
            {
                yield return $"{where} lies in two sessions";
            }
            else if (first <= ends.GetValueOrDefault(stream.Messages[first].SessionId ?? "", -1))
            {
                yield return $"{where} overlaps another task";
            }

            ends[stream.Messages[first].SessionId ?? ""] = last;
        }

        foreach (var (skill, number) in stream.Skills.Select(static (skill, place) => (skill, place + 1)))
        {
            if (skill.Plan.FirstOrDefault(tool => stream.Tools.All(known => known.Name != tool)) is { } unknown)
            {
                yield return $"skill {number} of the stream \"{stream.Id}\" calls \"{unknown}\", which is not among its tools";
            }

            if (skill.Parameters.FirstOrDefault(parameter => parameter.Values.Count != skill.Tasks.Count) is { } parameter)
            {
                yield return $"a parameter of skill {number} of the stream \"{stream.Id}\" has {parameter.Values.Count} values for {skill.Tasks.Count} tasks";
            }
        }
    }

    [GeneratedRegex(@"(?:Z|[+-]\d\d:?\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
