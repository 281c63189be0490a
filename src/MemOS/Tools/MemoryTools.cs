using Microsoft.Extensions.AI;

namespace MemOS.Tools;

/// <summary>Memory as functions that a model can call.</summary>
public static class MemoryTools
{
    /// <summary>The tools.</summary>
    public static IReadOnlyList<AITool> Create(MemoryOS memory, MemoryScope scope)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(scope);
        return [];
    }
}
