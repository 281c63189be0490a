using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace MemOS.SemanticKernel.Plugins;

/// <summary>A kernel function as an AI function that is called through its kernel, so that the application's filters see every call.</summary>
/// <remarks>Called as Semantic Kernel's own conversion has it, a function passes its filters by: a policy among them would not hold.</remarks>
internal sealed class FilteredFunction(KernelFunction function, Kernel kernel) : DelegatingAIFunction(function)
{
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var result = await function.InvokeAsync(kernel, new KernelArguments(arguments), cancellationToken).ConfigureAwait(false);
        return result.GetValue<object>();
    }
}
