using MemOS.Evidence;
using MemOS.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.Hosts.Tests.SemanticKernel;

public sealed class KernelFunctionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Loop_OfAChatClient_IsRecordedOnceWithTheTimesOfItsCalls(bool streaming)
    {
        await using var host = await HostMemory.OpenAsync();
        var model = KernelHost.Calling("weather_get", 3, "Rain.", number => new() { ["city"] = $"Bergen {number}" });
        var kernel = KernelHost.WithClient(host, model);
        kernel.Plugins.AddFromFunctions("weather", [Weather(host)]);
        var before = host.Time.GetUtcNow();

        Assert.Equal("Rain.", await kernel.ChatAsync([new(AuthorRole.User, "Is it raining?")], streaming, KernelHost.Auto()));

        Assert.Equal(
            [
                "user: Is it raining?",
                "assistant:  call weather_get{\"city\":\"Bergen 1\"}", "tool:  result rain in Bergen 1",
                "assistant:  call weather_get{\"city\":\"Bergen 2\"}", "tool:  result rain in Bergen 2",
                "assistant:  call weather_get{\"city\":\"Bergen 3\"}", "tool:  result rain in Bergen 3",
                "assistant: Rain.",
            ],
            await host.LogAsync(HostMemory.Ada));
        Assert.Equal([0, 10, 20], (await CallsAsync(host)).Select(item => (item.Content.Time - before).TotalSeconds));
    }

    [Fact]
    public async Task Loop_OfAChatService_IsRecordedOnceAndReachesTheCallersHistory()
    {
        await using var host = await HostMemory.OpenAsync();
        var service = new ScriptedChatService
        {
            Answer = async (history, kernel) =>
            {
                var call = new FunctionCallContent("get", "weather", "c1", new() { ["city"] = "Bergen" });
                history.Add(new(AuthorRole.Assistant, [call]));
                history.Add((await call.InvokeAsync(kernel!)).ToChatMessage());
                return "Rain.";
            },
        };
        var kernel = KernelHost.WithService(host, service, options =>
        {
            options.Scope = HostMemory.Ada;
            options.RecordFunctionCalls = false;
        });
        kernel.Plugins.AddFromFunctions("weather", [Weather(host)]);
        var history = new ChatHistory { new(AuthorRole.User, "Is it raining?") };

        await kernel.ChatAsync(history, streaming: false);
        history.AddUserMessage("Thanks.");
        await kernel.ChatAsync(history, streaming: false);

        var log = await host.LogAsync(HostMemory.Ada);
        Assert.Equal(["user: Is it raining?", "assistant:  call weather_get{\"city\":\"Bergen\"}", "tool:  result rain in Bergen", "assistant: Rain.", "user: Thanks."], log[..5]);
        Assert.Equal(8, log.Length);
        Assert.Equal(8, history.Count);
    }

    [Fact]
    public async Task Function_FailsInTheLoop_TheReasonIsEvidence()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = KernelHost.WithClient(host, KernelHost.Calling("door_open", 1, "It is stuck.", _ => []));
        kernel.Plugins.AddFromFunctions("door", [KernelFunctionFactory.CreateFromMethod(string () => throw new InvalidOperationException("the door is locked"), "open")]);

        await kernel.ChatAsync([new(AuthorRole.User, "Open the door.")], streaming: false, KernelHost.Auto());

        Assert.Equal("tool:  result the door is locked", (await host.LogAsync(HostMemory.Ada))[2]);
    }

    [Fact]
    public async Task Function_ThatCannotBeRecorded_KeepsItsResultAndItsOwnError()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = KernelHost.WithClient(host, new ScriptedChatClient());
        kernel.Plugins.AddFromFunctions("weather", [Weather(host), KernelFunctionFactory.CreateFromMethod(string () => throw new InvalidOperationException("no data"), "fail")]);
        host.RecordingFails = new MemoryStoreException("the disk is full");

        Assert.Equal("rain in Bergen", (await kernel.InvokeAsync("weather", "get", new() { ["city"] = "Bergen" })).ToString());
        Assert.Equal("no data", (await Assert.ThrowsAsync<InvalidOperationException>(() => kernel.InvokeAsync("weather", "fail"))).Message);
    }

    [Fact]
    public async Task Function_CalledByTheApplication_IsEvidenceWithArgumentsResultsErrorsAndTimes()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = KernelHost.WithClient(host, new ScriptedChatClient());
        kernel.Plugins.AddFromFunctions("weather", [Weather(host), KernelFunctionFactory.CreateFromMethod(string () => throw new InvalidOperationException("no data"), "fail")]);
        var before = host.Time.GetUtcNow();

        await kernel.InvokeAsync("weather", "get", new() { ["city"] = "Bergen" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => kernel.InvokeAsync("weather", "fail"));
        await kernel.ChatAsync([new(AuthorRole.User, "hello")], streaming: false);

        Assert.Equal(
            [
                "assistant:  call weather_get{\"city\":\"Bergen\"}", "tool:  result rain in Bergen",
                "assistant:  call weather_fail{}", "tool:  result no data",
                "user: hello", "assistant: ok",
            ],
            await host.LogAsync(HostMemory.Ada));
        var items = await ItemsAsync(host);
        Assert.Equal([0, 10], items.Take(2).Select(item => (item.Content.Time - before).TotalSeconds));
        Assert.Equal(items[0].Content.ToolCalls[0].CallId, items[1].Content.ToolResults[0].CallId);
    }

    [Fact]
    public async Task Function_CalledWithoutScopeOrSwitchedOff_IsNoEvidence()
    {
        await using var host = await HostMemory.OpenAsync();
        var quiet = KernelHost.WithClient(host, new ScriptedChatClient(), options =>
        {
            options.Scope = HostMemory.Ada;
            options.RecordFunctionCalls = false;
        });
        var nobody = KernelHost.WithClient(host, new ScriptedChatClient(), _ => { });
        foreach (var kernel in new[] { quiet, nobody })
        {
            kernel.Plugins.AddFromFunctions("weather", [Weather(host)]);
            await kernel.InvokeAsync("weather", "get", new() { ["city"] = "Bergen" });
        }

        Assert.Equal(0, (await host.Memory.Store.Maintenance.GetStatisticsAsync()).Messages);
    }

    private static KernelFunction Weather(HostMemory host) => KernelFunctionFactory.CreateFromMethod(
        (string city) =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(10));
            return $"rain in {city}";
        },
        "get",
        "The weather of a city.");

    private static async Task<IReadOnlyList<EvidenceItem>> ItemsAsync(HostMemory host) =>
        await host.Memory.Store.Evidence.ListAsync(await host.Memory.ResolveAsync(HostMemory.Ada), new() { Limit = 100 });

    private static async Task<IReadOnlyList<EvidenceItem>> CallsAsync(HostMemory host) =>
        [.. (await ItemsAsync(host)).Where(item => item.Content.ToolCalls.Count > 0)];
}
