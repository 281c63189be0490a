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
        var functions = request is null
            ? (await memory.ListSkillsAsync(scope, cancellationToken).ConfigureAwait(false)).Select(stored => ToFunction(memory, stored, scope, kernel, options.Run))
            : (await memory.Skills.OfferAsync(scope, request, () => FunctionsOf(kernel), options, cancellationToken).ConfigureAwait(false)).Select(offered => offered.Tool);

        // A plugin takes each name once: the user's own skill, which is listed first, stands for the copies that others share.
        // A function that waits for its host to ask would run unasked here, where nobody asks.
        return KernelPluginFactory.CreateFromFunctions(Name, "Procedures that worked before, each in one call.", functions
            .OfType<AIFunction>()
            .Where(function => function.GetService<ApprovalRequiredAIFunction>() is null)
            .DistinctBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Select(function => KernelFunctions.Create(function, function.Name, (_, _) => ValueTask.FromResult(function))));
    }

    private static AIFunction? ToFunction(MemoryOS memory, StoredSkill stored, MemoryScope scope, Kernel kernel, SkillRunOptions options) =>
        SkillFunction.CanBeMadeOf(stored.Skill) ? memory.Skills.Function(stored, scope, () => FunctionsOf(kernel), options)
        : stored.Skill is { IsOffered: true, Current.Instructions: not null } skill && skill.ApprovedVersion == skill.CurrentVersion ? new SkillGuideFunction(skill)
        : null;

    // A skill calls what its evidence called, which never was another skill.
    private static IEnumerable<AITool> FunctionsOf(Kernel kernel) =>
        kernel.Plugins.Where(plugin => plugin.Name != Name).SelectMany(plugin => plugin).Select(function => new FilteredFunction(function, kernel));
}
