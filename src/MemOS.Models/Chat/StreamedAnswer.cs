using System.Text;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace MemOS.Models.Chat;

/// <summary>Turns the pieces of a streamed answer into updates; calls of tools come whole at its end.</summary>
internal sealed class StreamedAnswer
{
    private readonly SortedDictionary<int, PendingCall> calls = [];
    private readonly StringBuilder refusal = new();
    private StreamingChatCompletionUpdate? latest;

    /// <summary>Whether the model said that it is done.</summary>
    public bool IsFinished { get; private set; }

    public ChatResponseUpdate Next(StreamingChatCompletionUpdate piece)
    {
        latest = piece;
        IsFinished |= piece.FinishReason is not null;
        var update = Update(piece);
        update.FinishReason = ChatAnswers.Finish(piece.FinishReason);
#pragma warning disable SCME0001 // Reading members that the library does not know may still change in it.
        if (piece.Patch.TryGetValue("$.choices[0].delta.reasoning_content"u8, out string? thought) || piece.Patch.TryGetValue("$.choices[0].delta.reasoning"u8, out thought))
#pragma warning restore SCME0001
        {
            ChatAnswers.AddThought(update.Contents, thought);
        }

        ChatAnswers.AddText(update.Contents, piece.ContentUpdate);
        refusal.Append(piece.RefusalUpdate);
        foreach (var part in piece.ToolCallUpdates)
        {
            if (!calls.TryGetValue(part.Index, out var call))
            {
                calls[part.Index] = call = new();
            }

            call.Id ??= part.ToolCallId;
            call.Name ??= part.FunctionName;
            call.Arguments.Append(part.FunctionArgumentsUpdate?.ToString());
        }

        if (piece.Usage is { } usage)
        {
            update.Contents.Add(new UsageContent(ChatAnswers.Usage(usage)));
        }

        return update;
    }

    /// <summary>What could only be said at the end; <see langword="null"/> when there is nothing.</summary>
    public ChatResponseUpdate? End()
    {
        if (latest is null || (calls.Count == 0 && refusal.Length == 0))
        {
            return null;
        }

        var update = Update(latest);
        foreach (var call in calls.Values)
        {
            update.Contents.Add(ChatAnswers.Call(call.Id, call.Name, call.Arguments.ToString()));
        }

        if (refusal.Length > 0)
        {
            update.Contents.Add(new ErrorContent(refusal.ToString()) { ErrorCode = ChatAnswers.Refusal });
        }

        return update;
    }

    private static ChatResponseUpdate Update(StreamingChatCompletionUpdate piece) => new()
    {
        Role = ChatRole.Assistant,
        ResponseId = piece.CompletionId,
        MessageId = piece.CompletionId,
        ModelId = piece.Model,
        CreatedAt = piece.CreatedAt,
        RawRepresentation = piece,
    };

    private sealed class PendingCall
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();
    }
}
