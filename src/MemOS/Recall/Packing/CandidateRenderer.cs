using MemOS.Evidence;
using MemOS.Recall.Query;
using MemOS.Recall.Ranking;
using MemOS.Recall.Words;
using MemOS.Time;
using MemOS.Tokens;

namespace MemOS.Recall.Packing;

/// <summary>Writes a candidate as one line: the message's own words where they are whole and short, the record where they are not.</summary>
internal sealed class CandidateRenderer(ITokenCounter tokens, RecallQuery query, int budget)
{
    // One message may take this part of the budget: the rest is for others.
    private const int LargestShare = 4;
    private const int ShortMessage = 60;
    private const double Covered = 0.6;

    private readonly HashSet<string> queryTerms = query.Terms.Select(term => term.Term).ToHashSet(StringComparer.Ordinal);

    /// <summary>Writes a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="most">The tokens that are left for its line.</param>
    /// <param name="length">The tokens of the line, or as many as it takes at least when it does not fit.</param>
    /// <returns><see langword="null"/> when it was seen not to fit before all was done for it.</returns>
    public RenderedCandidate? Render(Candidate candidate, int most, out int length)
    {
        var evidence = candidate.Evidence;
        var trimmed = new SentenceTrimmer(tokens, queryTerms).Trim(evidence.Text, Math.Max(ShortMessage, budget / LargestShare)).ReplaceLineEndings(" ");
        if (candidate.Preferred is null)
        {
            // Resolved times only make a line longer: one that is too long without them need not be searched for any.
            length = tokens.Count($"{Speaker(evidence)}: {trimmed}");
            if (length > most)
            {
                return null;
            }
        }

        var rendered = Write(candidate, trimmed);
        length = tokens.Count(rendered.Line);
        return rendered;
    }

    private RenderedCandidate Write(Candidate candidate, string trimmed)
    {
        var evidence = candidate.Evidence;
        var timed = TimedText.Of(trimmed, evidence.Time, Relevance);
        var time = TimeOf(candidate, timed, trimmed == evidence.Text);
        if (candidate.Preferred is not { } record)
        {
            var until = candidate.Outdated is { } outdated ? $" {outdated}" : "";
            return new(timed.Text + until, $"{Speaker(evidence)}: {timed.Text}{until}", time);
        }

        // Under their heading it is clear whose preferences they are; only a name of several speakers is worth its tokens.
        var said = evidence.Author is null && evidence.Role == EvidenceRole.User ? timed.Text : $"{Speaker(evidence)}: {timed.Text}";

        var (text, line) = Told(record, timed.Text, said, trimmed);
        return candidate.Offer is { } offer && RejectedOptions.Describe(evidence.Text, offer.Text) is { } rejected
            ? new($"{text} {rejected}", $"{line} {rejected}", time)
            : new(text, line, time);
    }

    // The message, the statement made of it, or both: whichever says all in the fewest words.
    private (string Text, string Line) Told(RecallDocument record, string text, string said, string trimmed)
    {
        var message = WordAnalyzer.Terms(trimmed).ToHashSet(StringComparer.Ordinal);
        var statement = WordAnalyzer.Terms(record.Text).ToHashSet(StringComparer.Ordinal);
        var adds = statement.Count(term => !message.Contains(term)) >= 2;
        if (!adds && tokens.Count(trimmed) <= ShortMessage)
        {
            return (text, said);
        }

        var covers = message.Count == 0 || message.Count(statement.Contains) >= message.Count * Covered;
        return covers || tokens.Count(trimmed) > ShortMessage
            ? (record.Text, record.Text)
            : ($"{text} [{record.Text}]", $"{said} [{record.Text}]");
    }

    private static string Speaker(RecallDocument evidence) => evidence.Author ?? evidence.Role switch
    {
        EvidenceRole.User => "User",
        EvidenceRole.Assistant => "Assistant",
        EvidenceRole.Tool => "Tool",
        _ => "System",
    };

    // The time that a record of the message carries was resolved when it was read; the text's own is the next best.
    private EventTime? TimeOf(Candidate candidate, TimedText text, bool isWhole) =>
        candidate.Records.Where(record => record.EventTime is not null).MaxBy(record => Relevance(record.Text))?.EventTime
        ?? text.Time ?? (isWhole ? null : TimedText.TimeOf(candidate.Evidence.Text, candidate.Evidence.Time, Relevance));

    private double Relevance(string text) => WordAnalyzer.Terms(text).Distinct(StringComparer.Ordinal).Count(queryTerms.Contains);
}
