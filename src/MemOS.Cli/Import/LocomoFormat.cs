using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MemOS.Evidence;

namespace MemOS.Cli.Import;

/// <summary>
/// The LoCoMo format (Maharana et al., "Evaluating Very Long-Term Conversational Memory of LLM Agents", ACL 2024): samples of
/// many dated sessions between two people.
/// </summary>
/// <remarks>Both speakers are people, so both have the role user and are told apart by name. A session is named with its sample, so that the ids of several samples can live in one user's memory.</remarks>
internal sealed class LocomoFormat : ITranscriptFormat
{
    private static readonly string[] TimeForms = ["h:mm tt 'on' d MMMM, yyyy", "h:mm tt 'on' d MMM, yyyy", "h:mm tt 'on' d MMMM yyyy", "H:mm 'on' d MMMM, yyyy", "d MMMM, yyyy", "d MMMM yyyy"];

    public string Name => "locomo";

    public string Summary => "LoCoMo: samples with conversation.session_N lists; a user a sample unless --user names one";

    public async IAsyncEnumerable<ImportStep> ReadAsync(Stream stream, ImportContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var (json, error) in JsonItems.ReadAsync(stream, cancellationToken))
        {
            number++;
            if (error is not null)
            {
                yield return error;
                yield break;
            }

            foreach (var step in ReadSample(json, number, context))
            {
                yield return step;
            }
        }
    }

    private static IEnumerable<ImportStep> ReadSample(JsonElement sample, int number, ImportContext context)
    {
        if (sample.ValueKind != JsonValueKind.Object || !sample.TryGetProperty("conversation", out var conversation) || conversation.ValueKind != JsonValueKind.Object)
        {
            yield return new ImportProblem($"sample {number}", "it has no \"conversation\" object");
            yield break;
        }

        var owner = JsonText.Get(sample, "sample_id") ?? $"sample-{number}";
        foreach (var (index, turns) in Sessions(conversation))
        {
            var session = $"session_{index}";
            if (!TryGetTime(JsonText.Get(conversation, session + "_date_time"), context.DefaultTime, out var time))
            {
                yield return new ImportProblem($"{owner} {session}", $"its time is not of the form \"1:56 pm on 8 May, 2023\": {JsonText.Get(conversation, session + "_date_time")}");
                continue;
            }

            var ids = new StableIds();
            var turn = 0;
            foreach (var json in turns.EnumerateArray())
            {
                turn++;
                yield return ReadTurn(json, owner, $"{owner}/{session}", $"{owner} {session} turn {turn}", time, ids);
            }
        }
    }

    private static ImportStep ReadTurn(JsonElement json, string owner, string session, string place, DateTimeOffset time, StableIds ids)
    {
        var text = JsonText.Get(json, "text") ?? "";
        if (JsonText.Get(json, "blip_caption") is { } caption)
        {
            text = text.Length == 0 ? $"[shared a photo: {caption}]" : $"{text} [shared a photo: {caption}]";
        }

        if (text.Length == 0 || JsonText.Get(json, "speaker") is not { } speaker)
        {
            return new ImportProblem(place, "it needs a speaker and a text");
        }

        return new ImportedMessage(owner, session, place, new()
        {
            ExternalId = JsonText.Get(json, "dia_id") ?? ids.Next(session, speaker, text),
            Role = EvidenceRole.User,
            Author = speaker,
            Text = text,
            Time = time,
        });
    }

    // In order of their numbers: as text, session_10 would come before session_2.
    private static IEnumerable<(int Number, JsonElement Turns)> Sessions(JsonElement conversation) => conversation.EnumerateObject()
        .Where(property => property.Value.ValueKind == JsonValueKind.Array && property.Name.StartsWith("session_", StringComparison.Ordinal))
        .Select(property => (Number: int.TryParse(property.Name.AsSpan("session_".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1, property.Value))
        .Where(session => session.Number >= 0)
        .OrderBy(session => session.Number);

    private static bool TryGetTime(string? text, DateTimeOffset fallback, out DateTimeOffset time)
    {
        time = fallback;
        return text is null || DateTimeOffset.TryParseExact(text.Trim(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out time);
    }
}
