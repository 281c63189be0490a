using MemOS.Chat;
using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.Hosts.Tests.SemanticKernel;

public sealed class KernelChatTests
{
    private const string Question = "Where does my sister Runa live?";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chat_ThroughAChatClient_RecallsOnceAndRecordsOnce(bool streaming)
    {
        await using var host = await HostMemory.OpenAsync();
        await host.KnowAsync(HostMemory.Ada, "My sister Runa lives in Bergen.");
        var model = ScriptedChatClient.Answering(_ => "In Bergen, you said.");
        var kernel = KernelHost.WithClient(host, model);

        Assert.Equal("In Bergen, you said.", await kernel.ChatAsync(new ChatHistory("Be brief.") { new(AuthorRole.User, Question) }, streaming));

        Assert.Single(Occurrences(model.Last.Messages.Select(message => message.Text), "Runa lives in Bergen"));
        Assert.Equal(["user: " + Question, "assistant: In Bergen, you said."], await host.LogAsync(HostMemory.Ada));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chat_ThroughAChatService_RecallsOnceRecordsOnceAndLeavesTheHistory(bool streaming)
    {
        await using var host = await HostMemory.OpenAsync();
        await host.KnowAsync(HostMemory.Ada, "My sister Runa lives in Bergen.");
        var model = new ScriptedChatService { Answer = (_, _) => Task.FromResult("In Bergen, you said.") };
        var kernel = KernelHost.WithService(host, model);
        var history = new ChatHistory("Be brief.") { new(AuthorRole.User, Question) };

        await kernel.ChatAsync(history, streaming);
        history.AddUserMessage("And what is she called?");
        await kernel.ChatAsync(history, streaming);

        Assert.Equal(Question, history[1].Content);
        Assert.Equal(5, history.Count);
        Assert.Single(Occurrences(model.Calls[0].Select(message => string.Concat(message.Items)), "Runa lives in Bergen"));
        Assert.Equal("Be brief.", model.Calls[0][0].Content);
        Assert.Equal(
            ["user: " + Question, "assistant: In Bergen, you said.", "user: And what is she called?", "assistant: In Bergen, you said."],
            await host.LogAsync(HostMemory.Ada));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prompt_WithoutSettings_RemembersForTheKernelsScope(bool streaming)
    {
        await using var host = await HostMemory.OpenAsync();
        await host.KnowAsync(HostMemory.Ada, "My sister Runa lives in Bergen.");
        var model = ScriptedChatClient.Answering(_ => "Bergen.");
        var kernel = KernelHost.WithClient(host, model, _ => { });

        Assert.Equal("Bergen.", await kernel.WithMemoryScope(HostMemory.Ada).PromptAsync("{{$input}}", streaming, new() { ["input"] = Question }));
        await kernel.WithMemoryScope(HostMemory.Bob).PromptAsync(Question, streaming);

        Assert.Single(Occurrences(model.Calls[0].Messages.Select(message => message.Text), "Runa lives in Bergen"));
        Assert.Empty(Occurrences(model.Calls[1].Messages.Select(message => message.Text), "Bergen"));
        Assert.Equal(["user: " + Question, "assistant: Bergen."], await host.LogAsync(HostMemory.Ada));
        Assert.Equal(["user: " + Question, "assistant: Bergen."], await host.LogAsync(HostMemory.Bob));
        Assert.Null(kernel.GetMemoryScope());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chat_WithoutScope_IsRefusedBeforeTheModel(bool useService)
    {
        await using var host = await HostMemory.OpenAsync();
        var client = new ScriptedChatClient();
        var service = new ScriptedChatService();
        var kernel = useService ? KernelHost.WithService(host, service, _ => { }) : KernelHost.WithClient(host, client, _ => { });

        var error = await Assert.ThrowsAsync<MemoryScopeException>(() => kernel.ChatAsync(new("Be brief.") { new(AuthorRole.User, "hello") }, streaming: false));

        Assert.Contains("WithMemoryScope", error.Message, StringComparison.Ordinal);
        Assert.Empty(client.Calls);
        Assert.Empty(service.Calls);
    }

    [Fact]
    public async Task Scope_OfACall_ComesBeforeTheKernelsAndTheResolvers()
    {
        await using var host = await HostMemory.OpenAsync();
        var asked = 0;
        var kernel = KernelHost.WithClient(host, new ScriptedChatClient(), options => options.ScopeResolver = (_, _) =>
        {
            asked++;
            return ValueTask.FromResult<MemoryScope?>(MemoryScope.ForUser("resolved"));
        });
        var chat = kernel.GetRequiredService<IChatClient>();

        await chat.GetResponseAsync("one", new ChatOptions().WithMemoryScope(HostMemory.Bob));
        await kernel.WithMemoryScope(HostMemory.Ada).PromptAsync("two", streaming: false);
        await chat.GetResponseAsync("three");

        Assert.Equal("user: one", (await host.LogAsync(HostMemory.Bob))[0]);
        Assert.Equal("user: two", (await host.LogAsync(HostMemory.Ada))[0]);
        Assert.Equal("user: three", (await host.LogAsync(MemoryScope.ForUser("resolved")))[0]);
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chat_WithoutSettings_UsesTheKernelsScopeAndNotTheDefault(bool streaming)
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = KernelHost.WithClient(host, new ScriptedChatClient(), options => options.Scope = MemoryScope.ForUser("default"));

        await kernel.WithMemoryScope(HostMemory.Bob).ChatAsync([new(AuthorRole.User, "hello")], streaming);

        Assert.Equal(["user: hello", "assistant: ok"], await host.LogAsync(HostMemory.Bob));
        Assert.Empty(await host.LogAsync(MemoryScope.ForUser("default")));
    }

    [Fact]
    public async Task Stream_LeftEarly_KeepsTheQuestionAndThePartialAnswer()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = KernelHost.WithService(host, new ScriptedChatService { Answer = (_, _) => Task.FromResult("one two three four") });
        var service = kernel.GetRequiredService<IChatCompletionService>();

        await foreach (var part in service.GetStreamingChatMessageContentsAsync([new(AuthorRole.User, "Count.")], null, kernel))
        {
            if (part.Content == " two")
            {
                break;
            }
        }

        Assert.Equal(["user: Count.", "assistant: one two (partial)"], await host.LogAsync(HostMemory.Ada));
    }

    [Fact]
    public async Task Model_Fails_TheQuestionStaysAndTheNextTurnWorks()
    {
        await using var host = await HostMemory.OpenAsync();
        var fails = true;
        var kernel = KernelHost.WithService(host, new ScriptedChatService
        {
            Answer = (_, _) => fails ? Task.FromException<string>(new HttpRequestException("no network")) : Task.FromResult("ok"),
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => kernel.ChatAsync([new(AuthorRole.User, "hello")], streaming: false));
        fails = false;
        await kernel.ChatAsync([new(AuthorRole.User, "hello")], streaming: false);

        Assert.Equal(["user: hello", "assistant: ok"], await host.LogAsync(HostMemory.Ada));
    }

    [Fact]
    public async Task ServiceOverTheKernelsOwnClient_PassesTwoHooks_IsOneTurn()
    {
        await using var host = await HostMemory.OpenAsync();
        await host.KnowAsync(HostMemory.Ada, "My sister Runa lives in Bergen.");
        var model = ScriptedChatClient.Answering(_ => "Bergen.");
        var reports = new List<MemoryTurnReport>();
        var kernel = KernelHost.WithClient(
            host,
            model,
            options =>
            {
                options.Scope = HostMemory.Ada;
                options.TurnCompleted = reports.Add;
            },
            builder => builder.Services.AddSingleton(provider => provider.GetRequiredService<IChatClient>().AsChatCompletionService()));

        await kernel.ChatAsync(new("Be brief.") { new(AuthorRole.User, Question) }, streaming: false);

        Assert.Single(Occurrences(model.Last.Messages.Select(message => message.Text), "Runa lives in Bergen"));
        Assert.Equal(["user: " + Question, "assistant: Bergen."], await host.LogAsync(HostMemory.Ada));
        Assert.Equal(2, reports.Sum(report => report.Recorded.Count));
    }

    [Fact]
    public async Task Build_ChatServiceAddedAfterAddMemOS_SaysWhatToDo()
    {
        await using var host = await HostMemory.OpenAsync();
        var builder = Kernel.CreateBuilder();
        builder.AddMemOS(host.Memory, options => options.Scope = HostMemory.Ada);
        builder.Services.AddSingleton<IChatClient>(new ScriptedChatClient());

        var error = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.Contains("Call AddMemOS last", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remembers_LeavesAServiceOut_ItAnswersWithoutMemory()
    {
        await using var host = await HostMemory.OpenAsync();
        var builder = Kernel.CreateBuilder();
        builder.Services.AddKeyedSingleton<IChatClient>("chat", new ScriptedChatClient());
        builder.Services.AddKeyedSingleton<IChatClient>("judge", new ScriptedChatClient());
        builder.AddMemOS(host.Memory, options =>
        {
            options.Scope = HostMemory.Ada;
            options.Remembers = key => key is not "judge";
        });
        var kernel = builder.Build();

        await kernel.GetRequiredService<IChatClient>("judge").GetResponseAsync("Is this polite?");
        await kernel.GetRequiredService<IChatClient>("chat").GetResponseAsync("hello");

        Assert.Equal(["user: hello", "assistant: ok"], await host.LogAsync(HostMemory.Ada));
    }

    [Fact]
    public async Task AddMemOS_WithAStore_OpensItAndDisposesWhatItMade()
    {
        using var folder = new TemporaryFolder();
        var given = new ScriptedChatClient();
        var made = new ScriptedChatClient();
        var services = new ServiceCollection();
        services.AddKeyedSingleton<IChatClient>("given", given);
        services.AddKeyedSingleton<IChatClient>("made", (_, _) => made);
        services.AddKernel().AddMemOS(options => options.Scope = HostMemory.Ada).UseSqlite(folder.File());
        await using (var provider = services.BuildServiceProvider())
        {
            var kernel = provider.GetRequiredService<Kernel>();
            await kernel.Services.GetRequiredKeyedService<IChatClient>("made").GetResponseAsync("hello");
            await kernel.Services.GetRequiredKeyedService<IChatClient>("given").GetResponseAsync("hello again");
            Assert.True(kernel.Plugins.TryGetPlugin("memory", out _));
        }

        Assert.True(made.IsDisposed);
        Assert.False(given.IsDisposed);
        await using var again = await MemoryOS.OpenAsync(folder.File());
        Assert.Equal(4, (await again.Store.Maintenance.GetStatisticsAsync()).Messages);
    }

    [Fact]
    public async Task AddMemOS_SettingsThatMakeNoSense_AreNamed()
    {
        await using var host = await HostMemory.OpenAsync();
        var error = Assert.Throws<ArgumentException>(() => KernelHost.WithClient(host, new ScriptedChatClient(), options => options.BudgetTokens = -1));
        Assert.Contains("BudgetTokens is -1", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Occurrences(IEnumerable<string> texts, string part) =>
        texts.SelectMany(text => Enumerable.Repeat(part, text.Split(part).Length - 1));
}
