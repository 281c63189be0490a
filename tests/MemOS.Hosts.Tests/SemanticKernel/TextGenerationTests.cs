using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.TextGeneration;

namespace MemOS.Hosts.Tests.SemanticKernel;

/// <summary>Prompts that go to a service which is no chat: the prompt filter is their only hook.</summary>
public sealed class TextGenerationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prompt_ForATextService_IsGivenRecallAndRecorded(bool streaming)
    {
        await using var host = await HostMemory.OpenAsync();
        await host.KnowAsync(HostMemory.Ada, "My sister Runa lives in Bergen.");
        var service = new TextService();
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<ITextGenerationService>(service);
        builder.AddMemOS(host.Memory, options => options.Scope = HostMemory.Ada);

        Assert.Equal("In Bergen.", await builder.Build().PromptAsync("Where does my sister Runa live?", streaming));

        Assert.Contains("Runa lives in Bergen", service.Prompt, StringComparison.Ordinal);
        Assert.EndsWith("Where does my sister Runa live?", service.Prompt, StringComparison.Ordinal);
        Assert.Equal(["user: Where does my sister Runa live?", "assistant: In Bergen."], await host.LogAsync(HostMemory.Ada));
    }

    private sealed class TextService : ITextGenerationService
    {
        public string Prompt { get; private set; } = "";

        public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

        public Task<IReadOnlyList<TextContent>> GetTextContentsAsync(
            string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
        {
            Prompt = prompt;
            return Task.FromResult<IReadOnlyList<TextContent>>([new("In Bergen.")]);
        }

        public async IAsyncEnumerable<StreamingTextContent> GetStreamingTextContentsAsync(
            string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Prompt = prompt;
            yield return new("In ");
            await Task.Yield();
            yield return new("Bergen.");
        }
    }
}
