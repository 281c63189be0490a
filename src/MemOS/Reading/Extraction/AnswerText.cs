using System.Text.Json.Nodes;

namespace MemOS.Reading.Extraction;

/// <summary>Finds the statements in what a model answered: behind reasoning, inside fences, between prose.</summary>
internal static class AnswerText
{
    /// <summary>The longest answer that is looked at, in characters.</summary>
    public const int LongestAnswer = 400_000;

    private const string Memories = "memories";
    private static readonly string[] ThoughtEnds = ["</think>", "</thinking>", "</thought>", "</reasoning>", "[/THINK]"];
    private static readonly string[] ThoughtStarts = ["<think>", "<thinking>", "<thought>", "<reasoning>", "[THINK]"];

    /// <summary>The statements that an answer lists; <see langword="null"/> when it lists none in any form, not even an empty list.</summary>
    public static IReadOnlyList<JsonObject>? Find(string answer)
    {
        var text = WithoutThoughts(answer.Length <= LongestAnswer ? answer : answer[..LongestAnswer]);
        IReadOnlyList<JsonObject>? best = null;
        for (var at = 0; at < text.Length;)
        {
            var open = text[at..].IndexOfAny('{', '[');
            if (open < 0)
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

    // A thought that never ends holds no answer: whatever it lists was only considered.
    private static ReadOnlySpan<char> WithoutThoughts(ReadOnlySpan<char> answer)
    {
        foreach (var end in ThoughtEnds)
        {
            var last = answer.LastIndexOf(end, StringComparison.OrdinalIgnoreCase);
            answer = last >= 0 ? answer[(last + end.Length)..] : answer;
        }

        foreach (var start in ThoughtStarts)
        {
            var first = answer.IndexOf(start, StringComparison.OrdinalIgnoreCase);
            answer = first >= 0 ? answer[..first] : answer;
        }

        return answer;
    }

    private static List<JsonObject>? Statements(JsonNode? node)
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
                return list is null ? null : [.. list.OfType<JsonObject>()];
            default:
                return null;
        }
    }
}
