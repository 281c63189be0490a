using MemOS.Chat;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace MemOS.SemanticKernel.Agents;

/// <summary>Memory for the thread of an agent: <c>thread.AIContextProviders.Add(new KernelMemoryProvider(memory, scope))</c>.</summary>
/// <remarks>
/// <para>
/// What is recalled goes into the agent's additional instructions, so only what people said is placed there, fenced as data. The
/// user's message is recorded before the model is called, the answer when the thread gets it.
/// </para>
/// <para>
/// With a kernel that has memory itself, make it with <c>kernel.CreateMemoryProviderAsync()</c>: a turn that passes both, in one
/// scope, is recalled once and recorded once. One provider belongs to one thread and is used by one run at a time.
/// </para>
/// </remarks>
public sealed class KernelMemoryProvider : AIContextProvider
{
    private readonly MemoryOS memory;
    private readonly MemoryScope scope;
    private readonly MemoryTurnOptions settings;
    private readonly List<ChatMessage> answer = [];
    private MemoryTurn? turn;

    /// <summary>Creates a provider.</summary>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="scope">Whose memory, and in which session; trusted code says so.</param>
    /// <param name="options">Settings of the turns; placement is always the instructions. Default: all defaults.</param>
    public KernelMemoryProvider(MemoryOS memory, MemoryScope scope, MemoryTurnOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(scope);
        this.memory = memory;
        this.scope = scope;
        settings = (options ?? new()).WithPlacement(MemoryPlacement.Instructions);
        settings.Validate();
    }

    /// <inheritdoc/>
    /// <exception cref="MemoryStoreException">The turn could not be recorded, and <see cref="MemoryTurnOptions.FailureMode"/> is closed.</exception>
    public override async Task<AIContext> ModelInvokingAsync(ICollection<ChatMessage> newMessages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newMessages);
        turn?.Abandon();
        answer.Clear();
        turn = await memory.Turns.BeginAsync([.. newMessages], scope, settings, isIncrement: true, cancellationToken).ConfigureAwait(false);
        var prompt = await turn.ComposeAsync(null, cancellationToken).ConfigureAwait(false);
        return new() { Instructions = prompt.Options?.Instructions };
    }

    /// <inheritdoc/>
    /// <exception cref="MemoryStoreException">The answer could not be recorded, and <see cref="MemoryTurnOptions.FailureMode"/> is closed.</exception>
    public override async Task MessageAddingAsync(string? conversationId, ChatMessage newMessage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newMessage);
        if (turn is null || newMessage.Role == ChatRole.User || newMessage.Role == ChatRole.System)
        {
            return;
        }

        answer.Add(newMessage);
        if (newMessage.Role == ChatRole.Assistant && !newMessage.Contents.Any(content => content is Microsoft.Extensions.AI.FunctionCallContent))
        {
            var ended = turn;
            turn = null;
            await ended.CompleteAsync([.. answer]).ConfigureAwait(false);
            answer.Clear();
        }
    }
}
