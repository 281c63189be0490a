using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace MemOS.SemanticKernel.Plugins;

/// <summary>Functions of Microsoft.Extensions.AI as functions of a kernel, with whole schemas, the kernel and its services.</summary>
/// <remarks>Semantic Kernel's own conversion drops definitions that schemas refer to, and hands on neither services nor the kernel.</remarks>
internal static class KernelFunctions
{
    /// <summary>Creates the kernel function.</summary>
    /// <param name="shape">Says what the function takes and does.</param>
    /// <param name="name">Its name in the plugin.</param>
    /// <param name="bind">Finds what runs, for the kernel that calls.</param>
    public static KernelFunction Create(AIFunctionDeclaration shape, string name, Func<Kernel, CancellationToken, ValueTask<AIFunction>> bind) =>
        KernelFunctionFactory.CreateFromMethod(
            async (Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken) =>
            {
                var function = await bind(kernel, cancellationToken).ConfigureAwait(false);
                var given = new AIFunctionArguments(arguments) { Services = arguments.Services ?? kernel.Services, Context = arguments.Context };
                return await function.InvokeAsync(given, cancellationToken).ConfigureAwait(false);
            },
            new KernelFunctionFromMethodOptions { FunctionName = name, Description = shape.Description, Parameters = SchemaParameters.Of(shape.JsonSchema) });
}
