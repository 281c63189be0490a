// Stand-in for Microsoft.SemanticKernel.Core: functions of methods and of prompts. Templates know {{$name}} alone.
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;

namespace Microsoft.SemanticKernel;

public static class KernelFunctionFactory {
    public static KernelFunction CreateFromMethod(
        Delegate method, string? functionName = null, string? description = null, IEnumerable<KernelParameterMetadata>? parameters = null,
        KernelReturnParameterMetadata? returnParameter = null, ILoggerFactory? loggerFactory = null) =>
        CreateFromMethod(method, new() { FunctionName = functionName, Description = description, Parameters = parameters });
    public static KernelFunction CreateFromMethod(Delegate method, KernelFunctionFromMethodOptions? options) => MethodFunction.Create(method, options ?? new());
    public static KernelFunction CreateFromPrompt(
        string promptTemplate, PromptExecutionSettings? executionSettings = null, string? functionName = null, string? description = null,
        string? templateFormat = null, IPromptTemplateFactory? promptTemplateFactory = null, ILoggerFactory? loggerFactory = null) =>
        new PromptFunction(promptTemplate, executionSettings, new(functionName ?? $"Function_{Guid.NewGuid():N}") { Description = description ?? "" });
}

public sealed class KernelFunctionFromMethodOptions {
    public string? FunctionName { get; init; }
    public string? Description { get; init; }
    public IEnumerable<KernelParameterMetadata>? Parameters { get; init; }
}

internal sealed class MethodFunction(Delegate method, KernelFunctionMetadata metadata) : KernelFunction(metadata) {
    public static MethodFunction Create(Delegate method, KernelFunctionFromMethodOptions options) {
        var shape = AIFunctionFactory.Create(method, options.FunctionName);
        var parameters = options.Parameters ?? shape.JsonSchema.GetProperty("properties").EnumerateObject().Select(property => new KernelParameterMetadata(property.Name) {
            IsRequired = shape.JsonSchema.TryGetProperty("required", out var required) && required.EnumerateArray().Any(name => name.ValueEquals(property.Name)),
            Schema = KernelJsonSchema.Parse(property.Value.GetRawText()),
        });
        return new(method, new(options.FunctionName ?? shape.Name) { Description = options.Description ?? "", Parameters = [.. parameters] });
    }

    public override KernelFunction Clone(string? pluginName = null) =>
        new MethodFunction(method, new(Metadata.Name) { PluginName = pluginName, Description = Metadata.Description, Parameters = Metadata.Parameters });
    protected override async ValueTask<FunctionResult> InvokeCoreAsync(Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken) {
        object? result;
        try {
            result = method.DynamicInvoke([.. method.Method.GetParameters().Select(parameter =>
                parameter.ParameterType == typeof(Kernel) ? kernel
                : parameter.ParameterType == typeof(KernelArguments) ? arguments
                : parameter.ParameterType == typeof(CancellationToken) ? cancellationToken
                : arguments.TryGetValue(parameter.Name!, out var value) ? Convert(value, parameter.ParameterType) : parameter.DefaultValue)]);
        } catch (TargetInvocationException error) when (error.InnerException is { } inner) {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }

        if (result is Task task) {
            await task.ConfigureAwait(false);
            result = task.GetType().GetProperty("Result")?.GetValue(task);
        }

        return new(this, result);
    }

    protected override async IAsyncEnumerable<TResult> InvokeStreamingCoreAsync<TResult>(Kernel kernel, KernelArguments arguments, [EnumeratorCancellation] CancellationToken cancellationToken) {
        yield return (await InvokeCoreAsync(kernel, arguments, cancellationToken).ConfigureAwait(false)).GetValue<TResult>()!;
    }

    private static object? Convert(object? value, Type type) => value is JsonElement json ? json.Deserialize(type) : type.IsInstanceOfType(value) || value is null ? value : System.Convert.ChangeType(value, type, null);
}

