using Microsoft.Extensions.AI;

namespace MemOS.Tools;

/// <summary>Memory as functions that a model can call: remember, recall, correct, forget, list_memories.</summary>
/// <remarks>
/// Threat note: whose memory they work on is fixed by the host and never an argument. What they return is fenced as data and
/// capped in size. Those that change or remove memories ask for the user's approval first.
/// </remarks>
public static class MemoryTools
{
    /// <summary>The names of the tools, in the order in which they are made.</summary>
    public static IReadOnlyList<string> Names { get; } = ["remember", "recall", "list_memories", "correct", "forget"];

    /// <summary>What the tools take and do, in the same order, for hosts that bind them to a memory at each call.</summary>
    public static IReadOnlyList<AIFunctionDeclaration> Shapes => LazyShapes.Value;

    // Declarations never run, so there is nothing for them to work on.
    private static Lazy<IReadOnlyList<AIFunctionDeclaration>> LazyShapes { get; } = new(() => [.. Create(new MemoryToolFunctions(null!, null!)).Select(tool => tool.AsDeclarationOnly())]);

    /// <summary>The tools for one scope.</summary>
    public static IReadOnlyList<AIFunction> Create(MemoryOS memory, MemoryScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Create(memory, _ => ValueTask.FromResult(scope));
    }

    /// <summary>The tools for whatever scope trusted code finds at each call, such as the current request's user.</summary>
    public static IReadOnlyList<AIFunction> Create(MemoryOS memory, Func<CancellationToken, ValueTask<MemoryScope>> scope)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(scope);
        return Create(new MemoryToolFunctions(memory, scope));
    }

    private static IReadOnlyList<AIFunction> Create(MemoryToolFunctions functions) =>
    [
        AIFunctionFactory.Create(functions.RememberAsync, Names[0]),
        AIFunctionFactory.Create(functions.RecallAsync, Names[1]),
        AIFunctionFactory.Create(functions.ListMemoriesAsync, Names[2]),
        new ApprovalRequiredAIFunction(AIFunctionFactory.Create(functions.CorrectAsync, Names[3])),
        new ApprovalRequiredAIFunction(AIFunctionFactory.Create(functions.ForgetAsync, Names[4])),
    ];
}
