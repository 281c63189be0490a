using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MemOS.TestKit.Models;

/// <summary>Replies of a model server, the good and the bad.</summary>
public static class ModelReplies
{
    /// <summary>A text, whole or streamed a word a piece, with usage of 7 tokens in and 5 out.</summary>
    public static ModelReply Text(string text) => Text(_ => text);

    /// <summary>A text that depends on the request.</summary>
    public static ModelReply Text(Func<ModelRequest, string> answer) => (context, request) => SendAsync(context, request, new() { ["role"] = "assistant", ["content"] = answer(request) }, "stop");

    /// <summary>A text after some reasoning, in the field that servers add to the protocol for it.</summary>
    public static ModelReply Reasoned(string thought, string text) => (context, request) => SendAsync(context, request, new() { ["role"] = "assistant", ["reasoning_content"] = thought, ["content"] = text }, "stop");

    /// <summary>A refusal.</summary>
    public static ModelReply Refusal(string reason) => (context, request) => SendAsync(context, request, new() { ["role"] = "assistant", ["content"] = null, ["refusal"] = reason }, "stop");

    /// <summary>A call of a tool.</summary>
    public static ModelReply Call(string id, string name, string arguments) => (context, request) => SendAsync(
        context,
        request,
        new()
        {
            ["role"] = "assistant",
            ["content"] = null,
            ["tool_calls"] = new JsonArray(new JsonObject { ["index"] = 0, ["id"] = id, ["type"] = "function", ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments } }),
        },
        "tool_calls");

    /// <summary>An error of the server.</summary>
    public static ModelReply Status(int status, string message = "out of order", string? retryAfter = null) => async (context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await WriteAsync(context, "application/json", new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = "server_error" } }.ToJsonString());
    };

    /// <summary>A body of any kind with status 200.</summary>
    public static ModelReply Body(string contentType, string body) => (context, _) => WriteAsync(context, contentType, body);

    /// <summary>No answer until the caller gives up.</summary>
    public static ModelReply Silence() => async (context, _) =>
    {
        var given = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(() => given.TrySetResult());
        await given.Task;
    };

    /// <summary>The first words of an answer, and then the connection is gone.</summary>
    public static ModelReply Cut(string words) => async (context, request) =>
    {
        context.Response.ContentType = request.IsStreaming ? "text/event-stream" : "application/json";
        await context.Response.WriteAsync(request.IsStreaming ? Event(Piece(new() { ["content"] = words }, null)) : "{\"id\":\"c1\",\"choices\":[{\"mess", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Features.Get<IHttpRequestLifetimeFeature>()!.Abort();
    };

    /// <summary>A stream that ends politely before the answer does.</summary>
    public static ModelReply Stopped(string words) => (context, _) => WriteAsync(context, "text/event-stream", Event(Piece(new() { ["content"] = words }, null)));

    /// <summary>A text of so many characters.</summary>
    public static ModelReply Huge(int length) => Text(new string('x', length));

    /// <summary>One vector a text, of the text's length and of 1; as base64 where that was asked for, or as numbers.</summary>
    public static ModelReply Vectors(bool asNumbers = false, Func<string, float[]>? vector = null) => async (context, request) =>
    {
        var data = new JsonArray();
        var isBase64 = !asNumbers && request.Body.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";
        var input = request.Body.GetProperty("input");
        foreach (var text in input.ValueKind == System.Text.Json.JsonValueKind.Array ? input.EnumerateArray().Select(item => item.GetString()!) : [input.GetString()!])
        {
            var values = vector?.Invoke(text) ?? [text.Length, 1f];
            data.Add(new JsonObject
            {
                ["object"] = "embedding",
                ["index"] = data.Count,
                ["embedding"] = isBase64 ? Convert.ToBase64String(MemoryMarshal.AsBytes<float>(values)) : new JsonArray([.. values.Select(value => (JsonNode)value)]),
            });
        }

        await WriteAsync(context, "application/json", new JsonObject { ["object"] = "list", ["model"] = "vectors", ["data"] = data, ["usage"] = new JsonObject { ["prompt_tokens"] = 3, ["total_tokens"] = 3 } }.ToJsonString());
    };

    private static async Task SendAsync(HttpContext context, ModelRequest request, JsonObject message, string finish)
    {
        if (!request.IsStreaming)
        {
            var answer = new JsonObject
            {
                ["id"] = "c1",
                ["object"] = "chat.completion",
                ["created"] = 1_714_564_800,
                ["model"] = "served",
                ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = finish }),
                ["usage"] = Usage(),
            };
            await WriteAsync(context, "application/json", answer.ToJsonString());
            return;
        }

        var events = new StringBuilder();
        foreach (var piece in Pieces(message))
        {
            events.Append(Event(Piece(piece, null)));
        }

        events.Append(Event(Piece([], finish)));
        events.Append(Event(new JsonObject { ["id"] = "c1", ["object"] = "chat.completion.chunk", ["created"] = 1_714_564_800, ["model"] = "served", ["choices"] = new JsonArray(), ["usage"] = Usage() }));
        events.Append("data: [DONE]\n\n");
        await WriteAsync(context, "text/event-stream", events.ToString());
    }

    // A text comes a word a piece; everything else in halves where it is long, as the arguments of calls do.
    private static IEnumerable<JsonObject> Pieces(JsonObject message)
    {
        yield return new() { ["role"] = "assistant", ["content"] = "" };
        foreach (var field in new[] { "reasoning_content", "refusal", "content" })
        {
            foreach (var word in ((string?)message[field] ?? "").Split(' ').Select((word, i) => i == 0 ? word : " " + word).Where(word => word.Length > 0))
            {
                yield return new() { [field] = word };
            }
        }

        if (message["tool_calls"] is JsonArray calls)
        {
            var arguments = (string)calls[0]!["function"]!["arguments"]!;
            var first = calls.DeepClone();
            first[0]!["function"]!["arguments"] = arguments[..(arguments.Length / 2)];
            yield return new() { ["tool_calls"] = first };
            yield return new() { ["tool_calls"] = new JsonArray(new JsonObject { ["index"] = 0, ["function"] = new JsonObject { ["arguments"] = arguments[(arguments.Length / 2)..] } }) };
        }
    }

    private static JsonObject Piece(JsonObject delta, string? finish) => new()
    {
        ["id"] = "c1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1_714_564_800,
        ["model"] = "served",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    };

    private static JsonObject Usage() => new() { ["prompt_tokens"] = 7, ["completion_tokens"] = 5, ["total_tokens"] = 12 };

    private static string Event(JsonObject piece) => $"data: {piece.ToJsonString()}\n\n";

    private static async Task WriteAsync(HttpContext context, string contentType, string body)
    {
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }
}
