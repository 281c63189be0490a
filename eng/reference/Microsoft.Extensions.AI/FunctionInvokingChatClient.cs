// Stand-in for Microsoft.Extensions.AI: runs the functions that a model calls and asks it again until it answers.
// Modelled: order of calls, unknown and failing functions, late tools, the limits, conversations that a service keeps.
// Not modelled: approval, which needs the real library.
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.AI;

public class FunctionInvokingChatClient : DelegatingChatClient {
    private static readonly AsyncLocal<FunctionInvocationContext?> Current = new();
    public FunctionInvokingChatClient(IChatClient innerClient, ILoggerFactory? loggerFactory = null, IServiceProvider? functionInvocationServices = null)
        : base(innerClient) => FunctionInvocationServices = functionInvocationServices;
    public static FunctionInvocationContext? CurrentContext {
        get => Current.Value;
        protected set => Current.Value = value;
    }

    public bool IncludeDetailedErrors { get; set; }
    public bool AllowConcurrentInvocation { get; set; }
    public int MaximumIterationsPerRequest { get; set; } = 40;
    public int MaximumConsecutiveErrorsPerRequest { get; set; } = 3;
    public IList<AITool>? AdditionalTools { get; set; }
    public bool TerminateOnUnknownCalls { get; set; }
    public Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>>? FunctionInvoker { get; set; }
    protected IServiceProvider? FunctionInvocationServices { get; }
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) {
        var loop = new Loop([.. messages], options);
        while (true) {
            loop.Prepare(MaximumIterationsPerRequest);
            var response = await base.GetResponseAsync(loop.Sent, loop.Options, cancellationToken).ConfigureAwait(false);
            if (response.Usage is { } usage) {
                loop.Usage.Add(usage);
                loop.HasUsage = true;
            }

            if (await StepAsync(loop, response, isStreaming: false, cancellationToken).ConfigureAwait(false) is null || loop.IsOver) {
                response.Messages = loop.Answer;
                response.Usage = loop.HasUsage ? loop.Usage : null;
                return response;
            }
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default) {
        var loop = new Loop([.. messages], options);
        var toolMessageId = Guid.NewGuid().ToString("N");
        while (!loop.IsOver) {
            loop.Prepare(MaximumIterationsPerRequest);
            var updates = new List<ChatResponseUpdate>();
            await foreach (var update in base.GetStreamingResponseAsync(loop.Sent, loop.Options, cancellationToken).ConfigureAwait(false)) {
                updates.Add(update);
                yield return update;
            }

            var response = updates.ToChatResponse();
            if (await StepAsync(loop, response, isStreaming: true, cancellationToken).ConfigureAwait(false) is not { } results) { yield break; }

            yield return new(results.Role, results.Contents) { MessageId = toolMessageId, ConversationId = response.ConversationId };
        }
    }

    protected virtual ValueTask<object?> InvokeFunctionAsync(FunctionInvocationContext context, CancellationToken cancellationToken) =>
        FunctionInvoker is { } invoker ? invoker(context, cancellationToken) : context.Function.InvokeAsync(context.Arguments, cancellationToken);
    // The message with the results, or null when the model has answered or its calls are the caller's to handle.
    private async Task<ChatMessage?> StepAsync(Loop loop, ChatResponse response, bool isStreaming, CancellationToken cancellationToken) {
        loop.Answer.AddRange(response.Messages);
        var calls = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Where(call => !call.InformationalOnly).ToList();
        if (calls.Count == 0 || loop.Iteration >= MaximumIterationsPerRequest || calls.Exists(call => !IsOurs(Find(call, loop.Options)))) {
            loop.IsOver = true;
            return null;
        }

        loop.History.AddRange(response.Messages);
        var outcomes = new (AIContent Content, Exception? Error)[calls.Count];
        if (AllowConcurrentInvocation) {
            await Task.WhenAll(calls.Select(async (_, i) => outcomes[i] = await RunAsync(loop, calls, i, isStreaming, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        } else {
            for (var i = 0; i < calls.Count && !loop.IsTerminated; i++) {
                outcomes[i] = await RunAsync(loop, calls, i, isStreaming, cancellationToken).ConfigureAwait(false);
            }
        }

        var ran = outcomes.Where(outcome => outcome.Content is not null).ToList();
        var errors = ran.Select(outcome => outcome.Error).OfType<Exception>().ToList();
        loop.Errors = errors.Count == 0 ? 0 : loop.Errors + 1;
        if (loop.Errors > MaximumConsecutiveErrorsPerRequest) { throw errors.Count == 1 ? errors[0] : new AggregateException(errors); }

        var results = new ChatMessage(ChatRole.Tool, [.. ran.Select(outcome => outcome.Content)]);
        loop.Answer.Add(results);
        loop.IsOver = loop.IsTerminated;
        loop.Next(response, results);
        return results;
    }

    private bool IsOurs(AITool? tool) => tool is AIFunction || (tool is null && !TerminateOnUnknownCalls);
    private AITool? Find(FunctionCallContent call, ChatOptions? options) =>
        (options?.Tools ?? []).Concat(AdditionalTools ?? []).FirstOrDefault(tool => tool.Name == call.Name);
    private async Task<(AIContent Content, Exception? Error)> RunAsync(
        Loop loop, List<FunctionCallContent> calls, int index, bool isStreaming, CancellationToken cancellationToken) {
        var call = calls[index];
        if (Find(call, loop.Options) is not AIFunction function) {
            return (new FunctionResultContent(call.CallId, $"Error: Requested function \"{call.Name}\" not found."), null);
        }

        if (function.GetService<ApprovalRequiredAIFunction>() is not null) {
            throw StandIn.NotModelled($"approval of {function.Name}");
        }

        var context = new FunctionInvocationContext {
            Function = function,
            Arguments = new(call.Arguments) { Services = FunctionInvocationServices },
            CallContent = call,
            Messages = loop.History,
            Options = loop.Options,
            Iteration = loop.Iteration,
            FunctionCallIndex = index,
            FunctionCount = calls.Count,
            IsStreaming = isStreaming,
        };
        CurrentContext = context;
        try {
            var result = await InvokeFunctionAsync(context, cancellationToken).ConfigureAwait(false);
            return (new FunctionResultContent(call.CallId, result ?? "Success: Function completed."), null);
        } catch (Exception error) when (!cancellationToken.IsCancellationRequested) {
            var text = IncludeDetailedErrors ? $"Error: Function failed. Exception: {error.Message}" : "Error: Function failed.";
            return (new FunctionResultContent(call.CallId, text) { Exception = error }, error);
        } finally {
            loop.IsTerminated |= context.Terminate;
            CurrentContext = null;
        }
    }

    private sealed class Loop(List<ChatMessage> asked, ChatOptions? options) {
        public List<ChatMessage> Sent { get; private set; } = asked;
        public List<ChatMessage> History { get; } = [.. asked];
        public List<ChatMessage> Answer { get; } = [];
        public UsageDetails Usage { get; } = new();
        public bool HasUsage { get; set; }
        public ChatOptions? Options { get; private set; } = options;
        public int Iteration { get; private set; }
        public int Errors { get; set; }
        public bool IsTerminated { get; set; }
        public bool IsOver { get; set; }
        // The last call offers no functions, since nobody would run them.
        public void Prepare(int limit) {
            if (Iteration >= limit && Options?.Tools is { } tools) {
                Options = Options.Clone();
                Options.Tools = [.. tools.Where(tool => tool is not AIFunctionDeclaration)];
            }
        }

        public void Next(ChatResponse response, ChatMessage results) {
            Iteration++;
            History.Add(results);
            Sent = response.ConversationId is null ? [.. History] : [results];
            if (Options is { ToolMode: RequiredChatToolMode } || response.ConversationId != Options?.ConversationId) {
                Options = Options?.Clone() ?? new();
                Options.ToolMode = Options.ToolMode is RequiredChatToolMode ? null : Options.ToolMode;
                Options.ConversationId = response.ConversationId;
            }
        }
    }
}
