using System.Text.Json.Nodes;

namespace MemOS.Reading.Extraction;

/// <summary>Finds the statements in what a model answered: behind reasoning, inside fences, between prose.</summary>
internal static class AnswerText
{
    /// <summary>The longest answer that is looked at, in characters.</summary>
    public const int LongestAnswer = 400_000;

    private const string Memories = "memories";
    private const int MostWrappers = 2;
    private static readonly string[] ThoughtEnds = ["</think>", "</thinking>", "</thought>", "</reasoning>", "[/THINK]"];
    private static readonly string[] ThoughtStarts = ["<think>", "<thinking>", "<thought>", "<reasoning>", "[THINK]"];

    /// <summary>The statements that an answer lists; <see langword="null"/> when it lists none in any form, not even an empty list.</summary>
    public static IReadOnlyList<JsonObject>? Find(string answer)
    {
        var text = Unquoted(AfterThoughts(answer.Length <= LongestAnswer ? answer : answer[..LongestAnswer]));
        var thought = ThoughtOf(text);
        IReadOnlyList<JsonObject>? best = null;
        for (var at = 0; at < text.Length;)
        {
            // A thought that never ends holds no answer: whatever it lists was only considered. Inside a statement it is a word.
            var open = text[at..].IndexOfAny('{', '[');
            if (open < 0 || at + open > thought)
            {
                break;
            }

            var found = Statements(LenientJson.Read(text, at + open, out at, out var isWhole));
            if (found is { Count: > 0 })
            {
                return found;
            }

            // A list that was cut off before its first statement was not meant to be empty.
            best ??= isWhole ? found : null;
        }

        return best;
    }

    private static ReadOnlySpan<char> AfterThoughts(ReadOnlySpan<char> answer)
    {
        foreach (var end in ThoughtEnds)
        {
            var last = answer.LastIndexOf(end, StringComparison.OrdinalIgnoreCase);
            answer = last >= 0 ? answer[(last + end.Length)..] : answer;
        }

        return answer;
    }

    private static int ThoughtOf(ReadOnlySpan<char> answer)
    {
        var first = answer.Length;
        foreach (var start in ThoughtStarts)
        {
            first = answer.IndexOf(start, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && at < first ? at : first;
        }

        return first;
    }

    // Some answer with a JSON string that holds the JSON.
    private static ReadOnlySpan<char> Unquoted(ReadOnlySpan<char> answer) =>
        answer.Trim() is ['"', ..] quoted && LenientJson.Read(quoted, 0, out _, out _) is JsonValue value && value.TryGetValue<string>(out var text) && text.AsSpan().IndexOfAny('{', '[') >= 0 ? text : answer;

    private static List<JsonObject>? Statements(JsonNode? node, int depth = 0)
    {
        switch (node)
        {
            case JsonArray array:
                // A list of something else, such as "[1]" in prose, is no answer; an empty one is.
                var objects = array.OfType<JsonObject>().ToList();
                return objects.Count > 0 || array.Count == 0 ? objects : null;
            case JsonObject single when single.ContainsKey("text") && single.ContainsKey("sources"):
                return [single];
            case JsonObject wrapper:
                var list = wrapper[Memories] as JsonArray ?? wrapper.Select(member => member.Value).OfType<JsonArray>().FirstOrDefault(array => array.Count == 0 || array.Any(item => item is JsonObject));
                return list is not null ? [.. list.OfType<JsonObject>()]
                    : depth < MostWrappers ? wrapper.Select(member => member.Value).OfType<JsonObject>().Select(inner => Statements(inner, depth + 1)).FirstOrDefault(found => found is not null)
                    : null;
            default:
                return null;
        }
    }
}
