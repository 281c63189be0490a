using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using AIMessage = Microsoft.Extensions.AI.ChatMessage;
using FinishReason = OpenAI.Chat.ChatFinishReason;

namespace MemOS.Models.Chat;

/// <summary>Turns an answer of the protocol into a chat response.</summary>
internal static class ChatAnswers
{
    /// <summary>The code of an error content that tells of a refusal, as other clients of .NET name it too.</summary>
    public const string Refusal = "Refusal";

    public static ChatResponse Of(ChatCompletion completion)
    {
        var message = new AIMessage(ChatRole.Assistant, []) { MessageId = completion.Id, CreatedAt = completion.CreatedAt, RawRepresentation = completion };
#pragma warning disable SCME0001 // Reading members that the library does not know may still change in it.
        if (completion.Patch.TryGetValue("$.choices[0].message.reasoning_content"u8, out string? thought) || completion.Patch.TryGetValue("$.choices[0].message.reasoning"u8, out thought))
#pragma warning restore SCME0001
        {
            AddThought(message.Contents, thought);
        }

        AddText(message.Contents, completion.Content);
        foreach (var call in completion.ToolCalls)
        {
            message.Contents.Add(Call(call.Id, call.FunctionName, call.FunctionArguments?.ToString()));
        }

        if (completion.Refusal is { Length: > 0 } refusal)
        {
            message.Contents.Add(new ErrorContent(refusal) { ErrorCode = Refusal });
        }

        return new(message)
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = completion.CreatedAt,
            FinishReason = Finish(completion.FinishReason),
            Usage = completion.Usage is { } usage ? Usage(usage) : null,
            RawRepresentation = completion,
        };
    }

    public static void AddText(IList<AIContent> contents, ChatMessageContent parts)
    {
        foreach (var part in parts)
        {
            if (part is { Kind: ChatMessageContentPartKind.Text, Text.Length: > 0 })
            {
                contents.Add(new TextContent(part.Text));
            }
        }
    }

    public static void AddThought(IList<AIContent> contents, string? thought)
    {
        if (!string.IsNullOrEmpty(thought))
        {
            contents.Add(new TextReasoningContent(thought));
        }
    }

    /// <summary>A call of a tool; arguments that are no JSON object become the call's exception, for whoever invokes it.</summary>
    public static FunctionCallContent Call(string? id, string? name, string? arguments) => FunctionCallContent.CreateFromParsedArguments(
        string.IsNullOrWhiteSpace(arguments) ? "{}" : arguments,
        id ?? "",
        name ?? "",
        static json => JsonSerializer.Deserialize(json, (JsonTypeInfo<IDictionary<string, object?>>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>))));

    public static UsageDetails Usage(ChatTokenUsage usage) => new()
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
        ReasoningTokenCount = usage.OutputTokenDetails?.ReasoningTokenCount,
    };

    public static Microsoft.Extensions.AI.ChatFinishReason? Finish(FinishReason? reason) => reason switch
    {
        null => null,
        FinishReason.Stop => Microsoft.Extensions.AI.ChatFinishReason.Stop,
        FinishReason.Length => Microsoft.Extensions.AI.ChatFinishReason.Length,
        FinishReason.ContentFilter => Microsoft.Extensions.AI.ChatFinishReason.ContentFilter,
        FinishReason.ToolCalls or FinishReason.FunctionCall => Microsoft.Extensions.AI.ChatFinishReason.ToolCalls,
        var other => new(other.ToString()!),
    };
}
