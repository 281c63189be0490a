using MemOS.TestKit.Models;

namespace MemOS.Cli.Tests.Commands;

public sealed class ModelCommandTests : IAsyncLifetime, IDisposable
{
    private readonly CliRunner cli = new();
    private ModelServer server = null!;

    public async Task InitializeAsync()
    {
        server = await ModelServer.StartAsync();
        server.Usual = ModelReplies.Text(request => request.Body.TryGetProperty("response_format", out _)
            ? """{"memories":[{"kind":"fact","text":"User's boat is called Selkie.","subject":"user","sources":[1]}]}"""
            : request.LastText.Contains("boat", StringComparison.Ordinal) && request.Prompt.Contains("Selkie", StringComparison.Ordinal) ? "It is called Selkie." : "I do not know.");
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Chat_Message_AnswersFromWhatWasRecalled()
    {
        await cli.RunAsync("add", "My boat is called Selkie.");

        var json = await cli.JsonAsync("chat", "--chat", server.Url, "--model", "small", "--message", "What is my boat called?");

        Assert.Equal(("It is called Selkie.", "small"), (json.GetProperty("answer").GetString(), json.GetProperty("model").GetString()));
        Assert.Contains(json.GetProperty("recalled").EnumerateArray(), item => item.GetProperty("text").GetString()!.Contains("Selkie", StringComparison.Ordinal));
        Assert.InRange(json.GetProperty("injected_tokens").GetInt32(), 1, json.GetProperty("sent_tokens").GetInt32());
        Assert.Single(server.Requests, request => request.IsStreaming);
    }

    [Fact]
    public async Task Chat_Conversation_StreamsShowsRecallAndGoesOnAfterAFailure()
    {
        await cli.RunAsync("add", "My boat is called Selkie.");
        server.Enqueue(ModelReplies.Status(401, "not now"));

        var result = await cli.RunAsync(["chat", "--system", "Be brief.", "--session", "talk", "--read", "fast"], "Hello!\nWhat is my boat called?\n/recall\n/exit\nnever read\n", Environment());

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("It is called Selkie.", result.Out, StringComparison.Ordinal);
        Assert.Contains("not now", result.Error, StringComparison.Ordinal);
        Assert.Contains("recalled", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("never read", server.Last.Prompt, StringComparison.Ordinal);
        Assert.Contains("system: Be brief.", server.Last.Prompt, StringComparison.Ordinal);
        Assert.Contains("It is called Selkie.", (await cli.RunAsync("search", "boat", "--context")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("chat", "--chat", "http://127.0.0.1:9/v1")]
    [InlineData("chat", "--chat", "nonsense", "--model", "x")]
    [InlineData("chat", "--chat", "http://127.0.0.1:9/v1", "--model", "x", "--message", " ")]
    [InlineData("chat", "--chat", "http://127.0.0.1:9/v1", "--model", "x", "--json")]
    public async Task Chat_NotToBeUnderstood_SaysWhatToWrite(params string[] args)
    {
        var result = await cli.RunAsync(args);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.StartsWith("memos: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_EndpointIsGone_SaysSoInOneLine()
    {
        var result = await cli.RunAsync("chat", "--chat", "http://127.0.0.1:9/v1", "--model", "x", "--message", "hello");

        Assert.Equal(ExitCode.Failure, result.ExitCode);
        Assert.Contains("cannot be reached", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WithAModelFromTheEnvironment_ReadsByIt()
    {
        var result = await cli.RunAsync(["add", "The boat? Selkie, that is what we named it, of course.", "--json"], "", Environment());

        Assert.Contains(result.Json.GetProperty("records").EnumerateArray(), record => record.GetProperty("text").GetString() == "User's boat is called Selkie.");
        Assert.Equal("Bearer secret", server.Last.Authorization);
        var stats = await cli.JsonAsync("stats");
        Assert.Equal((1, 12), (stats.GetProperty("model_calls").GetInt32(), stats.GetProperty("model_tokens").GetInt32()));
    }

    [Fact]
    public async Task Import_ModelFails_KeepsTheMessagesAndSaysSo()
    {
        var file = cli.Write("chat.jsonl", """{"role":"user","content":"My boat is called Selkie.","timestamp":"2024-05-01T10:00:00Z"}""");
        server.Usual = ModelReplies.Status(400, "no such model");

        var result = await cli.RunAsync("import", file, "--chat", server.Url, "--model", "gone");
        var found = await cli.RunAsync("search", "boat", "--context");
        var doctor = await cli.RunAsync("doctor");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("400", result.Error, StringComparison.Ordinal);
        Assert.Contains("Selkie", found.Out, StringComparison.Ordinal);
        Assert.Contains("1 job waiting", doctor.Out, StringComparison.Ordinal);
        Assert.Contains("400", doctor.Out, StringComparison.Ordinal);

        // A server may quote what it was sent: its words are neither printed nor kept.
        Assert.DoesNotContain("no such model", result.Error + doctor.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_CeilingOfTheEnvironment_StopsTheModelAndSaysUntilWhen()
    {
        var environment = Environment();
        environment["MEMOS_CALLS_PER_DAY"] = "1";
        await cli.RunAsync(["add", "The boat? Selkie, that is what we named it."], "", environment);

        var second = await cli.RunAsync(["add", "The dog is called Biscuit."], "", environment);

        Assert.Equal(ExitCode.Success, second.ExitCode);
        Assert.Contains("1 of 1 calls of the day are used", second.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 1 calls of the day are used", (await cli.RunAsync("doctor")).Out, StringComparison.Ordinal);
        var stats = await cli.JsonAsync("stats");
        Assert.Equal((1, 1), (stats.GetProperty("jobs_paused").GetInt32(), stats.GetProperty("model_calls").GetInt32()));
        Assert.Single(server.Requests);
        environment["MEMOS_CALLS_PER_DAY"] = "many";
        Assert.Equal(ExitCode.Usage, (await cli.RunAsync(["add", "x"], "", environment)).ExitCode);
    }

    [Fact]
    public async Task Chat_ConversationEnds_WhatWasSaidWasRead()
    {
        var result = await cli.RunAsync(["chat", "--read", "fine"], "The boat? Selkie, that is what we named it.\n/exit\n", Environment());
        var doctor = await cli.JsonAsync("doctor");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(0, doctor.GetProperty("stats").GetProperty("jobs").GetInt32());
        Assert.Contains("called Selkie", (await cli.RunAsync("list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_ConversationEndsAndTheModelCannotRead_SaysSoAndDoctorToo()
    {
        server.Usual = (context, request) => (request.IsStreaming ? ModelReplies.Text("Fine.") : ModelReplies.Status(400, "no such model"))(context, request);

        var result = await cli.RunAsync(["chat"], "The boat? Selkie, that is what we named it.\n", Environment());

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("the model has not read everything: small could not be asked: it answered 400", result.Error, StringComparison.Ordinal);
        Assert.Contains("400", (await cli.JsonAsync("doctor")).GetProperty("last_error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_CeilingBeyondAnInteger_IsTaken()
    {
        var environment = Environment();
        environment["MEMOS_TOKENS_PER_HOUR"] = environment["MEMOS_CALLS_PER_HOUR"] = "9999999999";

        Assert.Equal(ExitCode.Success, (await cli.RunAsync(["add", "The dog is called Biscuit."], "", environment)).ExitCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Doctor_RetryAfterACeiling_QueuesWhatItPutOff()
    {
        var environment = Environment();
        environment["MEMOS_CALLS_PER_DAY"] = "0";
        await cli.RunAsync(["add", "The dog is called Biscuit."], "", environment);

        var doctor = await cli.RunAsync("doctor", "--retry");

        Assert.Contains("1 reading queued again", doctor.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await cli.JsonAsync("stats")).GetProperty("jobs_paused").GetInt32());
    }

    [Fact]
    public async Task Add_CeilingInMoney_StopsTheModelByThePrices()
    {
        var environment = Environment();
        environment["MEMOS_MONEY_PER_DAY"] = "0.5";
        environment["MEMOS_INPUT_PRICE"] = "0";
        environment["MEMOS_OUTPUT_PRICE"] = "1000000.5";
        await cli.RunAsync(["add", "The boat? Selkie, that is what we named it."], "", environment);

        var second = await cli.RunAsync(["add", "The dog is called Biscuit."], "", environment);

        Assert.Equal(ExitCode.Success, second.ExitCode);
        Assert.Contains("of 0.5 in money of the day are used", second.Error, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("MEMOS_MONEY_PER_DAY=1.5", "MEMOS_MONEY_PER_DAY=1.5 needs prices: set MEMOS_INPUT_PRICE and MEMOS_OUTPUT_PRICE")]
    [InlineData("MEMOS_MONEY_PER_HOUR=2 MEMOS_INPUT_PRICE=1", "MEMOS_MONEY_PER_HOUR=2 needs prices")]
    [InlineData("MEMOS_MONEY_PER_HOUR=2 MEMOS_INPUT_PRICE=0 MEMOS_OUTPUT_PRICE=0", "MEMOS_MONEY_PER_HOUR=2 needs prices")]
    [InlineData("MEMOS_MONEY_PER_DAY=2€", "MEMOS_MONEY_PER_DAY=2€: an amount is needed")]
    [InlineData("MEMOS_INPUT_PRICE=-1", "MEMOS_INPUT_PRICE=-1: an amount is needed")]
    public async Task Add_CeilingInMoneyThatCannotBeHeld_SaysWhatToSetAndWritesNothing(string set, string expected)
    {
        var environment = Environment();
        foreach (var pair in set.Split(' '))
        {
            environment[pair[..pair.IndexOf('=')]] = pair[(pair.IndexOf('=') + 1)..];
        }

        var result = await cli.RunAsync(["add", "The dog is called Biscuit."], "", environment);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(cli.Database));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Doctor_EndpointsInTheEnvironment_SaysWhereTextsGoAndNeverTheKey(bool hasFile)
    {
        if (hasFile)
        {
            await cli.RunAsync("add", "My boat is called Selkie.");
        }

        var environment = Environment();
        environment["MEMOS_API_KEY"] = "sk-secret";
        var host = new Uri(server.Url).Authority;
        var shown = await cli.RunAsync(["doctor"], "", environment);
        var json = (await cli.RunAsync(["doctor", "--json"], "", environment)).Json;
        var without = await cli.RunAsync("doctor");

        Assert.Contains($"texts go to {host}", shown.Out, StringComparison.Ordinal);
        Assert.Contains("nothing else is sent anywhere", shown.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", shown.Out + json, StringComparison.Ordinal);
        Assert.Equal((1, host), (json.GetProperty("network").GetInt32(), json.GetProperty("endpoints")[0].GetProperty("host").GetString()));
        Assert.Contains("none: nothing is sent anywhere", without.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await cli.JsonAsync("doctor")).GetProperty("endpoints").GetArrayLength());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Doctor_EndpointWithoutAModel_IsAProblemAndItsAddressIsNotShown()
    {
        var result = await cli.RunAsync(["doctor"], "", new() { ["MEMOS_CHAT_URL"] = "http://ada:secret@models.example/v1" });

        Assert.Equal(ExitCode.Failure, result.ExitCode);
        Assert.Contains("set both MEMOS_CHAT_URL", result.Out, StringComparison.Ordinal);
        Assert.Contains("none: nothing is sent anywhere", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WithAnEmbeddingModel_FindsWithoutACommonWord()
    {
        server.Usual = ModelReplies.Text("ok");
        server.Vectors = ModelReplies.Vectors(vector: text => text.Contains("boat", StringComparison.OrdinalIgnoreCase) || text.Contains("vessel", StringComparison.OrdinalIgnoreCase) ? [1f, 0f] : [0f, 1f]);
        var environment = new Dictionary<string, string> { ["MEMOS_EMBEDDING_URL"] = server.Url, ["MEMOS_EMBEDDING_MODEL"] = "vectors" };
        await cli.RunAsync(["add", "My boat is called Selkie."], "", environment);

        var found = await cli.RunAsync(["search", "my vessel", "--json"], "", environment);

        Assert.Contains(found.Json.GetProperty("results").EnumerateArray(), item => item.GetProperty("channels").EnumerateArray().Any(channel => channel.GetString() == "vectors"));
    }

    [Fact]
    public async Task Doctor_WhatTheEmbeddingModelFailedAt_IsCountedUntilItIsMade()
    {
        var environment = new Dictionary<string, string> { ["MEMOS_EMBEDDING_URL"] = server.Url, ["MEMOS_EMBEDDING_MODEL"] = "vectors" };
        server.Vectors = ModelReplies.Status(400, "no such model");
        var added = await cli.RunAsync(["add", "My boat is called Selkie."], "", environment);
        var missing = (await cli.RunAsync(["doctor", "--json"], "", environment)).Json.GetProperty("unembedded").GetInt32();
        var shown = await cli.RunAsync(["doctor"], "", environment);

        server.Vectors = ModelReplies.Vectors(vector: _ => [1f, 0f]);
        await cli.RunAsync(["add", "The dog is called Biscuit."], "", environment);

        Assert.InRange(missing, 1, 2);
        Assert.Contains("got no vector of vectors", added.Error, StringComparison.Ordinal);
        Assert.Contains($"{(missing == 1 ? "1 text" : "2 texts")} without a vector of vectors", shown.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await cli.RunAsync(["doctor", "--json"], "", environment)).Json.GetProperty("unembedded").GetInt32());
        Assert.Contains("up to date, by vectors", (await cli.RunAsync(["doctor"], "", environment)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BenchEvolution_WithAModel_IsJudgedByItAndByTheRulesWhereItFails()
    {
        var data = cli.Write("streams.json", """
            [{"id":"a","language":"en","tools":[{"name":"refund","description":"","schema":{"type":"object"}}],
              "messages":[
                {"message_id":"1","session_id":"s","role":"user","content":"Refund order 7","timestamp":"2025-01-01T10:00:00Z"},
                {"message_id":"2","session_id":"s","role":"assistant","content":"","timestamp":"2025-01-01T10:00:01Z","tool_calls":[{"call_id":"c","name":"refund","arguments":{"order":7}}]},
                {"message_id":"3","session_id":"s","role":"tool","content":"","timestamp":"2025-01-01T10:00:02Z","tool_result":{"call_id":"c","result":{"ok":true}}},
                {"message_id":"4","session_id":"s","role":"assistant","content":"Done.","timestamp":"2025-01-01T10:00:03Z"},
                {"message_id":"5","session_id":"s","role":"user","content":"Hm, I see.","timestamp":"2025-01-01T10:05:00Z"}],
              "tasks":[{"first_message":"1","last_message":"5","goal":"refund","outcome":"success"}],"skills":[]}]
            """);
        string[] command = ["bench", "evolution", "--data", data, "--chat", server.Url, "--model", "small"];
        server.Usual = ModelReplies.Text("""{"turns":[{"turn":2,"relation":"same","sure":0.9,"feedback":"worked"}]}""");
        var judged = await cli.JsonAsync(command);
        server.Usual = ModelReplies.Status(400, "no such model");
        var failed = await cli.JsonAsync(command);

        Assert.Equal((1.0, 1, 0), (judged.GetProperty("outcome_f1").GetDouble(), judged.GetProperty("calls").GetInt32(), judged.GetProperty("failed").GetInt32()));
        Assert.Equal((0.0, 1), (failed.GetProperty("outcome_f1").GetDouble(), failed.GetProperty("failed").GetInt32()));
        Assert.Contains("400", failed.GetProperty("last_error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BenchReading_WithAModel_PrintsWhatItTook()
    {
        var data = cli.Write("suite.json", """
            [{"id":"boat","language":"en","messages":[{"message_id":"1","session_id":"s","role":"user","name":null,"content":"The boat? Selkie, that is what we named it.","timestamp":"2024-05-01T10:00:00Z"}],
              "expected":[{"kind":"fact","subject":"user","contains":["selkie"]}],"forbidden":[]}]
            """);

        var json = await cli.JsonAsync("bench", "reading", "--data", data, "--chat", server.Url, "--model", "small", "--read", "fine");

        Assert.Equal((1.0, 1, "small", "fine", 1, 12, 0), (
            json.GetProperty("recall").GetDouble(), json.GetProperty("records").GetInt32(), json.GetProperty("model").GetString(), json.GetProperty("mode").GetString(),
            json.GetProperty("calls").GetInt32(), json.GetProperty("tokens").GetInt32(), json.GetProperty("unread").GetInt32()));
    }

    [Theory]
    [InlineData("--chat http://127.0.0.1:9/v1 --model x", 1, "cannot be reached")]
    [InlineData("--chat http://127.0.0.1:9/v1", 2, "has no model")]
    [InlineData("--chat nowhere --model x", 2, "is no address")]
    public async Task Quickstart_ModelCannotBeAsked_SaysSoInOneLine(string args, int code, string expected)
    {
        var result = await ChildProcess.RunAsync(Path.Combine(AppContext.BaseDirectory, "Quickstart.dll"), args.Split(' '));

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quickstart_WithAModel_AsksIt()
    {
        var result = await ChildProcess.RunAsync(Path.Combine(AppContext.BaseDirectory, "Quickstart.dll"), ["--chat", server.Url, "--model", "small"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("nothing was sent but prompts to small", result.Out, StringComparison.Ordinal);
        Assert.NotEmpty(server.Requests);
    }

    private Dictionary<string, string> Environment() => new() { ["MEMOS_CHAT_URL"] = server.Url, ["MEMOS_CHAT_MODEL"] = "small", ["MEMOS_API_KEY"] = "secret" };
}
