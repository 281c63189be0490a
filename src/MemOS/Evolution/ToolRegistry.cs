using System.Collections.Concurrent;
using MemOS.Cubes;
using MemOS.Evolution.Skills;
using MemOS.Storage;
using MemOS.Tools;
using Microsoft.Extensions.AI;

namespace MemOS.Evolution;

/// <summary>Notes the tools that turns show, so that the background knows their schemas and which are read-only. Cheap when nothing is new.</summary>
internal sealed class ToolRegistry(IMemoryStore store, EvolutionOptions options)
{
    // Each cube's tools by name, as the store has them.
    private readonly ConcurrentDictionary<int, IReadOnlyDictionary<string, string>> known = new();

    /// <summary>Notes the application's own functions among the tools; skills and memory tools are passed over.</summary>
    /// <returns>Whether a tool that was known before is another one now.</returns>
    public async Task<bool> NoteAsync(CubeAccess access, IEnumerable<AITool> tools, CancellationToken cancellationToken)
    {
        var own = tools.Where(IsOwn).Select(tool => (tool.Name, Definition: ToolDefinition.Of((AIFunctionDeclaration)tool, options.IsReadOnly(tool)))).ToList();
        if (own.Count == 0)
        {
            return false;
        }

        if (!known.TryGetValue(access.Home, out var before))
        {
            var stored = await store.Tasks.ListToolsAsync(access, cancellationToken).ConfigureAwait(false);
            before = stored.ToDictionary(tool => tool.Name, tool => tool.ToJson(), StringComparer.Ordinal);
        }

        var bodies = own.Select(tool => (tool.Definition, Json: tool.Definition.ToJson())).ToList();
        var fresh = bodies.Where(tool => before.GetValueOrDefault(tool.Definition.Name) != tool.Json).ToList();
        if (fresh.Count > 0)
        {
            await store.Tasks.NoteToolsAsync(access, [.. fresh.Select(tool => tool.Definition)], cancellationToken).ConfigureAwait(false);
        }

        var after = new Dictionary<string, string>(before, StringComparer.Ordinal);
        fresh.ForEach(tool => after[tool.Definition.Name] = tool.Json);
        known[access.Home] = after;
        return fresh.Exists(tool => before.ContainsKey(tool.Definition.Name));
    }

    private static bool IsOwn(AITool tool) => tool is AIFunctionDeclaration && tool.GetService<SkillFunction>() is null &&
        tool.GetService<SkillGuideFunction>() is null && !MemoryTools.Names.Contains(tool.Name);
}
