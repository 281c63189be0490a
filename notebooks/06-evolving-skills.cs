#!/usr/bin/env dotnet
#:package MemOS.Sqlite@0.1.0
// %% [markdown]
// # 6. Evolving skills
//
// An assistant of a shop handles three returns step by step. Memory makes tasks of the conversations, induces a plan from them,
// replays it against what really happened, and shows it to a person. Once it is approved, the fourth return is done by one call.
//
// Everything runs offline: the model is a script that works from its prompt and the tools it is offered, one step a call.

// %%
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using MemOS;
using MemOS.Evolution.Skills;
using Microsoft.Extensions.AI;

// %% [types here]

// %%
var path = Path.Combine(Path.GetTempPath(), $"memos-{Guid.NewGuid():N}.db");
var clock = new ShopClock();
var memory = await MemoryOS.OpenAsync(path, new() { TimeProvider = clock });
var clerk = MemoryScope.ForUser("clerk");
var shop = new Shop();
var model = new ScriptedModel();
var used = new Dictionary<string, (int ModelCalls, int ToolCalls)>();

// %% [markdown]
// A conversation is a chat with tools like any other: nothing here knows of skills.

// %%
async Task TalkAsync(string request, string feedback)
{
    var chat = new ToolLoop(model).WithMemory(memory, clerk.InSession(request));
    var options = new ChatOptions { Tools = [.. shop.Functions] };
    model.Reset();
    List<ChatMessage> history = [new(ChatRole.User, request)];
    history.AddMessages(await chat.GetResponseAsync(history, options));
    used[request] = (model.Calls, model.Called.Count);
    Console.WriteLine($"clerk: {request}");
    Console.WriteLine($"tools: {string.Join(" → ", model.Called)}");
    Console.WriteLine($"model: {history[^1].Text}");
    history.Add(new(ChatRole.User, feedback));
    await chat.GetResponseAsync(history, options);
    clock.NextDay();
}

await TalkAsync("Please take back order 1001, it arrived damaged.", "Thanks, that worked.");
await TalkAsync("The customer wants to return order 1017, it is too small.", "Perfect, thank you!");
await TalkAsync("I need a return for order 1044: wrong colour.", "Great, she got her money back.");

// %% [markdown]
// What memory made of them happens in the background, a moment after each turn; here we wait for it.

// %%
await memory.EvolveDueAsync();
foreach (var stored in await memory.ListTasksAsync(clerk))
{
    Console.WriteLine($"task, {stored.Task.Outcome}: {stored.Task.Title}");
}

var skill = (await memory.ListSkillsAsync(clerk)).Single().Skill;
Console.WriteLine($"skill {skill.Name}, {skill.Status}: {skill.StatusReason}");
Console.WriteLine($"parameters: {string.Join(", ", skill.Current.Plan!.Parameters.Select(parameter => $"{parameter.Name} ({parameter.JsonType})"))}");
Console.WriteLine($"steps: {string.Join(" → ", skill.Current.Plan.Steps.Select(step => step.Tool))}");

// %% [markdown]
// A question that asks how something was done brings the task, with what came of it.

// %%
var found = await memory.SearchAsync("How did we handle the return of order 1017 last time?", clerk, new() { BudgetTokens = 300 });
Console.WriteLine(found.Items[0].Text);

// %% [markdown]
// A person looks at what the skill would do, and approves it. Then the fourth request is done by one call of the model.

// %%
await memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, clerk);
await TalkAsync("Please take back order 1099, it came too late.", "Thanks!");
foreach (var effort in used)
{
    Console.WriteLine($"{effort.Value.ModelCalls} model calls, {effort.Value.ToolCalls} tools called by the model: {effort.Key}");
}

Console.WriteLine($"done in the shop: {string.Join("; ", shop.Returns)}");

// %%
await memory.DisposeAsync();
File.Delete(path);

// %% [types]
// %% [markdown]
// The shop with its functions, the stand-in for a model, the loop that runs its tools, and a clock that is moved by hand. A function
// that only looks things up says so: its call may be left out of a plan when nothing used its result.

// %%
sealed class Shop
{
    private readonly Dictionary<int, (string Id, string Customer, string Sku, int Quantity, double Total)> orders = new()
    {
        [1001] = ("O-7f", "C-1", "MUG", 2, 18.5),
        [1017] = ("O-83", "C-2", "SCARF", 1, 24.9),
        [1044] = ("O-91", "C-3", "LAMP", 3, 120.75),
        [1099] = ("O-a4", "C-4", "MUG", 6, 55.5),
    };

