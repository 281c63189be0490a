using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.FaultChild;

/// <summary>Holds a conversation as callers do: every turn sends the whole history again, and after a crash the turn whose answer was not seen.</summary>
internal static class TurnWork
{
    public static async Task RunAsync(string path, string session, int from)
    {
        await using var memory = await MemoryOS.OpenAsync(path);
        var model = ScriptedChatClient.Answering(static call => Answer(call.Messages[^1].Text));

        // The model is called when the user's side is durable.
        var answer = model.OnResponse;
        model.OnResponse = (call, cancellationToken) =>
        {
            Report.Acknowledged(call.Messages[^1].Text[call.Messages[^1].Text.LastIndexOf("turn ", StringComparison.Ordinal)..]);
            return answer(call, cancellationToken);
        };
        var client = model.WithMemory(memory, MemoryScope.ForUser("ada", session));
        var history = new List<ChatMessage>();
        for (var i = 0; i < from; i++)
        {
            history.Add(new(ChatRole.User, Question(i)));
            history.Add(new(ChatRole.Assistant, Answer(Question(i))));
        }

        Report.Ready();
        for (var i = from; ; i++)
        {
            history.Add(new(ChatRole.User, Question(i)));
            var response = await client.GetResponseAsync(history);
            history.AddRange(response.Messages);
            Report.Acknowledged(response.Text);
        }
    }

    private static string Question(int i) => $"My {(i % 2 == 0 ? "cat" : "dog")} number {i} lives in Porto, turn {i}";

    private static string Answer(string question) => $"answer to {question[question.LastIndexOf("turn ", StringComparison.Ordinal)..]}";
}
