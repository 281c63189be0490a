// Stand-in for Microsoft.SemanticKernel.Abstractions: messages and their parts.
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Microsoft.SemanticKernel {
    using Microsoft.SemanticKernel.ChatCompletion;

    public abstract class KernelContent {
        public string? MimeType { get; set; }
        public object? InnerContent { get; set; }
        public string? ModelId { get; set; }
        public IReadOnlyDictionary<string, object?>? Metadata { get; set; }
    }

    public sealed class TextContent : KernelContent {
        public TextContent(string? text, string? modelId = null, object? innerContent = null, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) => Text = text;
        public string? Text { get; set; }
        public override string ToString() => Text ?? "";
    }

    [Experimental("SKEXP0001")]
    public class BinaryContent : KernelContent {
        public BinaryContent(Uri uri) => Uri = uri;
        public Uri? Uri { get; set; }
        public string? DataUri { get; set; }
    }

    public sealed class FunctionCallContent : KernelContent {
        public FunctionCallContent(string functionName, string? pluginName = null, string? id = null, KernelArguments? arguments = null) =>
            (FunctionName, PluginName, Id, Arguments) = (functionName, pluginName, id, arguments);
        public string? Id { get; }
        public string? PluginName { get; }
        public string FunctionName { get; }
        public KernelArguments? Arguments { get; }
        public async Task<FunctionResultContent> InvokeAsync(Kernel kernel, CancellationToken cancellationToken = default) =>
            new(this, await kernel.InvokeAsync(PluginName, FunctionName, Arguments, cancellationToken).ConfigureAwait(false));
    }

    public sealed class FunctionResultContent : KernelContent {
        public FunctionResultContent(string? functionName = null, string? pluginName = null, string? callId = null, object? result = null) =>
            (FunctionName, PluginName, CallId, Result) = (functionName, pluginName, callId, result);
        public FunctionResultContent(FunctionCallContent functionCallContent, FunctionResult result)
            : this(functionCallContent.FunctionName, functionCallContent.PluginName, functionCallContent.Id, result.GetValue<object>()) { }
        public string? CallId { get; }
        public string? PluginName { get; }
        public string? FunctionName { get; }
        public object? Result { get; }
        public ChatMessageContent ToChatMessage() => new(AuthorRole.Tool, [this]);
    }

    public class ChatMessageContent : KernelContent {
        public ChatMessageContent(AuthorRole role, string? content, string? modelId = null, object? innerContent = null, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null)
            : this(role, content is null ? [] : [new TextContent(content)], modelId, innerContent, encoding, metadata) { }
        public ChatMessageContent(AuthorRole role, ChatMessageContentItemCollection items, string? modelId = null, object? innerContent = null, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) =>
            (Role, Items, ModelId, InnerContent, Metadata) = (role, items, modelId, innerContent, metadata);
        public string? AuthorName { get; set; }
        public AuthorRole Role { get; set; }
        public string? Content { get => Items.OfType<TextContent>().FirstOrDefault()?.Text; set => throw StandIn.NotModelled(); }
        public ChatMessageContentItemCollection Items { get; set; }
        public override string ToString() => Content ?? "";
    }

    public abstract class StreamingKernelContent {
        public abstract override string ToString();
        public abstract byte[] ToByteArray();
    }

    public class StreamingChatMessageContent : StreamingKernelContent {
        public StreamingChatMessageContent(AuthorRole? role, string? content, object? innerContent = null, int choiceIndex = 0, string? modelId = null, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) =>
            (Role, Content) = (role, content);
        public string? Content { get; set; }
        public AuthorRole? Role { get; set; }
        public string? AuthorName { get; set; }
        public override string ToString() => Content ?? "";
        public override byte[] ToByteArray() => Encoding.UTF8.GetBytes(ToString());
    }

    public class StreamingTextContent : StreamingKernelContent {
        public StreamingTextContent(string? text, int choiceIndex = 0, string? modelId = null, object? innerContent = null, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) => Text = text;
        public string? Text { get; set; }
        public override string ToString() => Text ?? "";
        public override byte[] ToByteArray() => Encoding.UTF8.GetBytes(ToString());
    }
}

namespace Microsoft.SemanticKernel.ChatCompletion {
    public readonly struct AuthorRole(string label) : IEquatable<AuthorRole> {
        public static AuthorRole Developer { get; } = new("developer");
        public static AuthorRole System { get; } = new("system");
        public static AuthorRole Assistant { get; } = new("assistant");
        public static AuthorRole User { get; } = new("user");
        public static AuthorRole Tool { get; } = new("tool");
        public string Label { get; } = label;
        public static bool operator ==(AuthorRole left, AuthorRole right) => left.Equals(right);
        public static bool operator !=(AuthorRole left, AuthorRole right) => !left.Equals(right);
        public override bool Equals([NotNullWhen(true)] object? obj) => obj is AuthorRole role && Equals(role);
        public bool Equals(AuthorRole other) => string.Equals(Label, other.Label, StringComparison.OrdinalIgnoreCase);
        public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Label);
        public override string ToString() => Label;
    }

    public class ChatMessageContentItemCollection : IList<KernelContent>, IReadOnlyList<KernelContent> {
        private readonly List<KernelContent> items = [];
        public int Count => items.Count;
        bool ICollection<KernelContent>.IsReadOnly => false;
        public KernelContent this[int index] { get => items[index]; set => items[index] = value; }
        public void Add(KernelContent item) => items.Add(item);
        public void Clear() => items.Clear();
        public bool Contains(KernelContent item) => items.Contains(item);
        public void CopyTo(KernelContent[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
        public int IndexOf(KernelContent item) => items.IndexOf(item);
        public void Insert(int index, KernelContent item) => items.Insert(index, item);
        public bool Remove(KernelContent item) => items.Remove(item);
        public void RemoveAt(int index) => items.RemoveAt(index);
        IEnumerator<KernelContent> IEnumerable<KernelContent>.GetEnumerator() => items.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
    }

    public class ChatHistory : IList<ChatMessageContent>, IReadOnlyList<ChatMessageContent> {
        private readonly List<ChatMessageContent> messages = [];
        public ChatHistory() { }
        public ChatHistory(string systemMessage) => AddSystemMessage(systemMessage);
        public ChatHistory(IEnumerable<ChatMessageContent> messages) => this.messages.AddRange(messages);
        public virtual int Count => messages.Count;
        bool ICollection<ChatMessageContent>.IsReadOnly => false;
        public virtual ChatMessageContent this[int index] { get => messages[index]; set => messages[index] = value; }
        public void AddUserMessage(string content) => Add(new(AuthorRole.User, content));
        public void AddAssistantMessage(string content) => Add(new(AuthorRole.Assistant, content));
        public void AddSystemMessage(string content) => Add(new(AuthorRole.System, content));
        public virtual void Add(ChatMessageContent item) => messages.Add(item);
        public virtual void Clear() => messages.Clear();
        public virtual bool Contains(ChatMessageContent item) => messages.Contains(item);
        public virtual void CopyTo(ChatMessageContent[] array, int arrayIndex) => messages.CopyTo(array, arrayIndex);
        public virtual int IndexOf(ChatMessageContent item) => messages.IndexOf(item);
        public virtual void Insert(int index, ChatMessageContent item) => messages.Insert(index, item);
        public virtual bool Remove(ChatMessageContent item) => messages.Remove(item);
        public virtual void RemoveAt(int index) => messages.RemoveAt(index);
        IEnumerator<ChatMessageContent> IEnumerable<ChatMessageContent>.GetEnumerator() => messages.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => messages.GetEnumerator();
    }
}