// A prompt goes to a chat service, else to a text service, else to a chat client: the result is what that answers.
internal sealed partial class PromptFunction : KernelFunction {
    private readonly string template;
    public PromptFunction(string template, PromptExecutionSettings? settings, KernelFunctionMetadata metadata)
        : base(metadata) {
        this.template = template;
        ExecutionSettings = settings is null ? null : new Dictionary<string, PromptExecutionSettings> { [settings.ServiceId ?? "default"] = settings };
    }

    public override KernelFunction Clone(string? pluginName = null) =>
        new PromptFunction(template, ExecutionSettings?.Values.First(), new(Metadata.Name) { PluginName = pluginName, Description = Metadata.Description });
    protected override async ValueTask<FunctionResult> InvokeCoreAsync(Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken) {
        var (chat, text, client, prompt, settings, skipped) = await RenderAsync(kernel, arguments, false, cancellationToken).ConfigureAwait(false);
        return skipped ?? new FunctionResult(
            this,
            chat is not null ? (await chat.GetChatMessageContentsAsync([new(AuthorRole.User, prompt)], settings, kernel, cancellationToken).ConfigureAwait(false))[0]
            : text is not null ? (await text.GetTextContentsAsync(prompt, settings, kernel, cancellationToken).ConfigureAwait(false))[0]
            : await client!.GetResponseAsync(prompt, settings.ToChatOptions(kernel), cancellationToken).ConfigureAwait(false));
    }

    protected override async IAsyncEnumerable<TResult> InvokeStreamingCoreAsync<TResult>(Kernel kernel, KernelArguments arguments, [EnumeratorCancellation] CancellationToken cancellationToken) {
        var (chat, text, client, prompt, settings, _) = await RenderAsync(kernel, arguments, true, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<object> items = chat?.GetStreamingChatMessageContentsAsync([new(AuthorRole.User, prompt)], settings, kernel, cancellationToken)
            ?? (IAsyncEnumerable<object>?)text?.GetStreamingTextContentsAsync(prompt, settings, kernel, cancellationToken)
            ?? client!.GetStreamingResponseAsync(prompt, settings.ToChatOptions(kernel), cancellationToken);
        await foreach (var item in items.ConfigureAwait(false)) {
            yield return item is TResult typed ? typed : typeof(TResult) == typeof(string) ? (TResult)(object)item.ToString()! : throw StandIn.NotModelled();
        }
    }

    private async Task<(IChatCompletionService? Chat, ITextGenerationService? Text, IChatClient? Client, string Prompt, PromptExecutionSettings? Settings, FunctionResult? Skipped)> RenderAsync(
        Kernel kernel, KernelArguments arguments, bool isStreaming, CancellationToken cancellationToken) {
        ITextGenerationService? text = null;
        IChatClient? client = null;
        if (!kernel.ServiceSelector.TrySelectAIService<IChatCompletionService>(kernel, this, arguments, out var chat, out var settings) &&
            !kernel.ServiceSelector.TrySelectAIService(kernel, this, arguments, out text, out settings) &&
            !LastServiceSelector.TrySelect(kernel, this, arguments, out client, out settings)) {
            throw new KernelException("No service was found for any of the supported types.");
        }

        var context = new PromptRenderContext(kernel, this, arguments) { CancellationToken = cancellationToken, IsStreaming = isStreaming, ExecutionSettings = settings };
        await Filters.RunAsync(kernel.PromptRenderFilters, (filter, seen, next) => filter.OnPromptRenderAsync(seen, next), context, seen => {
            seen.RenderedPrompt = Variable().Replace(template, match => System.Net.WebUtility.HtmlEncode(arguments.TryGetValue(match.Groups[1].Value, out var value) ? value?.ToString() : null) ?? "");
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        return (chat, text, client, context.RenderedPrompt!, settings, context.Result);
    }

    [GeneratedRegex(@"\{\{\s*\$(\w+)\s*\}\}")]
    private static partial Regex Variable();
}
