using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using KernelFunctionCall = Microsoft.SemanticKernel.FunctionCallContent;
using KernelFunctionResult = Microsoft.SemanticKernel.FunctionResultContent;
using KernelText = Microsoft.SemanticKernel.TextContent;

namespace MemOS.SemanticKernel.Services;

/// <summary>
/// Messages of Semantic Kernel as those of Microsoft.Extensions.AI, and back without loss: each carries what it came from.
/// Functions are named <c>plugin_function</c>, as the kernel offers them to models.
/// </summary>
internal static class KernelMessages
{
    public static ChatMessage ToChatMessage(ChatMessageContent content) => new(RoleOf(content.Role), [.. content.Items.Select(ToContent)])
    {
        AuthorName = content.AuthorName,
        RawRepresentation = content,
    };

    public static ChatMessageContent ToMessageContent(ChatMessage message)
    {
        if (message.RawRepresentation is not ChatMessageContent original)
        {
            return new(new(message.Role.Value), message.Text);
        }

        if (original.Items.Count == message.Contents.Count && original.Items.Zip(message.Contents).All(pair => ReferenceEquals(pair.First, pair.Second.RawRepresentation)))
        {
            return original;
        }

        var items = new ChatMessageContentItemCollection();
        foreach (var content in message.Contents)
        {
            items.Add(content.RawRepresentation as KernelContent ?? new KernelText(content.ToString()));
        }

        return new(original.Role, items, original.ModelId, original.InnerContent, metadata: original.Metadata) { AuthorName = original.AuthorName };
    }

    private static ChatRole RoleOf(AuthorRole role) => role == AuthorRole.Developer ? ChatRole.System : new(role.Label);

    private static AIContent ToContent(KernelContent item)
    {
        AIContent content = item switch
        {
            KernelText text => new Microsoft.Extensions.AI.TextContent(text.Text),
            KernelFunctionCall call => new Microsoft.Extensions.AI.FunctionCallContent(
                call.Id ?? "", string.IsNullOrEmpty(call.PluginName) ? call.FunctionName : $"{call.PluginName}_{call.FunctionName}", call.Arguments),
            KernelFunctionResult result => new Microsoft.Extensions.AI.FunctionResultContent(result.CallId ?? "", ResultOf(result.Result)) { Exception = result.Result as Exception },
            BinaryContent { DataUri: { } data } binary => new DataContent(data, binary.MimeType),
            BinaryContent { Uri: { } uri } binary => new UriContent(uri, binary.MimeType ?? "application/octet-stream"),
            _ => new AIContent(),
        };
        content.RawRepresentation = item;
        return content;
    }

    private static object? ResultOf(object? result) => result is FunctionResult wrapped ? wrapped.GetValue<object>() : result;
}
