// Stand-in for Microsoft.SemanticKernel.Abstractions: the types of prompt templates that signatures name.
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.SemanticKernel;

public interface IPromptTemplateFactory {
    bool TryCreate(PromptTemplateConfig templateConfig, [NotNullWhen(true)] out IPromptTemplate? result);
}

public interface IPromptTemplate {
    Task<string> RenderAsync(Kernel kernel, KernelArguments? arguments = null, CancellationToken cancellationToken = default);
}

public sealed class PromptTemplateConfig;
