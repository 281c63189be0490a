// Stand-in for Microsoft.SemanticKernel.Core: builds kernels, adds plugins, runs prompts.
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.SemanticKernel;

public static class KernelExtensions {
    public static Kernel Build(this IKernelBuilder builder) {
        builder.Services.AddKeyedSingleton(Kernel.KeysOfServices, builder.Services.GroupBy(service => service.ServiceType).ToDictionary(
            services => services.Key, services => services.Select(service => service.ServiceKey).ToHashSet()));
        return new(builder.Services.BuildServiceProvider());
    }

    public static KernelPlugin AddFromFunctions(this ICollection<KernelPlugin> plugins, string pluginName, IEnumerable<KernelFunction>? functions) {
        var plugin = KernelPluginFactory.CreateFromFunctions(pluginName, functions);
        plugins.Add(plugin);
        return plugin;
    }

    public static IAsyncEnumerable<T> InvokePromptStreamingAsync<T>(
        this Kernel kernel, string promptTemplate, KernelArguments? arguments = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null,
        PromptTemplateConfig? promptTemplateConfig = null, CancellationToken cancellationToken = default) =>
        kernel.InvokeStreamingAsync<T>(KernelFunctionFactory.CreateFromPrompt(promptTemplate), arguments, cancellationToken);
    public static Task<FunctionResult> InvokePromptAsync(
        this Kernel kernel, string promptTemplate, KernelArguments? arguments = null, string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null,
        PromptTemplateConfig? promptTemplateConfig = null, CancellationToken cancellationToken = default) =>
        kernel.InvokeAsync(KernelFunctionFactory.CreateFromPrompt(promptTemplate), arguments, cancellationToken);
}

public static class KernelPluginFactory {
    public static KernelPlugin CreateFromFunctions(string pluginName, IEnumerable<KernelFunction>? functions) => CreateFromFunctions(pluginName, null, functions);
    public static KernelPlugin CreateFromFunctions(string pluginName, string? description = null, IEnumerable<KernelFunction>? functions = null) =>
        new DefaultKernelPlugin(pluginName, description, functions ?? []);
}

internal sealed class DefaultKernelPlugin : KernelPlugin {
    private readonly Dictionary<string, KernelFunction> functions = new(StringComparer.OrdinalIgnoreCase);
    public DefaultKernelPlugin(string name, string? description, IEnumerable<KernelFunction> functions)
        : base(name, description) {
        foreach (var function in functions) { this.functions.Add(function.Name, function.Clone(name)); }
    }

    public override int FunctionCount => functions.Count;
    public override bool TryGetFunction(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KernelFunction? function) => functions.TryGetValue(name, out function);
    public override IEnumerator<KernelFunction> GetEnumerator() => functions.Values.GetEnumerator();
}
