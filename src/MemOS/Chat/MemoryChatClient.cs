using System.Diagnostics;
using System.Runtime.CompilerServices;
using MemOS.Chat;
using Microsoft.Extensions.AI;

namespace MemOS;

/// <summary>A chat client with memory: records each turn, recalls what matters for it, and keeps the prompt flat however long the conversation gets.</summary>
/// <remarks>
/// <para>
/// A turn: resolve the scope, align what was sent with the log, record the user's side, recall once, compose, ask the inner
/// client, record the answer. The caller may send the whole history, the end of it, or the last message alone; nothing of the
/// caller's is changed. Reading what was recorded happens in the background.
/// </para>
/// <para>
/// Place it outside function invocation, so that it runs once a turn; inside it runs once per tool iteration, which is
/// recognised, and recall is not repeated. Retries belong inside it.
/// </para>
/// <para>
/// Threat note: recalled text goes into the prompt. It is fenced and marked as data, and with
/// <see cref="MemoryPlacement.Instructions"/> only what people said is placed; a model can be misled by it all the same.
/// Safe for concurrent use; disposing it disposes the inner client, not the memory.
/// </para>
/// </remarks>
public sealed class MemoryChatClient : DelegatingChatClient
{
    private const string RecallFailedKey = "memos.recall_failed";
    private const string RecordingFailedKey = "memos.recording_failed";

    private readonly MemoryOS memory;
    private readonly MemoryChatOptions settings;

    /// <summary>Puts memory in front of a client.</summary>
    /// <param name="innerClient">The client that answers.</param>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="options">Settings; they must not be changed afterwards. Default: all defaults, with the scope given per call.</param>
    /// <exception cref="ArgumentException">A setting makes no sense; the message says which.</exception>
    public MemoryChatClient(IChatClient innerClient, MemoryOS memory, MemoryChatOptions? options = null)
        : base(innerClient)
    {
        ArgumentNullException.ThrowIfNull(memory);
        this.memory = memory;
        settings = options ?? new();
        settings.Validate();
    }

    /// <inheritdoc/>
    /// <exception cref="MemoryScopeException">It is not known whose memory to use; the model was not called.</exception>
    /// <exception cref="MemoryStoreException">The turn could not be recorded, and <see cref="MemoryTurnOptions.FailureMode"/> is closed.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var turn = await BeginAsync(messages, options, cancellationToken).ConfigureAwait(false);
        try
        {
            var prompt = await turn.ComposeAsync(options, cancellationToken).ConfigureAwait(false);
            var response = await InnerClient.GetResponseAsync(prompt.Messages, await WithToolsAsync(prompt.Options, turn, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            turn.Notify(settings.TurnCompleted, await turn.CompleteAsync([.. response.Messages]).ConfigureAwait(false));
            if (FlagsOf(turn) is { } flags)
            {
                response.AdditionalProperties ??= [];
                foreach (var (key, value) in flags)
                {
                    response.AdditionalProperties[key] = value;
                }
            }

            return response;
        }
        finally
        {
            turn.Abandon();
        }
    }

    /// <inheritdoc/>
    /// <remarks>Updates pass through as they come. A stream that is left early is recorded as far as it got, marked as partial.</remarks>
    /// <exception cref="MemoryScopeException">It is not known whose memory to use; the model was not called.</exception>
    /// <exception cref="MemoryStoreException">The turn could not be recorded, and <see cref="MemoryTurnOptions.FailureMode"/> is closed.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var activity = Activity.Current;
        var turn = await BeginAsync(messages, options, cancellationToken).ConfigureAwait(false);
        var seen = new List<ChatResponseUpdate>();
        var isComplete = false;
        try
        {
            var prompt = await turn.ComposeAsync(options, cancellationToken).ConfigureAwait(false);
            var updates = InnerClient.GetStreamingResponseAsync(prompt.Messages, await WithToolsAsync(prompt.Options, turn, cancellationToken).ConfigureAwait(false), cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (updates.ConfigureAwait(false))
            {
                while (await updates.MoveNextAsync().ConfigureAwait(false))
                {
                    // The list sees it first: a consumer that stops here has seen it too.
                    seen.Add(updates.Current);
                    yield return updates.Current;

                    // An iterator takes over its consumer's activity at each step: https://github.com/dotnet/runtime/issues/47802
                    Activity.Current = activity;
                }
            }

            isComplete = true;
            turn.Notify(settings.TurnCompleted, await turn.CompleteAsync([.. seen.ToChatResponse().Messages]).ConfigureAwait(false));
            if (FlagsOf(turn) is { } flags)
            {
                yield return new ChatResponseUpdate { Role = ChatRole.Assistant, AdditionalProperties = flags };
            }
        }
        finally
        {
            if (!isComplete && seen.Count > 0 && await turn.CompletePartialAsync([.. seen.ToChatResponse().Messages]).ConfigureAwait(false) is { } report)
            {
                turn.Notify(settings.TurnCompleted, report);
            }

            turn.Abandon();
        }
    }

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? base.GetService(serviceType, serviceKey)
            : serviceType == typeof(MemoryOS) ? memory
            : serviceType == typeof(MemoryTurns) ? memory.Turns
            : base.GetService(serviceType, serviceKey);
    }

    private async Task<MemoryTurn> BeginAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var scope = await ResolveScopeAsync(options, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ChatMessage> sent = [.. messages];
        return await memory.Turns.BeginAsync(sent, scope, settings, options?.ConversationId is not null, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<MemoryScope> ResolveScopeAsync(ChatOptions? options, CancellationToken cancellationToken)
    {
        if (options.GetMemoryScope() is { } called)
        {
            return called;
        }

        var resolved = settings.ScopeResolver is { } resolver ? await resolver(options, cancellationToken).ConfigureAwait(false) : null;
        return resolved ?? settings.Scope ?? throw new MemoryScopeException(
            "It is not known whose memory to use, so the model was not called. Write one of: " +
            "client.WithMemory(memory, MemoryScope.ForUser(\"ada\")) for one user; " +
            "options.WithMemoryScope(MemoryScope.ForUser(userId)) for one call; " +
            "new MemoryChatOptions { ScopeResolver = (options, ct) => ... } to find it from the request.");
    }

    private async Task<ChatOptions?> WithToolsAsync(ChatOptions? options, MemoryTurn turn, CancellationToken cancellationToken)
    {
        IReadOnlyList<AITool> given = [.. options?.Tools ?? []];
        var tools = await turn.AddToolsAsync(given, settings.OfferTools, cancellationToken).ConfigureAwait(false);
        if (tools.Count > given.Count)
        {
            options ??= new();
            options.Tools = [.. tools];
        }

        return options;
    }

    private static AdditionalPropertiesDictionary? FlagsOf(MemoryTurn turn)
    {
        if (!turn.RecallFailed && !turn.RecordingFailed)
        {
            return null;
        }

        var flags = new AdditionalPropertiesDictionary();
        if (turn.RecallFailed)
        {
            flags[RecallFailedKey] = true;
        }

        if (turn.RecordingFailed)
        {
            flags[RecordingFailedKey] = true;
        }

        return flags;
    }
}
