using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using AIMessage = Microsoft.Extensions.AI.ChatMessage;
using Message = OpenAI.Chat.ChatMessage;
using ResponseFormat = OpenAI.Chat.ChatResponseFormat;

namespace MemOS.Models.Chat;

/// <summary>Turns messages and options into a request of the protocol.</summary>
internal static partial class ChatRequests
{
    private const int LongestName = 64;

    public static List<Message> Messages(IEnumerable<AIMessage> messages, ChatOptions? options)
    {
        var request = new List<Message>();
        if (!string.IsNullOrWhiteSpace(options?.Instructions))
        {
            request.Add(new SystemChatMessage(options.Instructions));
        }

        foreach (var message in messages)
        {
            if (message.Role == ChatRole.Tool)
            {
                request.AddRange(message.Contents.OfType<FunctionResultContent>().Select(result => new ToolChatMessage(result.CallId, ResultText(result))));
            }
            else if (message.Role == ChatRole.Assistant)
            {
                request.Add(Assistant(message));
            }
            else
            {
                request.Add(message.Role == ChatRole.System
                    ? new SystemChatMessage(Parts(message)) { ParticipantName = NameOf(message) }
                    : new UserChatMessage(Parts(message)) { ParticipantName = NameOf(message) });
            }
        }

        return request;
    }

    public static ChatCompletionOptions Settings(ChatOptions? options, ModelEndpoint endpoint, IChatClient client)
    {
        var settings = options?.RawRepresentationFactory?.Invoke(client) as ChatCompletionOptions ?? new();
        if (options is null)
        {
            return settings;
        }

        settings.Temperature ??= options.Temperature;
        settings.TopP ??= options.TopP;
        settings.FrequencyPenalty ??= options.FrequencyPenalty;
        settings.PresencePenalty ??= options.PresencePenalty;
        foreach (var stop in options.StopSequences ?? [])
        {
            settings.StopSequences.Add(stop);
        }

        Limit(settings, options, endpoint);
        settings.ResponseFormat ??= Format(options.ResponseFormat);
        AddTools(settings, options);
        return settings;
    }

    // OpenAI has renamed the limit of the output; the servers that follow its protocol know the old name, and not all know the new one.
    private static void Limit(ChatCompletionOptions settings, ChatOptions options, ModelEndpoint endpoint)
    {
#pragma warning disable OPENAI001, SCME0001 // Seed and the patching of requests may still change in the library.
        settings.Seed ??= options.Seed;
        if (options.MaxOutputTokens is not { } limit || settings.MaxOutputTokenCount is not null)
        {
            return;
        }

        if (endpoint.IsPublic)
        {
            settings.MaxOutputTokenCount = limit;
        }
        else
        {
            settings.Patch.Set("$.max_tokens"u8, limit);
        }
#pragma warning restore OPENAI001, SCME0001
    }

    private static void AddTools(ChatCompletionOptions settings, ChatOptions options)
    {
        foreach (var function in (options.Tools ?? []).OfType<AIFunctionDeclaration>())
        {
            settings.Tools.Add(ChatTool.CreateFunctionTool(function.Name, function.Description, BinaryData.FromString(function.JsonSchema.GetRawText())));
        }

        if (settings.Tools.Count == 0)
        {
            return;
        }

        settings.AllowParallelToolCalls ??= options.AllowMultipleToolCalls;
        settings.ToolChoice ??= options.ToolMode switch
        {
            NoneChatToolMode => ChatToolChoice.CreateNoneChoice(),
            RequiredChatToolMode { RequiredFunctionName: { } name } => ChatToolChoice.CreateFunctionChoice(name),
            RequiredChatToolMode => ChatToolChoice.CreateRequiredChoice(),
            _ => ChatToolChoice.CreateAutoChoice(),
        };
    }

    private static ResponseFormat? Format(Microsoft.Extensions.AI.ChatResponseFormat? format) => format switch
    {
        ChatResponseFormatText => ResponseFormat.CreateTextFormat(),
        ChatResponseFormatJson { Schema: { } schema } json => ResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription, StrictSchema.IsStrict(schema)),
        ChatResponseFormatJson => ResponseFormat.CreateJsonObjectFormat(),
        _ => null,
    };

    private static AssistantChatMessage Assistant(AIMessage message)
    {
        var parts = message.Contents.Select(Part).OfType<ChatMessageContentPart>().ToList();
        var calls = message.Contents.OfType<FunctionCallContent>().Select(Call).ToList();
        var made = parts.Count > 0 || calls.Count == 0 ? new AssistantChatMessage(parts.Count > 0 ? parts : [ChatMessageContentPart.CreateTextPart("")]) : new AssistantChatMessage(calls);
        if (parts.Count > 0)
        {
            foreach (var call in calls)
            {
                made.ToolCalls.Add(call);
            }
        }

        made.ParticipantName = NameOf(message);
        return made;
    }

    private static ChatToolCall Call(FunctionCallContent call) =>
        ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromString(JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>(), Type<IDictionary<string, object?>>())));

    private static string ResultText(FunctionResultContent result) => result.Result switch
    {
        null => "",
        string text => text,
        TextContent content => content.Text,
        var value => JsonSerializer.Serialize(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType())),
    };

    private static List<ChatMessageContentPart> Parts(AIMessage message) =>
        message.Contents.Select(Part).OfType<ChatMessageContentPart>().ToList() is { Count: > 0 } parts ? parts : [ChatMessageContentPart.CreateTextPart("")];

    private static ChatMessageContentPart? Part(AIContent content) => content switch
    {
        TextReasoningContent => null,
        TextContent text => ChatMessageContentPart.CreateTextPart(text.Text),
        UriContent uri when uri.HasTopLevelMediaType("image") => ChatMessageContentPart.CreateImagePart(uri.Uri),
        DataContent data when data.HasTopLevelMediaType("image") => ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(data.Data), data.MediaType),
        _ => null,
    };

    // The protocol allows few characters in a name; one that loses them all is left out.
    private static string? NameOf(AIMessage message)
    {
        var name = message.AuthorName is null ? "" : NotInNames().Replace(message.AuthorName, "");
        return name.Length == 0 ? null : name.Length <= LongestName ? name : name[..LongestName];
    }

    private static JsonTypeInfo<T> Type<T>() => (JsonTypeInfo<T>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));

    [GeneratedRegex("[^a-zA-Z0-9_-]+")]
    private static partial Regex NotInNames();
}
