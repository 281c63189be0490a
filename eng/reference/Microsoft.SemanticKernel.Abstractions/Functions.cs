// Stand-in for Microsoft.SemanticKernel.Abstractions: functions, their arguments, results and descriptions.
// Modelled: a function called through a kernel passes its filters, one called as an AIFunction does not; names are plugin_function;
// the schema is the parameters' own, with the function's description under "condition", as the real library has it.
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Microsoft.SemanticKernel;

public abstract class FullyQualifiedAIFunction : AIFunction {
    internal FullyQualifiedAIFunction(KernelFunctionMetadata metadata) => Metadata = metadata;
    public KernelFunctionMetadata Metadata { get; init; }
    public override string Name => string.IsNullOrEmpty(Metadata.PluginName) ? Metadata.Name : $"{Metadata.PluginName}_{Metadata.Name}";
}

public abstract class KernelFunction : FullyQualifiedAIFunction {
    internal KernelFunction(KernelFunctionMetadata metadata)
        : base(metadata) {
        var properties = new JsonObject(metadata.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, JsonNode.Parse(parameter.Schema?.ToString() ?? """{"type":"string"}"""))));
        var schema = new JsonObject { ["type"] = "object", ["condition"] = metadata.Description, ["properties"] = properties };
        if (metadata.Parameters.Any(parameter => parameter.IsRequired)) {
            schema["required"] = new JsonArray([.. metadata.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => (JsonNode)parameter.Name)]);
        }

        JsonSchema = JsonSerializer.SerializeToElement(schema);
    }

    public new virtual string Name => Metadata.Name;
    public virtual string? PluginName => Metadata.PluginName;
    public override string Description => Metadata.Description;
    public IReadOnlyDictionary<string, PromptExecutionSettings>? ExecutionSettings { get; private protected init; }
    public override JsonElement JsonSchema { get; }
    internal Kernel? Kernel { get; private set; }
    public async Task<FunctionResult> InvokeAsync(Kernel kernel, KernelArguments? arguments = null, CancellationToken cancellationToken = default) {
        cancellationToken.ThrowIfCancellationRequested();
        var context = new FunctionInvocationContext(kernel, this, arguments ?? [], new(this)) { CancellationToken = cancellationToken };
        await Filters.RunAsync(kernel.FunctionInvocationFilters, (filter, seen, next) => filter.OnFunctionInvocationAsync(seen, next), context, async seen =>
            seen.Result = await InvokeCoreAsync(kernel, seen.Arguments, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return context.Result;
    }

    public async IAsyncEnumerable<TResult> InvokeStreamingAsync<TResult>(Kernel kernel, KernelArguments? arguments = null, [EnumeratorCancellation] CancellationToken cancellationToken = default) {
        var context = new FunctionInvocationContext(kernel, this, arguments ?? [], new(this)) { CancellationToken = cancellationToken, IsStreaming = true };
        await Filters.RunAsync(kernel.FunctionInvocationFilters, (filter, seen, next) => filter.OnFunctionInvocationAsync(seen, next), context, seen => {
            seen.Result = new(this, InvokeStreamingCoreAsync<TResult>(kernel, seen.Arguments, cancellationToken));
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        await foreach (var item in context.Result.GetValue<IAsyncEnumerable<TResult>>()!.WithCancellation(cancellationToken).ConfigureAwait(false)) {
            yield return item;
        }
    }

    public abstract KernelFunction Clone(string? pluginName = null);
    internal KernelFunction For(Kernel? kernel, string? pluginName) {
        var clone = Clone(pluginName ?? PluginName);
        clone.Kernel = kernel;
        return clone;
    }

    protected abstract ValueTask<FunctionResult> InvokeCoreAsync(Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken);
    protected abstract IAsyncEnumerable<TResult> InvokeStreamingCoreAsync<TResult>(Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken);
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) {
        var result = await InvokeCoreAsync(Kernel ?? new(arguments.Services), new KernelArguments(arguments), cancellationToken).ConfigureAwait(false);
        return result.GetValue<object>() is { } value ? JsonSerializer.SerializeToElement(value) : null;
    }
}

public static class KernelFunctionExtensions {
    public static KernelFunction WithKernel(this KernelFunction kernelFunction, Kernel? kernel = null, string? pluginName = null) => kernelFunction.For(kernel, pluginName);
}

public abstract class KernelPlugin(string name, string? description = null) : IEnumerable<KernelFunction> {
    public string Name { get; } = name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') && name.Length > 0 ? name
        : throw new ArgumentException($"A plugin name can contain only ASCII letters, digits, and underscores: '{name}' is not a valid name.");
    public string Description { get; } = description ?? "";
    public abstract int FunctionCount { get; }
    public KernelFunction this[string functionName] => TryGetFunction(functionName, out var function) ? function : throw new KeyNotFoundException(functionName);
    public abstract bool TryGetFunction(string name, [NotNullWhen(true)] out KernelFunction? function);
    public abstract IEnumerator<KernelFunction> GetEnumerator();
    public IEnumerable<AIFunction> AsAIFunctions(Kernel? kernel = null) => this.Select(function => function.WithKernel(kernel));
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed class KernelArguments : AIFunctionArguments {
    public KernelArguments() { }
    public KernelArguments(PromptExecutionSettings? executionSettings) =>
        ExecutionSettings = executionSettings is null ? null : new Dictionary<string, PromptExecutionSettings> { [executionSettings.ServiceId ?? "default"] = executionSettings };
    public KernelArguments(IDictionary<string, object?> source, Dictionary<string, PromptExecutionSettings>? executionSettings = null)
        : base(source) {
        ExecutionSettings = executionSettings ?? (source as KernelArguments)?.ExecutionSettings;
        Services = (source as AIFunctionArguments)?.Services;
    }

    public IReadOnlyDictionary<string, PromptExecutionSettings>? ExecutionSettings { get; set; }
}

public sealed class FunctionResult {
    private readonly object? value;
    public FunctionResult(KernelFunction function, object? value = null, CultureInfo? culture = null, IReadOnlyDictionary<string, object?>? metadata = null) {
        Function = function;
        this.value = value;
        Metadata = metadata;
    }

    public FunctionResult(FunctionResult result, object? value = null)
        : this(result.Function, value ?? result.value, null, result.Metadata) { }
    public KernelFunction Function { get; init; }
    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }
    public T? GetValue<T>() => value is T typed ? typed
        : value is null ? default
        : typeof(T) == typeof(string) && value is ChatResponse or ChatMessageContent ? (T)(object)value.ToString()!
        : throw new InvalidCastException($"Cannot cast {value.GetType()} to {typeof(T)}");
    public override string ToString() => value is string text ? text : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

public sealed class KernelFunctionMetadata(string name) {
    public string Name { get; set; } = name;
    public string? PluginName { get; set; }
    public string Description { get; set; } = "";
    public IReadOnlyList<KernelParameterMetadata> Parameters { get; set; } = [];
}

public sealed class KernelParameterMetadata(string name) {
    public string Name { get; set; } = name;
    public string Description { get; set; } = "";
    public object? DefaultValue { get; set; }
    public bool IsRequired { get; set; }
    public KernelJsonSchema? Schema { get; set; }
}

public sealed class KernelReturnParameterMetadata;
public sealed class KernelJsonSchema {
    private KernelJsonSchema(JsonElement root) => RootElement = root;
    public JsonElement RootElement { get; }
    public static KernelJsonSchema Parse(string jsonSchema) => new(JsonElement.Parse(jsonSchema));
    public override string ToString() => RootElement.GetRawText();
}

// Keeps the parameters of the schema and nothing else of it; hands on neither services nor context.
public static class AIFunctionExtensions {
    public static KernelFunction AsKernelFunction(this AIFunction aiFunction) => aiFunction as KernelFunction ?? new AIFunctionKernelFunction(aiFunction, null);
}

internal sealed class AIFunctionKernelFunction(AIFunction function, string? plugin) : KernelFunction(new(function.Name) {
    PluginName = plugin,
    Description = function.Description,
    Parameters = [.. function.JsonSchema.GetProperty("properties").EnumerateObject().Select(property => new KernelParameterMetadata(property.Name) { Schema = KernelJsonSchema.Parse(property.Value.GetRawText()) })],
}) {
    public override KernelFunction Clone(string? pluginName = null) => new AIFunctionKernelFunction(function, pluginName);
    protected override async ValueTask<FunctionResult> InvokeCoreAsync(Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken) =>
        new(this, await function.InvokeAsync(new(new Dictionary<string, object?>(arguments)), cancellationToken).ConfigureAwait(false));
    protected override IAsyncEnumerable<TResult> InvokeStreamingCoreAsync<TResult>(Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken) => throw StandIn.NotModelled();
}
