using MemOS.Tools;
using Microsoft.SemanticKernel;

namespace MemOS.SemanticKernel.Plugins;

/// <summary>Memory as functions of a kernel: remember, recall, correct, forget, list.</summary>
/// <remarks>
/// Threat note: whose memory they work on is the kernel's scope and never an argument. Semantic Kernel asks nobody before a model
/// calls a function, so correct and forget happen at once; both can be undone, and a filter can ask first. Safe for concurrent use.
/// </remarks>
public static class MemoryPlugin
{
    private const string Description = "Long-term memory of earlier conversations.";

    // In a plugin called memory the tool's own name would say it twice.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["list_memories"] = "list" };

    /// <summary>The plugin of one scope, for a kernel that has no memory otherwise.</summary>
    /// <param name="memory">The memory; it stays the caller's to dispose.</param>
    /// <param name="scope">Whose memory.</param>
    /// <param name="name">The plugin's name: letters, digits and underscores.</param>
    public static KernelPlugin Create(MemoryOS memory, MemoryScope scope, string name = "memory")
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(scope);
        return Create(name, (_, _) => ValueTask.FromResult((memory, scope)));
    }

    internal static KernelPlugin Create(string name, KernelMemory kernelMemory) => Create(name, async (kernel, cancellationToken) => (
        await kernelMemory.GetMemoryAsync(cancellationToken).ConfigureAwait(false),
        await kernelMemory.GetScopeAsync(kernel, cancellationToken).ConfigureAwait(false)));

    private static KernelPlugin Create(string name, Func<Kernel, CancellationToken, ValueTask<(MemoryOS Memory, MemoryScope Scope)>> find) =>
        KernelPluginFactory.CreateFromFunctions(name, Description, MemoryTools.Names.Select((tool, index) => KernelFunctions.Create(
            MemoryTools.Shapes[index],
            Names.GetValueOrDefault(tool, tool),
            async (kernel, cancellationToken) =>
            {
                var (memory, scope) = await find(kernel, cancellationToken).ConfigureAwait(false);
                return MemoryTools.Create(memory, scope)[index];
            })));
}
