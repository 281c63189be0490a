using MemOS.Models;
using MemOS.TestKit.Models;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Models;

public class EndpointEmbeddingGeneratorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Generate_Texts_GivesAVectorEachInOrder(bool asNumbers)
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Enqueue(ModelReplies.Vectors(asNumbers));

        var made = await host.Embeddings.GenerateAsync(["four", "seven77"]);

        Assert.Equal([4f, 1f], made[0].Vector.ToArray());
        Assert.Equal([7f, 1f], made[1].Vector.ToArray());
        Assert.Equal("small", made[0].ModelId);
        Assert.Equal(3, made.Usage!.InputTokenCount);
        Assert.Equal("small", ((IEmbeddingGenerator)host.Embeddings).GetService<EmbeddingGeneratorMetadata>()!.DefaultModelId);
    }

    [Fact]
    public async Task Generate_TooFewVectors_Fails()
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Enqueue(ModelReplies.Body("application/json", """{"object":"list","model":"m","data":[],"usage":{"prompt_tokens":1,"total_tokens":1}}"""));

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => host.Embeddings.GenerateAsync(["one"]));

        Assert.Contains("0 vectors for 1 texts", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_WrongJson_Fails()
    {
        await using var host = await ModelHost.StartAsync();
        host.Server.Enqueue(ModelReplies.Body("application/json", "{\"data\": 7}"));

        await Assert.ThrowsAsync<ModelEndpointException>(() => host.Embeddings.GenerateAsync(["one"]));
    }

    [Fact]
    public async Task Generate_NoTexts_SendsNothing()
    {
        await using var host = await ModelHost.StartAsync();

        Assert.Empty(await host.Embeddings.GenerateAsync([]));
        Assert.Empty(host.Server.Requests);
    }
}
