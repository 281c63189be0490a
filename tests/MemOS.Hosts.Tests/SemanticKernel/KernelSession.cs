using System.Runtime.CompilerServices;
using MemOS.Hosts.Tests.Conformance;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.Hosts.Tests.SemanticKernel;

/// <summary>A conversation through a kernel's chat service: the caller keeps the history, the kernel carries the scope.</summary>
public sealed class KernelSession(Kernel kernel, IChatCompletionService service) : IHostSession
{
    private ChatHistory history = [];

    public async Task<string> SayAsync(string text, bool streaming, IReadOnlyList<AIFunction>? tools = null, CancellationToken cancellationToken = default)
    {
        var answer = "";
        if (streaming)
        {
            await foreach (var part in RunAsync(text, tools, cancellationToken))
            {
                answer += part;
            }

            return answer;
        }

        var (sent, clone, settings) = Prepare(text, tools);
        answer = (await service.GetChatMessageContentsAsync(sent, settings, clone, cancellationToken))[0].Content ?? "";
        sent.AddAssistantMessage(answer);
        history = sent;
        return answer;
    }

    public IAsyncEnumerable<string> StreamAsync(string text, CancellationToken cancellationToken = default) => RunAsync(text, null, cancellationToken);

    private async IAsyncEnumerable<string> RunAsync(string text, IReadOnlyList<AIFunction>? tools, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (sent, clone, settings) = Prepare(text, tools);
        var answer = "";
        await foreach (var part in service.GetStreamingChatMessageContentsAsync(sent, settings, clone, cancellationToken))
        {
            answer += part.Content;
            yield return part.Content ?? "";
        }

        sent.AddAssistantMessage(answer);
        history = sent;
    }

    private (ChatHistory Sent, Kernel Kernel, PromptExecutionSettings? Settings) Prepare(string text, IReadOnlyList<AIFunction>? tools)
    {
        var sent = new ChatHistory(history);
        sent.AddUserMessage(text);
        if (tools is null)
        {
            return (sent, kernel, null);
        }

        // Offered under their bare names, as the script of the model calls them.
        var functions = tools.Select(tool => tool.AsKernelFunction()).ToList();
        var clone = kernel.Clone();
        clone.Plugins.AddFromFunctions("tools", functions);
        return (sent, clone, new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(functions) });
    }
}
