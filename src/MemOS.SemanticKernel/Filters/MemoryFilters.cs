using MemOS.SemanticKernel.Services;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;
using FunctionInvocationContext = Microsoft.SemanticKernel.FunctionInvocationContext;

namespace MemOS.SemanticKernel.Filters;

/// <summary>
/// The kernel's filters: carry the kernel to the chat services, record what functions did, and give recall to prompts whose
/// service has no memory of its own.
/// </summary>
/// <remarks>One object, because a function, its prompt and its turn belong together. Holds nothing of a call; safe for concurrent use.</remarks>
internal sealed partial class MemoryFilters(KernelMemory kernelMemory) : IPromptRenderFilter, IFunctionInvocationFilter, IAutoFunctionInvocationFilter
{
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var isAsked = KernelCall.Current is { IsAsked: true, IsPrompt: false };
        var call = new KernelCall(context.Kernel) { IsAsked = isAsked };
        KernelCall.Current = call;
        if (context.IsStreaming)
        {
            // The filter is over before the items flow: the stream itself has to carry the call.
            await next(context).ConfigureAwait(false);
            context.Result = CallStream.Wrap(context.Result, call);
            return;
        }

        var started = kernelMemory.Memory.Options.TimeProvider.GetLocalNow();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            if (!isAsked)
            {
                await RecordAsync(context, call, started, error).ConfigureAwait(false);
            }

            throw;
        }
        finally
        {
            call.Turn?.Abandon();
        }

        if (call.Turn is { } turn)
        {
            await turn.CompleteAsync([new(ChatRole.Assistant, context.Result.ToString())]).ConfigureAwait(false);
        }
        else if (!isAsked)
        {
            await RecordAsync(context, call, started, null).ConfigureAwait(false);
        }
    }

    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (KernelCall.Current is { } call)
        {
            call.IsPrompt = true;
        }

        await next(context).ConfigureAwait(false);
        if (context.RenderedPrompt is not { Length: > 0 } prompt || context.Result is not null || HasMemory(context) ||
            await kernelMemory.FindScopeAsync(context.Kernel, context.CancellationToken).ConfigureAwait(false) is not { } scope)
        {
            return;
        }

        var memory = await kernelMemory.GetMemoryAsync(context.CancellationToken).ConfigureAwait(false);
        var turn = await memory.Turns.BeginAsync([new(ChatRole.User, prompt)], scope, kernelMemory.Options, cancellationToken: context.CancellationToken).ConfigureAwait(false);
        var composed = await turn.ComposeAsync(null, context.CancellationToken).ConfigureAwait(false);
        context.RenderedPrompt = (composed.Options?.Instructions is { Length: > 0 } pins ? pins + "\n\n" : "") + composed.Messages[^1].Text;
        if (KernelCall.Current is { } open)
        {
            open.Turn = turn;
        }
        else
        {
            turn.Abandon();
        }
    }

    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.FunctionSequenceIndex == 0 && await kernelMemory.FindScopeAsync(context.Kernel, context.CancellationToken).ConfigureAwait(false) is { } scope)
        {
            await RecordLoopAsync(context, scope).ConfigureAwait(false);
        }

        KernelCall.Current = new(context.Kernel) { IsAsked = true };
        await next(context).ConfigureAwait(false);
    }

    // What the model asked for is on disk, with its time, before it is done; the results follow with the next question or the answer.
    private async Task RecordLoopAsync(AutoFunctionInvocationContext context, MemoryScope scope)
    {
        // The loop of Microsoft.Extensions.AI names functions as the model does; older services keep a history of their own.
        var invocation = (Microsoft.Extensions.AI.FunctionInvocationContext)context;
        IReadOnlyList<ChatMessage> messages = invocation.CallContent.Name == invocation.Function.Name
            ? [.. invocation.Messages]
            : [.. context.ChatHistory.Select(KernelMessages.ToChatMessage)];
        var memory = await kernelMemory.GetMemoryAsync(context.CancellationToken).ConfigureAwait(false);
        var turn = await memory.Turns.BeginAsync(messages, scope, kernelMemory.Options, cancellationToken: context.CancellationToken).ConfigureAwait(false);
        turn.Abandon();
    }

    private static bool HasMemory(PromptRenderContext context) =>
        context.Kernel.ServiceSelector.TrySelectAIService<IChatCompletionService>(context.Kernel, context.Function, context.Arguments, out _, out _) ||
        !context.Kernel.ServiceSelector.TrySelectAIService<ITextGenerationService>(context.Kernel, context.Function, context.Arguments, out _, out _);

    private async Task RecordAsync(FunctionInvocationContext context, KernelCall call, DateTimeOffset started, Exception? error)
    {
        if (!kernelMemory.Options.RecordFunctionCalls || call.IsPrompt || IsOurs(context.Function) ||
            await kernelMemory.FindScopeAsync(context.Kernel, context.CancellationToken).ConfigureAwait(false) is not { } scope)
        {
            return;
        }

        var memory = await kernelMemory.GetMemoryAsync(context.CancellationToken).ConfigureAwait(false);
        try
        {
            await memory.AddAsync(FunctionEvidence.Of(context, started, memory.Options.TimeProvider.GetLocalNow(), error), scope, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is MemOSException or ArgumentException)
        {
            // The function has run: an error now would look like its own, and a caller that tries again would run it twice.
            LogCallLost(memory.Options.LoggerFactory.CreateLogger<MemoryFilters>(), failure);
        }
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "A function call could not be recorded; the function has run and its result stands. Check the store: memos doctor.")]
    private static partial void LogCallLost(ILogger logger, Exception failure);

    // What memory functions return is memory already.
    private bool IsOurs(KernelFunction function) => function.PluginName is { } plugin && plugin == kernelMemory.Options.PluginName;
}
