using System.Text.RegularExpressions;
using MemOS.TestKit;
using Microsoft.Extensions.AI;

namespace MemOS.Hosts.Tests.Conformance;

/// <summary>What a model was shown, as text to compare.</summary>
internal static partial class Prompts
{
    /// <summary>Every text of a call: instructions first, then each message's parts, tool calls and results.</summary>
    public static string Of(ChatCall call) => string.Join('\n', call.Messages.Select(Of).Prepend(call.Options?.Instructions ?? ""));

    /// <summary>The recall blocks in a call, without their nonces.</summary>
    public static IReadOnlyList<string> BlocksOf(ChatCall call) => [.. Blocks().Matches(Of(call)).Select(match => WithoutNonces(match.Value))];

    /// <summary>A text with the random part of fences taken out.</summary>
    public static string WithoutNonces(string text) => Nonces().Replace(text, "recalled-memory");

    private static string Of(ChatMessage message) => $"{message.Role}: {string.Join('|', message.Contents.Select(Of))}";

    private static string Of(AIContent content) => content switch
    {
        TextContent text => text.Text,
        FunctionCallContent call => $"call {call.Name}({string.Join(", ", call.Arguments?.Select(pair => $"{pair.Key}={pair.Value}") ?? [])})",
        FunctionResultContent result => $"result {result.Result}",
        _ => content.GetType().Name,
    };

    [GeneratedRegex("<recalled-memory-([0-9a-f]{10})>.*?</recalled-memory-\\1>", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("recalled-memory-[0-9a-f]{10}")]
    private static partial Regex Nonces();
}
