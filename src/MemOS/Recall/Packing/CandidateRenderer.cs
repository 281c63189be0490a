using MemOS.Evidence;
using MemOS.Recall.Notes;
using MemOS.Recall.Query;
using MemOS.Recall.Ranking;
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

    private readonly HashSet<string> queryTerms = query.Terms.Select(static term => term.Term).ToHashSet(StringComparer.Ordinal);
    private readonly SentenceTrimmer trimmer = new(tokens, query.Terms.Select(static term => term.Term).ToHashSet(StringComparer.Ordinal));

    /// <summary>Writes a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="most">The tokens that are left for its line.</param>
    /// <param name="length">The tokens of the line, or as many as it takes at least when it does not fit.</param>
    /// <returns><see langword="null"/> when it was seen not to fit before all was done for it.</returns>
    public RenderedCandidate? Render(Candidate candidate, int most, out int length)
    {
        var excerpt = trimmer.Trim(candidate.Evidence.Notes, Math.Max(ShortMessage, budget / LargestShare));
        if (candidate.Preferred is { } record)
        {
            var told = Write(candidate, record, excerpt);
            length = tokens.Count(told.Line);
            return told;
        }

        // Resolved times only make a line longer: one that is too long without them need not be searched for any.
        var speaker = Speaker(candidate.Evidence);
        length = excerpt.TokensOfBareLine(tokens, speaker);
        if (length > most)
        {
            return null;
        }

        var (text, line) = (excerpt.Timed.Text, excerpt.LineOf(speaker));
        if (candidate.Outdated is { } outdated)
        {
            (text, line) = ($"{text} {outdated}", $"{line} {outdated}");
            length = tokens.Count(line);
        }
        else
        {
            length = excerpt.TokensOfLine(tokens, speaker);
        }

        return new(text, line, TimeOf(candidate, excerpt));
    }

    private RenderedCandidate Write(Candidate candidate, RecallDocument record, Excerpt excerpt)
    {
        var evidence = candidate.Evidence;
        var time = TimeOf(candidate, excerpt);

        // Under their heading it is clear whose preferences they are; only a name of several speakers is worth its tokens.
        var said = evidence.Author is null && evidence.Role == EvidenceRole.User ? excerpt.Timed.Text : excerpt.LineOf(Speaker(evidence));

        var (told, line) = Told(record, excerpt, said);
        return candidate.Offer is { } offer && RejectedOptions.Describe(evidence.Text, offer.Text) is { } rejected
            ? new($"{told} {rejected}", $"{line} {rejected}", time)
            : new(told, line, time);
    }

    // The message, the statement made of it, or both: whichever says all in the fewest words.
    private (string Text, string Line) Told(RecallDocument record, Excerpt excerpt, string said)
    {
        var text = excerpt.Timed.Text;
        var message = excerpt.Terms.ToHashSet(StringComparer.Ordinal);
        var statement = record.Notes.Terms.ToHashSet(StringComparer.Ordinal);
        var adds = statement.Count(term => !message.Contains(term)) >= 2;
        var isShort = tokens.Count(excerpt.Text) <= ShortMessage;
        if (!adds && isShort)
        {
            return (text, said);
        }

        var covers = message.Count == 0 || message.Count(statement.Contains) >= message.Count * Covered;
        return covers || !isShort
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
    private EventTime? TimeOf(Candidate candidate, Excerpt excerpt) =>
        TimeOfRecords(candidate) ?? excerpt.Timed.TimeFor(queryTerms) ?? (excerpt.IsWhole ? null : candidate.Evidence.Notes.Timed.TimeFor(queryTerms));

    private EventTime? TimeOfRecords(Candidate candidate)
    {
        EventTime? time = null;
        var most = -1;
        foreach (var record in candidate.Records)
        {
            if (record.EventTime is { } told && QueryTerms.CountIn(record.Notes.Terms, queryTerms) is var count && count > most)
            {
                (time, most) = (told, count);
            }
        }

        return time;
    }
}
