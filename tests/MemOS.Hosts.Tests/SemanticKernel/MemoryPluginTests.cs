using System.Text.Json;
using MemOS.SemanticKernel.Plugins;
using MemOS.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.Hosts.Tests.SemanticKernel;

public sealed class MemoryPluginTests
{
    [Fact]
    public async Task Plugin_OfAKernel_HasFiveDescribedFunctions()
    {
        await using var host = await HostMemory.OpenAsync();
        var plugin = KernelHost.WithClient(host, new ScriptedChatClient()).Plugins["memory"];

        Assert.Equal(["correct", "forget", "list", "recall", "remember"], plugin.Select(function => function.Name).Order(StringComparer.Ordinal));
        Assert.All(plugin, function => Assert.NotEqual("", function.Description));
        var schema = Assert.Single(plugin.AsAIFunctions(), function => function.Name == "memory_correct").JsonSchema;
        Assert.Equal(["id", "text"], schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!));
        Assert.Contains("third person", schema.GetProperty("properties").GetProperty("text").GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plugin_Functions_WorkOnTheScopeOfTheKernelThatCalls()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = KernelHost.WithClient(host, new ScriptedChatClient(), _ => { });
        var ada = kernel.WithMemoryScope(HostMemory.Ada);
        var bob = kernel.WithMemoryScope(HostMemory.Bob);

        await host.KnowAsync(HostMemory.Ada, "I play the cello.");
        var kept = (await ada.InvokeAsync("memory", "remember", new() { ["text"] = "Ada plays the cello." })).ToString();
        var record = (await host.Memory.ListAsync(HostMemory.Ada))[0].Id.ToString();

        Assert.StartsWith("Kept as m", kept, StringComparison.Ordinal);
        Assert.Contains("cello", await AskAsync(ada, "recall", "query", "Which instrument does Ada play?"), StringComparison.Ordinal);
        Assert.Contains("nothing", await AskAsync(bob, "recall", "query", "Which instrument does Ada play?"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("cello", (await ada.InvokeAsync("memory", "list")).ToString(), StringComparison.Ordinal);
        Assert.Contains("is corrected", (await ada.InvokeAsync("memory", "correct", new() { ["id"] = record, ["text"] = "Ada plays the viola." })).ToString(), StringComparison.Ordinal);
        Assert.Contains("is forgotten", await AskAsync(ada, "forget", "id", record), StringComparison.Ordinal);
        await Assert.ThrowsAsync<MemoryScopeException>(() => kernel.InvokeAsync("memory", "list"));
    }

    [Fact]
    public async Task Plugin_CalledByAModel_IsNotRecordedWithWhatItRecalled()
    {
        await using var host = await HostMemory.OpenAsync();
        await host.KnowAsync(HostMemory.Ada, "My sister Runa lives in Bergen.");
        var kernel = KernelHost.WithClient(host, KernelHost.Calling("memory_recall", 1, "Noted.", _ => new() { ["query"] = "Runa Bergen" }), options =>
        {
            options.Scope = HostMemory.Ada;
            options.BudgetTokens = 0;
        });

        await kernel.ChatAsync([new(AuthorRole.User, "Think of my family.")], streaming: false, KernelHost.Auto());

        var log = await host.LogAsync(HostMemory.Ada);
        Assert.Equal(4, log.Length);
        Assert.DoesNotContain(log, line => line.StartsWith("tool:", StringComparison.Ordinal) && line.Contains("Bergen", StringComparison.Ordinal));
        await kernel.InvokeAsync("memory", "recall", new() { ["query"] = "Runa" });
        Assert.Equal(4, (await host.LogAsync(HostMemory.Ada)).Length);
    }

    [Fact]
    public async Task PluginName_Null_LeavesItOut()
    {
        await using var host = await HostMemory.OpenAsync();
        var kernel = KernelHost.WithClient(host, new ScriptedChatClient(), options =>
        {
            options.Scope = HostMemory.Ada;
            options.PluginName = null;
        });
        Assert.Empty(kernel.Plugins);
        var alone = MemoryPlugin.Create(host.Memory, HostMemory.Ada, "notes");
        kernel.Plugins.Add(alone);
        Assert.StartsWith("Kept as", (await kernel.InvokeAsync("notes", "remember", new() { ["text"] = "Ada sings." })).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_WithDefinitions_IsWholeInEachParameter()
    {
        var schema = JsonDocument.Parse("""
            {"type":"object","required":["to"],"additionalProperties":false,
             "$defs":{"place":{"type":"object","properties":{"city":{"$ref":"#/$defs/name"},"inside":{"$ref":"#/$defs/place"}}},"name":{"type":"string","minLength":1}},
             "properties":{"to":{"$ref":"#/$defs/place","description":"Where to."},"via":{"type":"array","items":{"$ref":"#/$defs/name"}},"days":{"type":"integer","default":3}}}
            """).RootElement;
        var shape = AIFunctionFactory.CreateDeclaration("travel", "Travels.", schema);

        var function = KernelFunctions.Create(shape, "travel", (_, _) => throw new InvalidOperationException());

        var properties = function.JsonSchema.GetProperty("properties");
        Assert.DoesNotContain("$ref", function.JsonSchema.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Where to.", properties.GetProperty("to").GetProperty("description").GetString());
        Assert.Equal(1, properties.GetProperty("to").GetProperty("properties").GetProperty("city").GetProperty("minLength").GetInt32());
        Assert.Equal("{}", properties.GetProperty("to").GetProperty("properties").GetProperty("inside").GetRawText());
        Assert.Equal(1, properties.GetProperty("via").GetProperty("items").GetProperty("minLength").GetInt32());
        Assert.Equal(["to"], function.JsonSchema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!));
        Assert.Equal(3, ((JsonElement)function.Metadata.Parameters[2].DefaultValue!).GetInt32());
    }

    private static async Task<string> AskAsync(Kernel kernel, string function, string argument, string value) =>
        (await kernel.InvokeAsync("memory", function, new() { [argument] = value })).ToString();
}
