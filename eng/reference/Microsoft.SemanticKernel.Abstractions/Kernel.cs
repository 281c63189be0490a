// Stand-in for Microsoft.SemanticKernel.Abstractions: the kernel, its builder, its plugins and filters.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.Services;

namespace Microsoft.SemanticKernel;

public sealed class Kernel {
    internal const string KeysOfServices = "KernelServiceTypeToKeyMappings";
    private readonly Dictionary<string, object?> data = [];
    public Kernel(IServiceProvider? services = null, KernelPluginCollection? plugins = null) {
        Services = services ?? new ServiceCollection().BuildServiceProvider();
        Plugins = plugins ?? Services.GetService<KernelPluginCollection>() ?? new(Services.GetServices<KernelPlugin>());
        FunctionInvocationFilters = [.. Services.GetServices<IFunctionInvocationFilter>()];
        PromptRenderFilters = [.. Services.GetServices<IPromptRenderFilter>()];
        AutoFunctionInvocationFilters = [.. Services.GetServices<IAutoFunctionInvocationFilter>()];
    }

    public IServiceProvider Services { get; }
    public KernelPluginCollection Plugins { get; }
    public IList<IFunctionInvocationFilter> FunctionInvocationFilters { get; private init; }
    public IList<IPromptRenderFilter> PromptRenderFilters { get; private init; }
    public IList<IAutoFunctionInvocationFilter> AutoFunctionInvocationFilters { get; private init; }
    public IDictionary<string, object?> Data => data;
    public IAIServiceSelector ServiceSelector => Services.GetService<IAIServiceSelector>() ?? new LastServiceSelector();
    public static IKernelBuilder CreateBuilder() => new KernelBuilder(new ServiceCollection());
    public Kernel Clone() {
        var clone = new Kernel(Services, new(Plugins)) {
            FunctionInvocationFilters = [.. FunctionInvocationFilters],
            PromptRenderFilters = [.. PromptRenderFilters],
            AutoFunctionInvocationFilters = [.. AutoFunctionInvocationFilters],
        };
        foreach (var (key, value) in data) { clone.data[key] = value; }

        return clone;
    }

    public T GetRequiredService<T>(object? serviceKey = null)
        where T : class =>
        (serviceKey is null ? Services.GetService<T>() ?? GetAllServices<T>().LastOrDefault() : Services.GetKeyedService<T>(serviceKey))
            ?? throw new KernelException($"Service of type '{typeof(T)}' and key '{serviceKey}' not registered.");
    public IEnumerable<T> GetAllServices<T>()
        where T : class => Services.GetKeyedService<Dictionary<Type, HashSet<object?>>>(KeysOfServices) is not { } keys ? Services.GetServices<T>()
            : keys.TryGetValue(typeof(T), out var known) ? known.SelectMany(key => Services.GetKeyedServices<T>(key)) : [];
    public Task<FunctionResult> InvokeAsync(KernelFunction function, KernelArguments? arguments = null, CancellationToken cancellationToken = default) =>
        function.InvokeAsync(this, arguments, cancellationToken);
    public Task<FunctionResult> InvokeAsync(string? pluginName, string functionName, KernelArguments? arguments = null, CancellationToken cancellationToken = default) =>
        Plugins.GetFunction(pluginName, functionName).InvokeAsync(this, arguments, cancellationToken);
    public IAsyncEnumerable<T> InvokeStreamingAsync<T>(KernelFunction function, KernelArguments? arguments = null, CancellationToken cancellationToken = default) =>
        function.InvokeStreamingAsync<T>(this, arguments, cancellationToken);
}

public class KernelException(string? message) : Exception(message);
public interface IKernelBuilder {
    IServiceCollection Services { get; }
    IKernelBuilderPlugins Plugins { get; }
}

public interface IKernelBuilderPlugins {
    IServiceCollection Services { get; }
}

internal sealed class KernelBuilder(IServiceCollection services) : IKernelBuilder, IKernelBuilderPlugins {
    public IServiceCollection Services => services;
    public IKernelBuilderPlugins Plugins => this;
}

public sealed class KernelPluginCollection : ICollection<KernelPlugin>, IReadOnlyKernelPluginCollection {
    private readonly Dictionary<string, KernelPlugin> plugins = new(StringComparer.OrdinalIgnoreCase);
    public KernelPluginCollection(IEnumerable<KernelPlugin> plugins) {
        foreach (var plugin in plugins) { Add(plugin); }
    }

    public int Count => plugins.Count;
    bool ICollection<KernelPlugin>.IsReadOnly => false;
    public KernelPlugin this[string name] => plugins[name];
    public void Add(KernelPlugin plugin) => plugins.Add(plugin.Name, plugin);
    public bool Remove(KernelPlugin plugin) => plugins.TryGetValue(plugin.Name, out var known) && known == plugin && plugins.Remove(plugin.Name);
    public void Clear() => plugins.Clear();
    public bool Contains(KernelPlugin plugin) => plugins.ContainsValue(plugin);
    void ICollection<KernelPlugin>.CopyTo(KernelPlugin[] array, int arrayIndex) => plugins.Values.CopyTo(array, arrayIndex);
    public bool TryGetPlugin(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KernelPlugin? plugin) => plugins.TryGetValue(name, out plugin);
    public IEnumerator<KernelPlugin> GetEnumerator() => plugins.Values.GetEnumerator();
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    internal KernelFunction GetFunction(string? plugin, string function) {
        var found = (KernelFunction?)null;
        var isKnown = plugin is null ? plugins.Values.Any(known => known.TryGetFunction(function, out found)) : plugins.TryGetValue(plugin, out var named) && named.TryGetFunction(function, out found);
        return isKnown ? found! : throw new KeyNotFoundException($"The plugin collection does not contain a plugin and/or function with the specified names. Plugin name - '{plugin}', function name - '{function}'.");
    }
}

public interface IReadOnlyKernelPluginCollection : IReadOnlyCollection<KernelPlugin> {
    KernelPlugin this[string name] { get; }
    bool TryGetPlugin(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out KernelPlugin? plugin);
}
