// Stand-in for Microsoft.SemanticKernel.Abstractions: filters of functions, prompts and tool loops; the first filter is the outermost.
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Microsoft.SemanticKernel;

public interface IFunctionInvocationFilter {
    Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next);
}

public interface IPromptRenderFilter {
    Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next);
}

public interface IAutoFunctionInvocationFilter {
    Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next);
}

internal static class Filters {
    public static Task RunAsync<TFilter, TContext>(
        IList<TFilter> filters, Func<TFilter, TContext, Func<TContext, Task>, Task> call, TContext context, Func<TContext, Task> last, int index = 0) =>
        index < filters.Count ? call(filters[index], context, seen => RunAsync(filters, call, seen, last, index + 1)) : last(context);
}

public class FunctionInvocationContext {
    internal FunctionInvocationContext(Kernel kernel, KernelFunction function, KernelArguments arguments, FunctionResult result) =>
        (Kernel, Function, Arguments, Result) = (kernel, function, arguments, result);
    public CancellationToken CancellationToken { get; init; }
    public bool IsStreaming { get; init; }
    public Kernel Kernel { get; }
    public KernelFunction Function { get; }
    public KernelArguments Arguments { get; }
    public FunctionResult Result { get; set; }
}

public sealed class PromptRenderContext {
    internal PromptRenderContext(Kernel kernel, KernelFunction function, KernelArguments arguments) => (Kernel, Function, Arguments) = (kernel, function, arguments);
    public CancellationToken CancellationToken { get; init; }
    public bool IsStreaming { get; init; }
    public Kernel Kernel { get; }
    public KernelFunction Function { get; }
    public KernelArguments Arguments { get; }
    public PromptExecutionSettings? ExecutionSettings { get; init; }
    public string? RenderedPrompt { get; set; }
    public FunctionResult? Result { get; set; }
}

public class AutoFunctionInvocationContext : Microsoft.Extensions.AI.FunctionInvocationContext {
    private ChatHistory? history;
    public AutoFunctionInvocationContext(Kernel kernel, KernelFunction function, FunctionResult result, ChatHistory chatHistory, ChatMessageContent chatMessageContent) {
        Options = new KernelChatOptions(kernel, null, null);
        base.Function = function;
        Result = result;
        history = chatHistory;
    }

    internal AutoFunctionInvocationContext(KernelChatOptions options, Microsoft.Extensions.AI.FunctionInvocationContext call) {
        Options = options;
        base.Function = call.Function;
        base.Arguments = new KernelArguments(call.Arguments) { Services = call.Arguments.Services };
        Result = new((KernelFunction)call.Function);
        (Messages, CallContent, Iteration, FunctionCallIndex, FunctionCount, IsStreaming) = (call.Messages, call.CallContent, call.Iteration, call.FunctionCallIndex, call.FunctionCount, call.IsStreaming);
    }

    public CancellationToken CancellationToken { get; init; }
    public int FunctionSequenceIndex { get => FunctionCallIndex; init => FunctionCallIndex = value; }
    public int RequestSequenceIndex { get => Iteration; init => Iteration = value; }
    public new KernelFunction Function => (KernelFunction)base.Function;
    public new KernelArguments? Arguments { get => (KernelArguments)base.Arguments; init => base.Arguments = value ?? []; }
    public ChatHistory ChatHistory => history ??= [.. Messages.Select(Conversions.ToMessageContent)];
    public Kernel Kernel => ((KernelChatOptions)Options!).Kernel;
    public FunctionResult Result { get; set; }
}
