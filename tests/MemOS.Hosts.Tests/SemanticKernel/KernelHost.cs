using MemOS.SemanticKernel;
using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.Hosts.Tests.SemanticKernel;

/// <summary>A kernel with a memory, for the tests of its hooks.</summary>
internal static class KernelHost
{
    /// <summary>A kernel whose model is a chat client, behind the kernel's function invocation.</summary>
    public static Kernel WithClient(HostMemory host, IChatClient model, Action<KernelMemoryOptions>? configure = null, Action<IKernelBuilder>? build = null)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(new ChatClientBuilder(model).UseKernelFunctionInvocation().Build());
        build?.Invoke(builder);
        builder.AddMemOS(host.Memory, configure ?? (options => options.Scope = HostMemory.Ada));
        return builder.Build();
    }

    /// <summary>A kernel whose model is a chat service of the older kind.</summary>
    public static Kernel WithService(HostMemory host, IChatCompletionService model, Action<KernelMemoryOptions>? configure = null)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddKeyedSingleton("old", model);
        builder.AddMemOS(host.Memory, configure ?? (options => options.Scope = HostMemory.Ada));
        return builder.Build();
    }

    /// <summary>Settings by which a model may call the kernel's functions.</summary>
    public static PromptExecutionSettings Auto() => new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };

    /// <summary>A model that calls a function a number of times and then answers.</summary>
    public static ScriptedChatClient Calling(string function, int times, string answer, Func<int, Dictionary<string, object?>> arguments)
    {
        var calls = 0;
        return new()
        {
            OnResponse = (_, _) =>
            {
                var number = Interlocked.Increment(ref calls);
                return Task.FromResult(new ChatResponse(number <= times
                    ? new ChatMessage(ChatRole.Assistant, [new Microsoft.Extensions.AI.FunctionCallContent($"c{number}", function, arguments(number))])
                    : new ChatMessage(ChatRole.Assistant, answer)));
            },
        };
    }

    /// <summary>A prompt's answer, streamed or not.</summary>
    public static async Task<string> PromptAsync(this Kernel kernel, string prompt, bool streaming, KernelArguments? arguments = null)
    {
        var function = KernelFunctionFactory.CreateFromPrompt(prompt);
        if (!streaming)
        {
            return (await kernel.InvokeAsync(function, arguments)).ToString();
        }

        var text = "";
        await foreach (var part in kernel.InvokeStreamingAsync<string>(function, arguments))
        {
            text += part;
        }

        return text;
    }

    /// <summary>An answer to a history, streamed or not.</summary>
    public static async Task<string> ChatAsync(this Kernel kernel, ChatHistory history, bool streaming, PromptExecutionSettings? settings = null)
    {
        var service = kernel.GetAllServices<IChatCompletionService>().LastOrDefault() ?? kernel.GetRequiredService<IChatClient>().AsChatCompletionService();
        var text = "";
        if (streaming)
        {
            await foreach (var part in service.GetStreamingChatMessageContentsAsync(history, settings, kernel))
            {
                text += part.Content;
            }
        }
        else
        {
            text = (await service.GetChatMessageContentsAsync(history, settings, kernel))[0].Content ?? "";
        }

        history.AddAssistantMessage(text);
        return text;
    }
}
