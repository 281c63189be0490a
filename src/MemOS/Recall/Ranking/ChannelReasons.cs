using MemOS.Recall.Query;

namespace MemOS.Recall.Ranking;

/// <summary>Says in a few words why a channel raised or lowered a candidate.</summary>
internal static class ChannelReasons
{
    /// <summary>The reason; <see langword="null"/> where the channel's name says all.</summary>
    public static string? Of(string channel, Candidate candidate, RecallQuery query) => channel switch
    {
        "words" => string.Join(' ', query.Terms.Where((_, i) => i < 64 && (candidate.Matched >> i & 1) != 0).Select(static term => term.Term)) is { Length: > 0 } held ? held : null,
        "records" => candidate.Records.MaxBy(static record => record.Confidence)?.Text,
        "preference" => candidate.Preferred?.Text,
        "speaker" => $"said by {candidate.Evidence.Author}",
        "time" => candidate.Records.Find(static record => record.EventTime is not null)?.EventTime?.ToString() ?? candidate.Evidence.Time.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        "role" => "said by the assistant",
        "answers" => "follows a question about it",
        "form" => query.Wants.ToString(),
        "change" => candidate.Outdated ?? "replaces what is no longer true",
        _ => null,
    };
}
