using System.Text.Json;
using System.Text.RegularExpressions;

namespace MemOS.Cli.Benches.Locomo;

/// <summary>Reads the questions of a file in the LoCoMo format, by sample.</summary>
internal static partial class LocomoQuestions
{
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<LocomoQuestion>>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new CliException("The file is not an array of LoCoMo samples.", ExitCode.Usage);
        }

        var samples = new Dictionary<string, IReadOnlyList<LocomoQuestion>>();
        foreach (var sample in document.RootElement.EnumerateArray())
        {
            samples[sample.GetProperty("sample_id").GetString()!] = sample.TryGetProperty("qa", out var questions)
                ? questions.EnumerateArray().Select(Read).ToList()
                : [];
        }

        return samples;
    }

    private static LocomoQuestion Read(JsonElement item)
    {
        var answer = item.TryGetProperty("answer", out var value) ? value.ToString() : "";

        // Some evidence entries hold several ids in one string.
        var evidence = item.GetProperty("evidence").EnumerateArray().SelectMany(entry => TurnId().Matches(entry.ToString()).Select(match => match.Value)).Distinct().ToList();
        return new(item.GetProperty("question").GetString()!, answer, evidence, item.GetProperty("category").GetInt32());
    }

    [GeneratedRegex(@"D\d+:\d+")]
    private static partial Regex TurnId();
}
