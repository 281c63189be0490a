using System.Text.Json.Nodes;
using MemOS.Chat;

namespace MemOS.Cli.Benches;

/// <summary>Adds up the turns of replayed conversations.</summary>
internal sealed class TurnsTally(int late)
{
    private readonly List<(string Name, List<(long Full, long Sent, long Injected)> Turns)> conversations = [];

    /// <summary>Turns so far, of all conversations.</summary>
    public int Turns => conversations.Sum(conversation => conversation.Turns.Count);

    /// <summary>A conversation begins.</summary>
    public void Begin(string name) => conversations.Add((name, []));

    /// <summary>A turn of it ended.</summary>
    public void Add(MemoryTurnReport report) => conversations[^1].Turns.Add((report.Ledger.FullTokens, report.Ledger.SentTokens, report.Ledger.InjectedTokens));

    /// <summary>
    /// <c>saved</c>: the share of input tokens that was not sent in turns <c>late</c> and later; <c>slope</c>: tokens that the
    /// input grows by per turn there, by least squares within conversations.
    /// </summary>
    public JsonObject ToJson(bool details)
    {
        var all = conversations.SelectMany(conversation => conversation.Turns).ToList();
        var json = new JsonObject
        {
            ["turns"] = all.Count,
            ["full_tokens"] = all.Sum(turn => turn.Full),
            ["sent_tokens"] = all.Sum(turn => turn.Sent),
            ["saved"] = Round(Saved(conversations.SelectMany(conversation => conversation.Turns.Skip(late - 1)))),
            ["slope"] = Round(Slope(conversations.Select(conversation => conversation.Turns.Skip(late - 1).Select(turn => (double)turn.Sent).ToList()))),
        };
        if (details)
        {
            json["details"] = new JsonArray([.. conversations.Select(conversation => (JsonNode)Describe(conversation.Name, conversation.Turns))]);
        }

        return json;
    }

    private JsonObject Describe(string name, List<(long Full, long Sent, long Injected)> turns)
    {
        var end = turns.Skip(late - 1).ToList();
        return new()
        {
            ["conversation"] = name,
            ["turns"] = turns.Count,
            ["mean_full_late"] = end.Count == 0 ? 0 : Round(end.Average(turn => turn.Full)),
            ["mean_sent_late"] = end.Count == 0 ? 0 : Round(end.Average(turn => turn.Sent)),
            ["saved"] = Round(Saved(end)),
            ["slope"] = Round(Slope([end.ConvertAll(turn => (double)turn.Sent)])),
            ["mean_sent_around_50"] = Around(turns, 50, turn => turn.Sent),
            ["mean_sent_around_400"] = Around(turns, 400, turn => turn.Sent),
            ["mean_injected_around_50"] = Around(turns, 50, turn => turn.Injected),
            ["mean_injected_around_400"] = Around(turns, 400, turn => turn.Injected),
        };
    }

    // The window grows and is cut: a single turn says where in that it stood, the mean over some says what a turn costs.
    private static double Around(List<(long Full, long Sent, long Injected)> turns, int turn, Func<(long Full, long Sent, long Injected), long> part)
    {
        var near = turns.Skip(turn - 26).Take(50).ToList();
        return near.Count < 50 ? 0 : Round(near.Average(part));
    }

    private static double Saved(IEnumerable<(long Full, long Sent, long Injected)> turns)
    {
        var (full, sent) = turns.Aggregate((Full: 0L, Sent: 0L), (sum, turn) => (sum.Full + turn.Full, sum.Sent + turn.Sent));
        return full == 0 ? 0 : 1 - ((double)sent / full);
    }

    private static double Slope(IEnumerable<List<double>> series)
    {
        var (products, squares) = (0.0, 0.0);
        foreach (var values in series.Where(values => values.Count > 1))
        {
            var mean = values.Average();
            var middle = (values.Count - 1) / 2.0;
            for (var i = 0; i < values.Count; i++)
            {
                products += (i - middle) * (values[i] - mean);
                squares += (i - middle) * (i - middle);
            }
        }

        return squares == 0 ? 0 : products / squares;
    }

    private static double Round(double value) => Math.Round(value, 4);
}
