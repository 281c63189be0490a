using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using MemOS.Tokens;
using Microsoft.Extensions.AI;

namespace EvolvingSkills;

/// <summary>
/// An offline stand-in for a model that handles returns. It works as a model does: from its prompt and the tools it is offered,
/// one step a call. When a tool of its prompt does the whole job, it calls that one.
/// </summary>
internal sealed partial class ScriptedModel : IChatClient
{
    /// <summary>Model calls since the last reset.</summary>
    public int Calls { get; private set; }

    /// <summary>Tokens of prompts and tools that were sent since the last reset.</summary>
    public int Tokens { get; private set; }

    /// <summary>Tools that it called since the last reset.</summary>
    public List<string> Called { get; } = [];

    public void Reset()
    {
        Calls = 0;
        Tokens = 0;
        Called.Clear();
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> prompt = [.. messages];
        Calls++;
        Tokens += Count(prompt, options);
        var answer = Next(prompt, options?.Tools ?? []);
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

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private static ChatMessage Next(List<ChatMessage> prompt, IList<AITool> tools)
    {
        var asked = prompt.FindLastIndex(message => message.Role == ChatRole.User);
        var request = prompt[asked].Contents.OfType<TextContent>().Last().Text;
        var done = prompt.Skip(asked + 1).SelectMany(message => message.Contents).OfType<FunctionResultContent>()
            .Select(result => JsonSerializer.SerializeToElement(result.Result, AIJsonUtilities.DefaultOptions)).ToList();
        if (Return().Match(request) is not { Success: true } match)
        {
            return new(ChatRole.Assistant, "You're welcome.");
        }

        var (number, reason) = (int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), match.Groups[2].Value);
        var skill = tools.OfType<AIFunction>().FirstOrDefault(tool => tool.Description.StartsWith("Does in one call", StringComparison.Ordinal));
        if (skill is not null || done.Count > 0 && done[0].TryGetProperty("skill", out _))
        {
            return done.Count == 0
                ? Call(skill!.Name, new() { ["number"] = number, ["reason"] = reason })
                : new(ChatRole.Assistant, $"Order {number} is returned and paid back: {done[0].GetProperty("status").GetString()}.");
        }

        return done.Count switch
        {
            0 => Call("get_order", new() { ["number"] = number }),
            1 => Call("create_return", new() { ["order_id"] = done[0].GetProperty("order_id"), ["reason"] = reason }),
            2 => Call("restock_item", new() { ["sku"] = done[0].GetProperty("sku"), ["quantity"] = done[0].GetProperty("quantity") }),
            3 => Call("issue_refund", new() { ["return_id"] = done[1].GetProperty("return_id"), ["amount"] = done[0].GetProperty("total") }),
            4 => Call("send_note", new() { ["customer_id"] = done[0].GetProperty("customer_id"), ["text"] = "Your return is complete." }),
            _ => new(ChatRole.Assistant, $"Order {number} is returned and paid back: {done[1].GetProperty("return_id").GetString()}."),
        };
    }

    private static ChatMessage Call(string tool, Dictionary<string, object?> arguments) =>
        new(ChatRole.Assistant, [new FunctionCallContent($"call-{Guid.NewGuid():N}", tool, arguments)]);

    private static int Count(List<ChatMessage> prompt, ChatOptions? options)
    {
        var counter = EstimatingTokenCounter.Instance;
        var texts = prompt.SelectMany(message => message.Contents).Select(content => content switch
        {
            TextContent text => text.Text,
            FunctionCallContent call => call.Name + JsonSerializer.Serialize(call.Arguments, AIJsonUtilities.DefaultOptions),
            FunctionResultContent result => JsonSerializer.Serialize(result.Result, AIJsonUtilities.DefaultOptions),
            _ => "",
        });
        var tools = (options?.Tools ?? []).OfType<AIFunction>().Select(tool => tool.Name + tool.Description + tool.JsonSchema.GetRawText());
        return texts.Concat(tools).Sum(text => counter.Count(text));
    }

    [GeneratedRegex(@"order (\d+).*?(damaged|too small|wrong colour|too late)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Return();
}
