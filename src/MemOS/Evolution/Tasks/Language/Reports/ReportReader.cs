using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>Reads a message that follows work as a report of how the work turned out.</summary>
internal static partial class ReportReader
{
    /// <summary>What a message that asks for nothing reports: of several clauses the last that judges holds.</summary>
    /// <param name="user">The message.</param>
    /// <param name="context">The work that it follows.</param>
    public static Verdict Read(Utterance user, ReportContext context)
    {
        var verdict = Verdict.None;
        foreach (var clause in user.Clauses)
        {
            if (clause.IsQuestion || Asks().IsMatch(clause.Text) || clause.Kind is not (ClauseKind.Content or ClauseKind.Feedback))
            {
                continue;
            }

            var report = Read(clause.Text, context);
            verdict = report switch
            {
                Report.Bad => Verdict.Negative,
                Report.Good => Verdict.Worked,
                Report.Done when verdict != Verdict.Negative => Verdict.Worked,
                Report.Plain when verdict == Verdict.None && context.Topics.Overlaps(UtteranceReader.Topics(clause.Text)) => Verdict.Worked,
                Report.Postponed when verdict is not Verdict.Negative => Verdict.Deferred,
                _ => verdict,
            };
        }

        return verdict;
    }

    private static Report Read(string clause, ReportContext context) =>
        clause.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') ? ChineseReport.Read(clause, context) : EnglishReport.Read(clause, context);

    // "Is it going to rain, do you think?" has its mark in the next clause.
    [GeneratedRegex(@"^(?:and |but |so |oh |hey |hmm )*(?:is|are|was|were|do|does|did|can|could|will|would|has|have|what|which|who|whom|whose|how|when|where)(?!['’]t)\b(?! (?:to|looks?|works?|can)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();
}