    public Shop() => Functions =
    [
        AIFunctionFactory.Create(GetOrder, "get_order"),
        AIFunctionFactory.Create(CheckStock, "check_stock"),
        AIFunctionFactory.Create(CreateReturn, "create_return"),
        AIFunctionFactory.Create(IssueRefund, "issue_refund"),
        AIFunctionFactory.Create(SendNote, "send_note"),
    ];

    public IReadOnlyList<AIFunction> Functions { get; }

    public List<string> Returns { get; } = [];

    [ReadOnly(true), Description("Looks an order up.")]
    private JsonObject GetOrder(int number) => orders.TryGetValue(number, out var order)
        ? new JsonObject { ["order_id"] = order.Id, ["customer_id"] = order.Customer, ["sku"] = order.Sku, ["total"] = order.Total }
        : throw new InvalidOperationException($"There is no order {number}.");

    [ReadOnly(true), Description("How many pieces of an article are in stock.")]
    private JsonObject CheckStock(string sku) => new() { ["quantity"] = sku.Length };

    [Description("Opens a return for an order.")]
    private JsonObject CreateReturn(string order_id, string reason)
    {
        Returns.Add($"order {order_id}, {reason}");
        return new() { ["return_id"] = $"R-{500 + Returns.Count}" };
    }

    [Description("Pays a return back.")]
    private JsonObject IssueRefund(string return_id, double amount)
    {
        Returns[^1] += string.Create(CultureInfo.InvariantCulture, $", refunded {amount}");
        return new() { ["ok"] = true };
    }

    [Description("Sends a customer a note.")]
    private JsonObject SendNote(string customer_id, string text) => new() { ["ok"] = true };
}

// %%
sealed class ScriptedModel : IChatClient
{
    private static readonly Regex Return = new(@"order (\d+).*?(damaged|too small|wrong colour|too late)");

    public int Calls { get; private set; }

    public List<string> Called { get; } = [];

    public void Reset()
    {
        Calls = 0;
        Called.Clear();
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Calls++;
        var answer = Next(messages.ToList(), options?.Tools ?? []);
        Called.AddRange(answer.Contents.OfType<FunctionCallContent>().Select(call => call.Name));
        return Task.FromResult(new ChatResponse(answer));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static ChatMessage Next(List<ChatMessage> prompt, IList<AITool> tools)
    {
        var asked = prompt.FindLastIndex(message => message.Role == ChatRole.User);
        var match = Return.Match(prompt[asked].Contents.OfType<TextContent>().Last().Text);
        var done = prompt.Skip(asked + 1).SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => JsonNode.Parse(result.Result!.ToString()!)!).ToList();
        if (!match.Success)
        {
            return new(ChatRole.Assistant, "You're welcome.");
        }

        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var reason = match.Groups[2].Value;
        var skill = tools.OfType<AIFunction>().FirstOrDefault(tool => tool.Description.StartsWith("Does in one call"));
        if (skill is not null)
        {
            return done.Count == 0 ? Call(skill.Name, new() { ["number"] = number, ["reason"] = reason }) : new(ChatRole.Assistant, $"Order {number} is returned and paid back.");
        }

        return done.Count switch
        {
            0 => Call("get_order", new() { ["number"] = number }),
            1 => Call("create_return", new() { ["order_id"] = (string)done[0]["order_id"]!, ["reason"] = reason }),
            2 => Call("issue_refund", new() { ["return_id"] = (string)done[1]["return_id"]!, ["amount"] = (double)done[0]["total"]! }),
            3 => Call("send_note", new() { ["customer_id"] = (string)done[0]["customer_id"]!, ["text"] = "Your return is complete." }),
            _ => new(ChatRole.Assistant, $"Order {number} is returned and paid back."),
        };
    }

    private static ChatMessage Call(string tool, Dictionary<string, object?> arguments) => new(ChatRole.Assistant, [new FunctionCallContent($"call-{Guid.NewGuid():N}", tool, arguments)]);
}

// %%
sealed class ToolLoop(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var history = messages.ToList();
        var said = new List<ChatMessage>();
        while (true)
        {
            var response = await base.GetResponseAsync(history, options, cancellationToken);
            said.AddRange(response.Messages);
            var results = new List<AIContent>();
            foreach (var call in response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
            {
                var tool = options!.Tools!.OfType<AIFunction>().First(known => known.Name == call.Name);
                results.Add(new FunctionResultContent(call.CallId, await tool.InvokeAsync(new(call.Arguments), cancellationToken)));
            }

            if (results.Count == 0)
            {
                response.Messages = said;
                return response;
            }

            said.Add(new(ChatRole.Tool, results));
            history.AddRange(response.Messages);
            history.Add(said[^1]);
        }
    }
}

// %%
sealed class ShopClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now;

    public void NextDay() => now = now.AddDays(1);
}
