using MemOS.Models;
using MemOS.Models.Chat;
using MemOS.TestKit;
using MemOS.TestKit.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.Hosts.Tests.SemanticKernel;

/// <summary>The models of a kernel, read with and searched with.</summary>
public sealed class KernelReaderTests : IDisposable
{
    private const string Answer = """{"memories":[]}""";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UseKernelReader_TakesTheKernelsModel_AsItWasBeforeMemory(bool isClient)
    {
        var client = ScriptedChatClient.Answering(_ => Answer);
        var service = new ScriptedChatService { Answer = (_, _) => Task.FromResult(Answer) };
        var builder = Kernel.CreateBuilder();
        if (isClient)
        {
            builder.Services.AddSingleton<IChatClient>(client);
        }
        else
        {
            builder.Services.AddKeyedSingleton<IChatCompletionService>("old", service);
        }

        builder.AddMemOS(options => options.Scope = HostMemory.Ada).UseSqlite(folder.File()).UseKernelReader();
        var kernel = builder.Build();
        await using var services = (ServiceProvider)kernel.Services;
        var memory = services.GetRequiredService<MemoryOS>();

        await memory.AddAsync("My cat is called Miso.", HostMemory.Ada);
        await memory.FlushAsync();

        // The model was asked to read, and reading is no turn that is remembered.
        Assert.True(memory.Options.Reader!.UsesModel);
        Assert.Equal(1, isClient ? client.Calls.Count : service.Calls.Count);
        Assert.Equal(1, (await memory.Store.Maintenance.GetStatisticsAsync()).Messages);
    }

    [Fact]
    public async Task UseKernelReader_OverRealHttp_WritesWhatTheModelRead()
    {
        await using var server = await ModelServer.StartAsync();
        server.Usual = ModelReplies.Text("""{"memories":[{"kind":"fact","text":"User's cat Miso is afraid of thunder.","subject":"user","sources":[1]}]}""");
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatClient>(new EndpointChatClient(ModelEndpoint.Of(server.Url, "small")));
        builder.AddMemOS(options => options.Scope = HostMemory.Ada).UseSqlite(folder.File()).UseKernelReader();
        await using var services = (ServiceProvider)builder.Build().Services;
        var memory = services.GetRequiredService<MemoryOS>();

        await memory.AddAsync("Miso hides whenever there is thunder, so my cat is afraid of it.", HostMemory.Ada);
        await memory.FlushAsync();

        Assert.Contains("thunder", server.Last.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(await memory.ListAsync(HostMemory.Ada), record => record.Text == "User's cat Miso is afraid of thunder.");
    }

    [Fact]
    public async Task UseKernelEmbeddings_TakesTheKernelsGenerator()
    {
        using var generator = new ConceptEmbeddings();
        var builder = Kernel.CreateBuilder();
        builder.Services.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>("small", generator);
        builder.AddMemOS(options => options.Scope = HostMemory.Ada).UseSqlite(folder.File()).UseKernelEmbeddings("small");
        await using var services = (ServiceProvider)builder.Build().Services;

        Assert.Same(generator, services.GetRequiredService<MemoryOS>().Options.Embeddings);
    }

    [Fact]
    public async Task UseKernelReader_WithoutAModel_SaysWhatToAdd()
    {
        var builder = Kernel.CreateBuilder();
        builder.AddMemOS(options => options.Scope = HostMemory.Ada).UseSqlite(folder.File()).UseKernelReader("gpt");
        await using var services = (ServiceProvider)builder.Build().Services;

        var error = Assert.Throws<InvalidOperationException>(services.GetRequiredService<MemoryOS>);

        Assert.Contains("no chat service with the key 'gpt'", error.Message, StringComparison.Ordinal);
    }
}
