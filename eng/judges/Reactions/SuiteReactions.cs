using System.Text.Json;
using MemOS.Cli.Benches.Evolution;
using MemOS.Evolution.Tasks.Language.Reactions;

namespace JudgeTrainer.Reactions;

/// <summary>What users say after tasks in the evolution suites, by the outcome that the suite gives the task.</summary>
internal static class SuiteReactions
{
    /// <summary>Reads a suite. A message that only opens the next task says something else.</summary>
    public static IEnumerable<ReactionExample> Read(string path)
    {
        var streams = JsonSerializer.Deserialize(File.ReadAllText(path), SuiteJsonContext.Default.IReadOnlyListSuiteStream) ?? [];
        foreach (var stream in streams)
        {
            var places = stream.Messages.Index().ToDictionary(pair => pair.Item.MessageId, pair => pair.Index, StringComparer.Ordinal);
            foreach (var task in stream.Tasks)
            {
                var messages = stream.Messages.Skip(places[task.FirstMessage]).Take(places[task.LastMessage] - places[task.FirstMessage] + 1).ToList();
                var called = messages.FindLastIndex(static message => message.ToolResult is not null);
                var said = messages.FindLastIndex(static message => message.Role == "user");
                if (called < 0 || messages[called].ToolResult!.Error.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
                {
                    continue;
                }

                var asked = string.Join('\n', messages.Take(called).Where(static message => message.Role == "user").Select(static message => message.Content));
                var did = string.Join('\n', messages.Skip(called).Where(static message => message.Role == "assistant").Select(static message => message.Content));
                if (said > called && Enum.TryParse<Reaction>(task.Outcome, ignoreCase: true, out var reaction))
                {
                    yield return ReactionExample.Of(reaction, asked, did, messages[said].Content!, isKnownToRules: true);
                }
                else if (stream.Messages.Skip(places[task.LastMessage] + 1).FirstOrDefault() is { Role: "user", Content: { } next } && task.Outcome == "unknown")
                {
                    yield return ReactionExample.Of(Reaction.Other, asked, did, next, isKnownToRules: true);
                }
            }
        }
    }
}
