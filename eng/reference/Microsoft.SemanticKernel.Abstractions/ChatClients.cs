// Stand-in for Microsoft.SemanticKernel.Abstractions: chat clients as chat services, and function invocation for a kernel.
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Microsoft.SemanticKernel {
    using Microsoft.SemanticKernel.ChatCompletion;

    public static class KernelFunctionInvokingChatClientBuilderExtensions {
        public static ChatClientBuilder UseKernelFunctionInvocation(this ChatClientBuilder builder, ILoggerFactory? loggerFactory = null) =>
            builder.Use((inner, services) => new KernelFunctionInvokingChatClient(inner, services));
    }

    // As the real library converts: parts it knows, functions by the model's name, the error of a failed call only as its result.
    internal static class Conversions {
        public static ChatMessageContent ToMessageContent(ChatMessage message) {
            var items = new ChatMessageContentItemCollection();
            foreach (var content in message.Contents) {
                if (Convert(content) is { } item) { items.Add(item); }
            }

            return new(new(message.Role.Value), items) { AuthorName = message.AuthorName, Metadata = message.AdditionalProperties };
        }

        public static ChatMessage ToChatMessage(ChatMessageContent message) =>
            new(new(message.Role.Label), [.. message.Items.Select(Convert).OfType<AIContent>()]) { AuthorName = message.AuthorName };
        private static KernelContent? Convert(AIContent content) => content switch {
            Microsoft.Extensions.AI.TextContent text => new TextContent(text.Text),
            Microsoft.Extensions.AI.FunctionCallContent call => new FunctionCallContent(call.Name, null, call.CallId, call.Arguments is null ? null : new(call.Arguments)),
            Microsoft.Extensions.AI.FunctionResultContent result => new FunctionResultContent(null, null, result.CallId, result.Result),
            _ => null,
        };
        private static AIContent? Convert(KernelContent item) => item switch {
            TextContent text => new Microsoft.Extensions.AI.TextContent(text.Text),
            FunctionCallContent call => new Microsoft.Extensions.AI.FunctionCallContent(call.Id ?? "", call.FunctionName, call.Arguments),
            FunctionResultContent result => new Microsoft.Extensions.AI.FunctionResultContent(result.CallId ?? "", result.Result),
            _ => null,
        };
    }
}

namespace Microsoft.SemanticKernel.ChatCompletion {
    public static class ChatClientExtensions {
        public static IChatCompletionService AsChatCompletionService(this IChatClient client, IServiceProvider? serviceProvider = null) =>
            client as IChatCompletionService ?? new ChatClientService(client);
    }

    // Adds the messages of a tool loop to the caller's history and returns the answer.
    internal sealed class ChatClientService(IChatClient client) : IChatCompletionService {
        public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();
        public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) {
            var response = await client.GetResponseAsync(chatHistory.Select(Conversions.ToChatMessage).ToList(), executionSettings.ToChatOptions(kernel), cancellationToken).ConfigureAwait(false);
            var messages = response.Messages.Select(Conversions.ToMessageContent).ToList();
            messages.SkipLast(1).ToList().ForEach(chatHistory.Add);
            return [.. messages.TakeLast(1)];
        }

        public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, [EnumeratorCancellation] CancellationToken cancellationToken = default) {
            var updates = client.GetStreamingResponseAsync(chatHistory.Select(Conversions.ToChatMessage).ToList(), executionSettings.ToChatOptions(kernel), cancellationToken);
            await foreach (var update in updates.ConfigureAwait(false)) {
                foreach (var content in update.Contents.Where(content => content is Microsoft.Extensions.AI.FunctionCallContent or Microsoft.Extensions.AI.FunctionResultContent)) {
                    chatHistory.Add(Conversions.ToMessageContent(new(content is Microsoft.Extensions.AI.FunctionCallContent ? ChatRole.Assistant : ChatRole.Tool, [content])));
                }

                yield return new(update.Role is { } role ? new AuthorRole(role.Value) : null, update.Text) { AuthorName = update.AuthorName };
            }
        }
    }

    public static class ChatCompletionServiceExtensions {
        public static IChatClient AsChatClient(this IChatCompletionService service) => service as IChatClient ?? new ServiceChatClient(service);
    }

    internal sealed class ServiceChatClient(IChatCompletionService service) : IChatClient {
        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            new([.. (await service.GetChatMessageContentsAsync(new(messages.Select(Conversions.ToMessageContent)), null, null, cancellationToken).ConfigureAwait(false)).Select(Conversions.ToChatMessage)]);
        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw StandIn.NotModelled();
        public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
        public void Dispose() { }
    }
}
