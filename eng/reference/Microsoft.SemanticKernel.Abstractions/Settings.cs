// Stand-in for Microsoft.SemanticKernel.Abstractions: settings of a call, and which functions a model may call.
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace Microsoft.SemanticKernel {
    public class PromptExecutionSettings {
        public string? ServiceId { get; set; }
        public string? ModelId { get; set; }
        public FunctionChoiceBehavior? FunctionChoiceBehavior { get; set; }
        public IDictionary<string, object>? ExtensionData { get; set; }
    }

    public abstract class FunctionChoiceBehavior {
        internal FunctionChoiceBehavior() { }
        public static FunctionChoiceBehavior Auto(IEnumerable<KernelFunction>? functions = null, bool autoInvoke = true, FunctionChoiceBehaviorOptions? options = null) =>
            new AutoFunctionChoiceBehavior(functions, autoInvoke);
    }

    public sealed class FunctionChoiceBehaviorOptions;
    public sealed class AutoFunctionChoiceBehavior : FunctionChoiceBehavior {
        internal AutoFunctionChoiceBehavior(IEnumerable<KernelFunction>? functions, bool autoInvoke) => (Chosen, AutoInvoke) = (functions, autoInvoke);
        internal IEnumerable<KernelFunction>? Chosen { get; }
        internal bool AutoInvoke { get; }
    }

    public static class PromptExecutionSettingsExtensions {
        [return: NotNullIfNotNull(nameof(settings))]
        public static ChatOptions? ToChatOptions(this PromptExecutionSettings? settings, Kernel? kernel) {
            if (settings is null) { return null; }

            var options = new ChatOptions { ModelId = settings.ModelId };
            foreach (var (key, value) in settings.ExtensionData ?? new Dictionary<string, object>()) {
                (options.AdditionalProperties ??= [])[key] = value;
            }

            if (settings.FunctionChoiceBehavior is AutoFunctionChoiceBehavior auto) {
                options.ToolMode = ChatToolMode.Auto;
                options.Tools = [.. (auto.Chosen ?? kernel?.Plugins.SelectMany(plugin => plugin) ?? []).Select(function => function.WithKernel(kernel))];
            }

            return kernel is null ? options : new KernelChatOptions(kernel, options, settings);
        }
    }
}

namespace Microsoft.Extensions.AI {
    using Microsoft.SemanticKernel;

    internal class KernelChatOptions(Kernel kernel, ChatOptions? options, PromptExecutionSettings? settings) : ChatOptions(options) {
        public Kernel Kernel { get; } = kernel;
        public PromptExecutionSettings? ExecutionSettings { get; } = settings;
        public override ChatOptions Clone() => new KernelChatOptions(Kernel, this, ExecutionSettings);
    }

    // Kernel functions in options made for a kernel pass the filters of tool loops and of functions; all others pass none.
    internal sealed class KernelFunctionInvokingChatClient : FunctionInvokingChatClient {
        public KernelFunctionInvokingChatClient(IChatClient innerClient, IServiceProvider? services)
            : base(innerClient, null, services) => MaximumIterationsPerRequest = 128;
        protected override async ValueTask<object?> InvokeFunctionAsync(FunctionInvocationContext context, CancellationToken cancellationToken) {
            if (context.Options is not KernelChatOptions options) {
                return await base.InvokeFunctionAsync(context, cancellationToken).ConfigureAwait(false);
            }

            var function = context.Function as KernelFunction ?? throw new InvalidOperationException("The function must be of type KernelFunction.");
            var auto = new AutoFunctionInvocationContext(options, context) { CancellationToken = cancellationToken };
            await Filters.RunAsync(options.Kernel.AutoFunctionInvocationFilters, (filter, seen, next) => filter.OnAutoFunctionInvocationAsync(seen, next), auto, async seen => {
                if (!seen.Terminate) {
                    seen.Result = await function.InvokeAsync(options.Kernel, seen.Arguments, cancellationToken).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
            context.Terminate = auto.Terminate;
            return auto.Result.GetValue<object>();
        }
    }
}
