using MemOS;
using MemOS.Evolution.Skills;
using MemOS.SemanticKernel;
using MemOS.SemanticKernel.Agents;
using MemOS.SemanticKernel.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.SemanticKernel;

/// <summary>Memory of a kernel that was built with <c>AddMemOS</c>.</summary>
public static class KernelMemoryExtensions
{
    /// <summary>A clone of the kernel for one user or request; the kernel itself is not changed.</summary>
    /// <remarks>Threat note: the scope decides whose memory is read and written; it must come from the application, never from a model or a prompt.</remarks>
    public static Kernel WithMemoryScope(this Kernel kernel, MemoryScope scope)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(scope);
        var clone = kernel.Clone();
        clone.Data[KernelMemory.ScopeKey] = scope;
        return clone;
    }

    /// <summary>The scope in the kernel's data, or <see langword="null"/>.</summary>
    public static MemoryScope? GetMemoryScope(this Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return kernel.Data.TryGetValue(KernelMemory.ScopeKey, out var value) ? value as MemoryScope : null;
    }

    /// <summary>A clone of the kernel with the learned skills of its scope as functions of the plugin <c>skills</c>; the kernel itself is not changed.</summary>
    /// <remarks>
    /// Semantic Kernel asks nobody before it calls a function: a skill that still needs approval is left out, unless
    /// <see cref="SkillRunOptions.Approver"/> asks. A skill calls only functions of the clone that its evidence called; every run is
    /// noted as a trial.
    /// </remarks>
    /// <param name="kernel">A kernel with memory.</param>
    /// <param name="request">What the user asks for: the few skills that fit it are offered. Default: <see langword="null"/>, no request is known, and those are offered whose runs went best, within the same budget.</param>
    /// <param name="options">Budget, approval and limits. Default: those of <see cref="SkillOfferOptions"/>.</param>
    /// <param name="cancellationToken">Cancels reading the skills.</param>
    /// <exception cref="InvalidOperationException">The kernel has no memory.</exception>
    /// <exception cref="MemoryScopeException">It is not known whose skills.</exception>
    public static async Task<Kernel> WithMemorySkillsAsync(
        this Kernel kernel, string? request = null, SkillOfferOptions? options = null, CancellationToken cancellationToken = default)
    {
        var kernelMemory = MemoryOf(kernel);
        var memory = await kernelMemory.GetMemoryAsync(cancellationToken).ConfigureAwait(false);
        var scope = await kernelMemory.GetScopeAsync(kernel, cancellationToken).ConfigureAwait(false);
        var clone = kernel.Clone();
        if (clone.Plugins.TryGetPlugin(SkillPlugin.Name, out var before))
        {
            clone.Plugins.Remove(before);
        }

        clone.Plugins.Add(await SkillPlugin.CreateAsync(memory, scope, clone, request, options ?? kernelMemory.Options.Skills ?? new(), cancellationToken).ConfigureAwait(false));
        return clone;
    }

    /// <summary>A context provider with the kernel's memory and scope, for the thread of an agent: <c>thread.AIContextProviders.Add(...)</c>.</summary>
    /// <param name="kernel">A kernel with memory.</param>
    /// <param name="cancellationToken">Cancels opening the memory and finding the scope.</param>
    /// <exception cref="InvalidOperationException">The kernel has no memory.</exception>
    /// <exception cref="MemoryScopeException">It is not known whose memory.</exception>
    public static async Task<KernelMemoryProvider> CreateMemoryProviderAsync(this Kernel kernel, CancellationToken cancellationToken = default)
    {
        var kernelMemory = MemoryOf(kernel);
        var memory = await kernelMemory.GetMemoryAsync(cancellationToken).ConfigureAwait(false);
        var scope = await kernelMemory.GetScopeAsync(kernel, cancellationToken).ConfigureAwait(false);
        return new(memory, scope, kernelMemory.Options);
    }

    internal static KernelMemory MemoryOf(Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return kernel.Services.GetService<KernelMemory>()
            ?? throw new InvalidOperationException("The kernel has no memory. Build it with: builder.AddMemOS(o => o.Scope = MemoryScope.ForUser(\"ada\")).UseSqlite(\"memory.db\")");
    }
}
