using MemOS.Recall.Vectors;
using MemOS.Time;

namespace MemOS.Recall.Query;

/// <summary>What was understood of a query.</summary>
internal sealed record RecallQuery
{
    private const char FirstIdeograph = '\u3040';

    /// <summary>The query as asked.</summary>
    public required string Text { get; init; }

    /// <summary>The distinct terms of the query, in order.</summary>
    public required IReadOnlyList<QueryTerm> Terms { get; init; }

    /// <summary>Whether it is a question or a remark, rather than a pasted text to work on.</summary>
    public bool IsShort => Text.Length <= 400 && Terms.Sum(static term => WordsOf(term.Term)) <= 20;

    /// <summary>The query as a vector; <see langword="null"/> when no embedding generator is configured, or it failed.</summary>
    public QueryVector? Vector { get; init; }

    /// <summary>Spans of time that the query names; what was said or happened in one is preferred.</summary>
    public required IReadOnlyList<EventTime> Times { get; init; }

    /// <summary>Whether it asks when something happened: statements that carry a time are preferred.</summary>
    public required bool AsksWhen { get; init; }

    /// <summary>What a line must hold to answer it.</summary>
    public required WantedAnswer Wants { get; init; }

    /// <summary>Whether it asks for something about the asker, which only memory can answer.</summary>
    public required bool AsksAboutAsker { get; init; }

    /// <summary>Whether it asks for advice or a choice, which preferences bear on whatever its words.</summary>
    public required bool AsksAdvice { get; init; }

    // A Chinese word is about two characters, which make two terms of one and one of two.
    private static double WordsOf(string term) => term.Length == 0 || term[0] < FirstIdeograph ? 1 : term.Length == 1 ? 0.5 : 0;
}
