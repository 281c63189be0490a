using MemOS.Chat;
using Microsoft.SemanticKernel;

namespace MemOS.SemanticKernel;

/// <summary>A function of a kernel under way, known to everything that it calls.</summary>
internal sealed class KernelCall(Kernel kernel)
{
    private static readonly AsyncLocal<KernelCall?> Ambient = new();

    /// <summary>The innermost call. What a method sets is seen by what it calls, and gone when it returns.</summary>
    public static KernelCall? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public Kernel Kernel { get; } = kernel;

    /// <summary>Whether a model asked for it or for what it is part of, so that the chat around it records it.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether the function turned out to be a prompt.</summary>
    public bool IsPrompt { get; set; }

    /// <summary>The turn of a prompt that goes to a service without memory of its own.</summary>
    public MemoryTurn? Turn { get; set; }
}
