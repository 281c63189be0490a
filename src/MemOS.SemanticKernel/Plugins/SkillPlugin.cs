using MemOS.Evolution.Skills;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace MemOS.SemanticKernel.Plugins;

/// <summary>Learned skills as functions of one plugin. A snapshot: skills that change later are in the next one.</summary>
internal static class SkillPlugin
{
    public const string Name = "skills";

    public static async Task<KernelPlugin> CreateAsync(
        MemoryOS memory, MemoryScope scope, Kernel kernel, string? request, SkillOfferOptions options, CancellationToken cancellationToken)
    {
        var offered = await memory.Skills.OfferAsync(scope, request, () => FunctionsOf(kernel), options, cancellationToken).ConfigureAwait(false);

        // A function that waits for its host to ask would run unasked here, where nobody asks.
        return KernelPluginFactory.CreateFromFunctions(Name, "Procedures that worked before, each in one call.", offered
            .Select(skill => skill.Tool)
            .Where(function => function.GetService<ApprovalRequiredAIFunction>() is null)
            .DistinctBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Select(function => KernelFunctions.Create(function, function.Name, (_, _) => ValueTask.FromResult(function))));
    }

    // A skill calls what its evidence called, which never was another skill.
    private static IEnumerable<AITool> FunctionsOf(Kernel kernel) =>
        kernel.Plugins.Where(plugin => plugin.Name != Name).SelectMany(plugin => plugin).Select(function => new FilteredFunction(function, kernel));
}
