using MemOS.Chat;
using Microsoft.SemanticKernel;

namespace MemOS.SemanticKernel;

/// <summary>Settings of memory in a kernel.</summary>
/// <remarks>
/// The scope of a call is found in this order: a typed value in the call's own options, <c>kernel.WithMemoryScope(...)</c>,
/// <see cref="ScopeResolver"/>, <see cref="Scope"/>. A chat without any is refused before the model is called.
/// </remarks>
public sealed class KernelMemoryOptions : MemoryTurnOptions
{
    /// <summary>Whose memory is used when nothing else says so. Default: nobody's.</summary>
    public MemoryScope? Scope { get; set; }

    /// <summary>Finds the scope of a call, such as from the current user of a web request; the kernel is given where the call names one. Default: none.</summary>
    /// <remarks>Threat note: it decides whose memory is read and written, so it must not rely on anything that a model or a prompt said.</remarks>
    public Func<Kernel?, CancellationToken, ValueTask<MemoryScope?>>? ScopeResolver { get; set; }

    /// <summary>The name of the plugin with the memory functions; <see langword="null"/> leaves it out. Default: "memory".</summary>
    public string? PluginName { get; set; } = "memory";

    /// <summary>
    /// Whether functions that the application calls itself, outside a chat, become evidence too. What a model calls in a chat
    /// always does. Default: <see langword="true"/>.
    /// </summary>
    public bool RecordFunctionCalls { get; set; } = true;

    /// <summary>
    /// Which chat services get memory, by their service key (<see langword="null"/> for none). Default: <see langword="null"/>, all
    /// of them; leave out one that only summarises or classifies.
    /// </summary>
    public Func<object?, bool>? Remembers { get; set; }

    /// <summary>Called after each turn with what it recalled and cost. Exceptions of the callback are logged. Default: none.</summary>
    public Action<MemoryTurnReport>? TurnCompleted { get; set; }
}
