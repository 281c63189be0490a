using System.Globalization;
using System.Text.Json.Nodes;

namespace MemOS.Cli.Benches.Locomo;

/// <summary>Sums up the figures over all questions.</summary>
internal sealed class LocomoScore
{
    private readonly Dictionary<int, List<double>> recall = [];
    private readonly SortedDictionary<int, List<double>> byCategory = [];
    private readonly SortedDictionary<string, List<double>> bySample = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> timesSkipped = new(StringComparer.Ordinal);
    private readonly List<double> words = [];
    private readonly List<double> sessions = [];
    private readonly List<double> times = [];
    private readonly List<double> milliseconds = [];
    private readonly List<double> tokens = [];

    public int Questions { get; set; }

    public long FullTokens { get; set; }

    public void AddRecall(int budget, double share) => ListOf(recall, budget).Add(share);

    public void AddCategory(int category, double share) => ListOf(byCategory, category).Add(share);

    public void AddSample(string sample, double share)
    {
        if (!bySample.TryGetValue(sample, out var list))
        {
            bySample[sample] = list = [];
        }

        list.Add(share);
    }

    public void AddWords(double share) => words.Add(share);

    public void AddSession(bool hit) => sessions.Add(hit ? 1 : 0);

    public void AddTime(bool hit) => times.Add(hit ? 1 : 0);

    public void SkipTime(string reason) => timesSkipped[reason] = timesSkipped.GetValueOrDefault(reason) + 1;

    public void AddSearch(double elapsed, int used)
    {
        milliseconds.Add(elapsed);
        tokens.Add(used);
    }

    public JsonObject ToJson()
    {
        milliseconds.Sort();
        return new()
        {
            ["questions"] = Questions,
            ["recall"] = new JsonObject(recall.OrderBy(pair => pair.Key).Select(pair => Pair(pair.Key, pair.Value))),
            ["recall_by_category"] = new JsonObject(byCategory.Select(pair => Pair(pair.Key, pair.Value))),
            ["recall_by_sample"] = new JsonObject(bySample.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Mean(pair.Value)))),
            ["answer_words"] = Mean(words),
            ["session_hit_at_10"] = Mean(sessions),
            ["time_hit"] = Mean(times),
            ["time_n"] = times.Count,
            ["time_skipped"] = new JsonObject(timesSkipped.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            ["mean_tokens"] = Mean(tokens),
            ["full_tokens"] = FullTokens,
            ["p50_ms"] = Percentile(0.50),
            ["p95_ms"] = Percentile(0.95),
        };
    }

    private static List<double> ListOf(IDictionary<int, List<double>> lists, int key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }

    private static KeyValuePair<string, JsonNode?> Pair(int key, List<double> values) =>
        KeyValuePair.Create(key.ToString(CultureInfo.InvariantCulture), (JsonNode?)Mean(values));

    private static double Mean(List<double> values) => values.Count == 0 ? 0 : Math.Round(values.Average(), 4);

    private double Percentile(double share) =>
        milliseconds.Count == 0 ? 0 : Math.Round(milliseconds[Math.Min(milliseconds.Count - 1, (int)(share * milliseconds.Count))], 3);
}
