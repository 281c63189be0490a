using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MemOS.Time;

namespace MemOS.Cli.Benches;

/// <summary>Measures <see cref="TimeRecognizer"/> on a file in the format of the Recognizers-Text specifications.</summary>
internal sealed class DateTimeBench : IBench
{
    public string Name => "datetime";

    public string Summary => "How well time expressions are found and resolved.";

    public string? Data => "A specification in the format of Recognizers-Text: input, reference and results.";

    public async Task<JsonObject> RunAsync(BenchSettings settings, CancellationToken cancellationToken)
    {
        var score = new DateTimeScore();
        var cases = await ReadAsync(settings.DataFile!, cancellationToken);
        foreach (var item in cases.Take(settings.Limit ?? int.MaxValue))
        {
            cancellationToken.ThrowIfCancellationRequested();
            DateTimeScorer.Add(item, TimeRecognizer.Recognize(item.Input, item.Reference), score);
            settings.Progress.Report(new("reading cases", score.Cases, cases.Count));
        }

        var result = Report(score);
        if (settings.Details)
        {
            result["details"] = new JsonArray([.. score.Details.Select(Row)]);
        }

        return result;
    }

    /// <summary>The figures: <c>cases, f1, precision, recall, by_type, left_out, false_positives</c>.</summary>
    public static JsonObject Report(DateTimeScore score)
    {
        var result = new JsonObject { ["cases"] = score.Cases };
        AddTally(result, score.Total);
        var types = new JsonObject();
        foreach (var (type, tally) in score.ByType)
        {
            var figures = new JsonObject();
            AddTally(figures, tally);
            figures["expected"] = tally.Expected;
            figures["found"] = tally.Found;
            types[type] = figures;
        }

        result["by_type"] = types;
        result["left_out"] = new JsonObject { ["not_resolved"] = score.LeftOutUnresolved, ["other_types"] = score.LeftOutTypes };
        result["false_positives"] = new JsonObject { ["inputs"] = score.EmptyCases, ["found"] = score.FoundInEmpty };
        return result;
    }

    private static async Task<IReadOnlyList<DateTimeCase>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            using var bytes = new MemoryStream(await File.ReadAllBytesAsync(file, cancellationToken));
            return DateTimeSpecification.Read(bytes);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new CliException($"{file} is not a date-time specification ({exception.Message}). Give an array of cases with input, reference and results.");
        }
    }

    private static void AddTally(JsonObject target, DateTimeTally tally)
    {
        target["f1"] = Math.Round(tally.F1, 4);
        target["precision"] = Math.Round(tally.Precision, 4);
        target["recall"] = Math.Round(tally.Recall, 4);
    }

    private static JsonNode Row(DateTimeDetail detail) => new JsonObject
    {
        ["input"] = detail.Input,
        ["reference"] = detail.Reference.ToString("s", CultureInfo.InvariantCulture),
        ["correct"] = detail.Correct,
        ["expected"] = new JsonArray([.. detail.Expected.Select(text => (JsonNode)JsonValue.Create(text))]),
        ["found"] = new JsonArray([.. detail.Found.Select(text => (JsonNode)JsonValue.Create(text))]),
    };
}
