using MemOS.Models;
using MemOS.Models.Chat;
using Microsoft.Extensions.AI;

namespace MemOS.EndToEnd.Models;

public class ModelEndpointTests
{
    [Theory]
    [InlineData("http://localhost:11434", "http://localhost:11434/v1")]
    [InlineData("http://localhost:11434/v1/", "http://localhost:11434/v1")]
    [InlineData("https://host/openai/v1/chat/completions", "https://host/openai/v1")]
    [InlineData("http://host:8080/v1/embeddings", "http://host:8080/v1")]
    public void Of_AddressAsPeopleWriteIt_IsTheBase(string written, string expected) =>
        Assert.Equal(expected, ModelEndpoint.Of(written, "m").Url.ToString());

    [Theory]
    [InlineData("localhost:11434")]
    [InlineData("not an address")]
    [InlineData("ftp://host/v1")]
    public void Of_NoAddress_SaysHowOneLooks(string written) =>
        Assert.Contains("http://localhost:11434/v1", Assert.Throws<ArgumentException>(() => ModelEndpoint.Of(written, "m")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:9/v1?api-key=SECRET")]
    [InlineData("http://ada:SECRET@127.0.0.1:9/v1")]
    public async Task Address_HoldsAKey_IsNeverPrinted(string address)
    {
        var endpoint = ModelEndpoint.Of(address, "m");
        using var chat = new EndpointChatClient(endpoint);

        var error = await Assert.ThrowsAsync<ModelEndpointException>(() => chat.GetResponseAsync("hi"));
        var halved = Assert.Throws<ArgumentException>(() => ModelEndpoint.Chat(_ => null, address));
        var wrong = Assert.Throws<ArgumentException>(() => ModelEndpoint.Of(address.Replace("http:", "ftp:", StringComparison.Ordinal), "m"));

        Assert.DoesNotContain("SECRET", error + halved.Message + wrong.Message + endpoint, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:9/v1", error.Message + halved.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Chat_FromTheEnvironment_TakesOptionsFirst()
    {
        var variables = new Dictionary<string, string> { ["MEMOS_CHAT_URL"] = "http://one/v1", ["MEMOS_CHAT_MODEL"] = "a", ["MEMOS_API_KEY"] = "k" };

        Assert.Equal(("http://one/v1", "a", "k"), Parts(ModelEndpoint.Chat(variables.GetValueOrDefault)));
        Assert.Equal(("http://one/else", "b", "k"), Parts(ModelEndpoint.Chat(variables.GetValueOrDefault, "http://one/else", "b")));
        Assert.Equal(("http://two/v1", "b", null), Parts(ModelEndpoint.Chat(variables.GetValueOrDefault, "http://two/v1", "b")));
        Assert.Equal(("https://one/v1", "b", null), Parts(ModelEndpoint.Chat(variables.GetValueOrDefault, "https://one/v1", "b")));
        Assert.Equal("k", ModelEndpoint.Chat(name => name == "MEMOS_API_KEY" ? "k" : null, "http://two/v1", "b")!.Key);
        Assert.Null(ModelEndpoint.Chat(_ => null));
        Assert.Contains("MEMOS_CHAT_MODEL", Assert.Throws<ArgumentException>(() => ModelEndpoint.Chat(_ => null, "http://one/v1")).Message, StringComparison.Ordinal);
        Assert.Contains("MEMOS_CHAT_URL", Assert.Throws<ArgumentException>(() => ModelEndpoint.Chat(_ => null, null, "a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Chat_AtOpenAI_TakesItsUsualKeyAndNobodyElseDoes()
    {
        var variables = new Dictionary<string, string> { ["OPENAI_API_KEY"] = "usual" };

        Assert.Equal("usual", ModelEndpoint.Chat(variables.GetValueOrDefault, "https://api.openai.com/v1", "m")!.Key);
        Assert.Null(ModelEndpoint.Chat(variables.GetValueOrDefault, "https://elsewhere.example/v1", "m")!.Key);
    }

    [Fact]
    public void Embedding_AtAnotherHost_DoesNotGetTheChatKey()
    {
        var variables = new Dictionary<string, string> { ["MEMOS_CHAT_URL"] = "http://one/v1", ["MEMOS_API_KEY"] = "k", ["MEMOS_EMBEDDING_MODEL"] = "e", ["MEMOS_EMBEDDING_URL"] = "http://one/v1" };
        Assert.Equal("k", ModelEndpoint.Embedding(variables.GetValueOrDefault)!.Key);

        variables["MEMOS_EMBEDDING_URL"] = "http://two/v1";
        Assert.Null(ModelEndpoint.Embedding(variables.GetValueOrDefault)!.Key);
        variables["MEMOS_EMBEDDING_URL"] = "https://one/v1";
        Assert.Null(ModelEndpoint.Embedding(variables.GetValueOrDefault)!.Key);

        variables["MEMOS_EMBEDDING_KEY"] = "other";
        Assert.Equal("other", ModelEndpoint.Embedding(variables.GetValueOrDefault)!.Key);
        Assert.Null(ModelEndpoint.Embedding(variables.GetValueOrDefault, "http://three/v1")!.Key);
    }

    private static (string, string, string?) Parts(ModelEndpoint? endpoint) => (endpoint!.Url.ToString(), endpoint.Model, endpoint.Key);
}
