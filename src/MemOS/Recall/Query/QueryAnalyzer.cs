using MemOS.Recall.Words;

namespace MemOS.Recall.Query;

/// <summary>Reads a query: its terms, the times it names, and what kind of answer it wants.</summary>
internal static class QueryAnalyzer
{
    // A pasted document is no question: what is searched is its first part.
    private const int MaxTerms = 48;

    public static RecallQuery Analyze(string text, DateTimeOffset askedAt)
    {
        var terms = WordAnalyzer.Terms(text).Distinct(StringComparer.Ordinal).Take(MaxTerms).Select(term => new QueryTerm(term, 1)).ToList();
        return new()
        {
            Text = text,
            Terms = terms,
            Times = QueryTimes.Find(text, askedAt),
            AsksWhen = QuestionWords.AsksWhen(text),
            Wants = QuestionWords.Wants(text),
            AsksAboutAsker = QuestionWords.AsksAboutAsker(text),
            AsksAdvice = QuestionWords.AsksAdvice(text),
        };
    }
}
