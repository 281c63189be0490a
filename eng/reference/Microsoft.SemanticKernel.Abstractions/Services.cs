// Stand-in for Microsoft.SemanticKernel.Abstractions: the services of a kernel, and how one is chosen.
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.SemanticKernel.Services {
    public interface IAIService {
        IReadOnlyDictionary<string, object?> Attributes { get; }
    }
}

namespace Microsoft.SemanticKernel {
    using Microsoft.SemanticKernel.Services;

    public interface IAIServiceSelector {
        bool TrySelectAIService<T>(Kernel kernel, KernelFunction function, KernelArguments arguments, [NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
            where T : class, IAIService;
    }

    // By service id, then the last that was registered, with the settings of the call or of the function.
    internal sealed class LastServiceSelector : IAIServiceSelector {
        public bool TrySelectAIService<T>(Kernel kernel, KernelFunction function, KernelArguments arguments, [NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
            where T : class, IAIService => TrySelect(kernel, function, arguments, out service, out serviceSettings);
        internal static bool TrySelect<T>(Kernel kernel, KernelFunction function, KernelArguments arguments, [NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
            where T : class {
            var settings = arguments.ExecutionSettings ?? function.ExecutionSettings;
            foreach (var (id, known) in settings ?? new Dictionary<string, PromptExecutionSettings>()) {
                if ((service = kernel.Services.GetKeyedService<T>(id)) is not null) {
                    serviceSettings = known;
                    return true;
                }
            }

            serviceSettings = settings?.GetValueOrDefault("default");
            service = settings is null || serviceSettings is not null ? kernel.GetAllServices<T>().LastOrDefault() : null;
            return service is not null;
        }
    }
}

namespace Microsoft.SemanticKernel.ChatCompletion {
    using Microsoft.SemanticKernel.Services;

    public interface IChatCompletionService : IAIService {
        Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default);
        IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default);
    }
}

namespace Microsoft.SemanticKernel.TextGeneration {
    using Microsoft.SemanticKernel.Services;

    public interface ITextGenerationService : IAIService {
        Task<IReadOnlyList<TextContent>> GetTextContentsAsync(
            string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default);
        IAsyncEnumerable<StreamingTextContent> GetStreamingTextContentsAsync(
            string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default);
    }
}
