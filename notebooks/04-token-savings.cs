#!/usr/bin/env dotnet
#:package MemOS.Sqlite@0.1.0
// %% [markdown]
// # 4. Token savings
//
// A chat that re-sends its history pays for every word again with every turn: the cost of a conversation grows with its square.
// With memory the prompt carries the last few messages and the few older ones that matter. The ledger keeps count of both.

// %%
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using MemOS;
using MemOS.Tokens;
using Microsoft.Extensions.AI;

// %% [types here]

// %% [markdown]
// A hundred and fifty turns with a model that costs nothing. The caller does what callers do: it keeps the whole history and sends
// all of it every time.

// %%
var path = Path.Combine(Path.GetTempPath(), $"memos-{Guid.NewGuid():N}.db");
var memory = await MemoryOS.OpenAsync(path);
var scope = MemoryScope.ForUser("ada", "the long chat");
var chat = new PoliteChatClient().WithMemory(memory, scope);

string[] topics = ["the garden shed", "our trip to Norway", "the piano teacher", "a leaking tap", "running shoes", "the school fair"];
var history = new List<ChatMessage>();
for (var turn = 0; turn < 150; turn++)
{
    var topic = topics[turn % topics.Length];
    history.Add(new(ChatRole.User, turn % 10 == 9
        ? $"What did I tell you first about {topic}?"
        : $"About {topic}: on day {turn} somebody asked me what we decided, and I said we would keep it simple and look again in spring."));
    history.AddRange((await chat.GetResponseAsync(history)).Messages);
}

Console.WriteLine($"{history.Count} messages");

// %% [markdown]
// What the turns would have cost with the full history, and what was sent:

// %%
var entries = await memory.Ledger.ListAsync(scope, 150);
var sum = await memory.Ledger.SumSessionAsync(scope);
Console.WriteLine($"full history  {sum.FullTokens,9:N0} tokens");
Console.WriteLine($"sent          {sum.SentTokens,9:N0} tokens, {sum.InjectedTokens:N0} of them recalled memory");
Console.WriteLine($"saved         {sum.Saved,9:P1}");
Console.WriteLine($"last turn     {entries[^1].SentTokens:N0} instead of {entries[^1].FullTokens:N0}");

// %% [markdown]
// The same as a picture: one line climbs with every turn, the other stays where it is.

// %%
var svg = Plot.Lines(
    "Tokens per turn",
    ("full history", "#c0392b", entries.Select(entry => (double)entry.FullTokens).ToList()),
    ("sent with memory", "#1f7a8c", entries.Select(entry => (double)entry.SentTokens).ToList()));
File.WriteAllText("token-savings.svg", svg); // %% show svg

// %%
await memory.DisposeAsync();
File.Delete(path);

// %% [types]
// %% [markdown]
// Two helpers: a model that thanks for everything, and a plot of a few lines, so that no plotting library is needed.

// %%
sealed class PoliteChatClient : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Thanks, I have noted that and will remind you when it comes up.")));

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
}

static class Plot
{
    private const int Width = 720, Height = 360, Left = 70, Right = 20, Top = 50, Bottom = 40;

    public static string Lines(string title, params (string Name, string Colour, List<double> Values)[] series)
    {
        var most = series.Max(line => line.Values.Max());
        var step = Math.Pow(10, Math.Floor(Math.Log10(most))) * (most / Math.Pow(10, Math.Floor(Math.Log10(most))) > 5 ? 2 : 1);
        var count = series.Max(line => line.Values.Count);
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"13\">\n");
        svg.Append($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>\n");
        Text(Left, 22, title, "font-size=\"17\" font-weight=\"bold\"");
        for (var tick = 0.0; tick <= most; tick += step)
        {
            svg.Append($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{N(Y(tick))}\" y2=\"{N(Y(tick))}\" stroke=\"#dddddd\"/>\n");
            Text(Left - 8, Y(tick) + 4, tick.ToString("N0", CultureInfo.InvariantCulture), "text-anchor=\"end\" fill=\"#555555\"");
        }

        for (var turn = 0; turn <= count; turn += 25)
        {
            Text(X(turn), Height - Bottom + 20, $"{turn}", "text-anchor=\"middle\" fill=\"#555555\"");
        }

        Text(Width - Right, Height - 4, "turn", "text-anchor=\"end\" fill=\"#555555\"");
        for (var i = 0; i < series.Length; i++)
        {
            var (name, colour, values) = series[i];
            svg.Append($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\" points=\"{string.Join(' ', values.Select((value, turn) => $"{N(X(turn + 1))},{N(Y(value))}"))}\"/>\n");
            svg.Append($"<rect x=\"{Left + 14 + (i * 170)}\" y=\"33\" width=\"18\" height=\"4\" fill=\"{colour}\"/>\n");
            Text(Left + 38 + (i * 170), 40, name, "");
        }

        return svg.Append("</svg>\n").ToString();

        double X(double turn) => Left + ((Width - Left - Right) * turn / count);
        double Y(double value) => Height - Bottom - ((Height - Top - Bottom) * value / most);
        void Text(double x, double y, string text, string style) => svg.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" {style}>{text}</text>\n");
        static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
    }
}
