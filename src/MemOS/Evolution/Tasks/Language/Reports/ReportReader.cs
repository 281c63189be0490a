using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>Reads a message that follows work as a report of how the work turned out.</summary>
internal static partial class ReportReader
{
    /// <summary>What a message that asks for nothing reports: of several clauses the last that judges holds.</summary>
    /// <param name="user">The message.</param>
    /// <param name="context">The work that it follows.</param>
    /// <param name="isAfterComplaint">Whether the user complained before, and nothing was done since: then only an express report takes it back.</param>
    /// <param name="isPrefaced">Whether it comes before a request: then what names nothing of the work is no report of it.</param>
    public static Verdict Read(Utterance user, ReportContext context, bool isPrefaced = false, bool isAfterComplaint = false)
    {
        var verdict = Verdict.None;
        var isWeak = true;
        foreach (var clause in user.Clauses)
        {
            if (clause.IsQuestion || Asks().IsMatch(clause.Text) || clause.Kind is not (ClauseKind.Content or ClauseKind.Feedback))
            {
                continue;
            }

            var report = Read(clause.Text, context);
            if (isPrefaced && (report is Report.Plain or Report.Bad || (report == Report.Done && !context.Topics.Overlaps(UtteranceReader.Topics(clause.Text)) && !SignalPhrases.Anaphora.IsMatch(clause.Text))))
            {
                continue;
            }

            if (isAfterComplaint && report is Report.Plain or Report.Done)
            {
                continue;
            }

            isWeak &= report != Report.Good;
            verdict = report switch
            {
                Report.Bad => Verdict.Negative,
                Report.Good => Verdict.Worked,
                Report.Done when verdict != Verdict.Negative => Verdict.Worked,
                Report.Plain when verdict == Verdict.None && (IsChinese(clause.Text) || SignalPhrases.Anaphora.IsMatch(clause.Text) || context.Topics.Overlaps(UtteranceReader.Topics(clause.Text))) => Verdict.Worked,
                Report.Postponed when verdict == Verdict.None || (verdict == Verdict.Worked && isWeak) => Verdict.Deferred,
                _ => verdict,
            };
        }

        return verdict is Verdict.None or Verdict.Deferred && SadFace().IsMatch(user.Text) ? Verdict.Negative
            : verdict == Verdict.None && GladFace().IsMatch(user.Text) ? Verdict.Worked
            : verdict;
    }

    /// <summary>Whether the user goes on alone: "I'll open a ticket with them", which after a complaint ends the work.</summary>
    public static bool TakesOver(Utterance user) => user.Clauses.Any(clause => !clause.IsQuestion && GoesOnAlone().IsMatch(clause.Text));

    private static Report Read(string clause, ReportContext context) =>
        IsChinese(clause) ? ChineseReport.Read(clause, context) : EnglishReport.Read(clause, context);

    private static bool IsChinese(string clause) => clause.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF');

    [GeneratedRegex("😀|😃|😄|😁|😊|🙂|😍|🥰|🤩|😎|🥳|🎉|🙌|👏|💪|✅|✔|👍|👌|❤|💚|🔥|🚀|😌|🤗|💯|(?<!\\S)(?::-?\\)|:-?D|\\^\\^|<3)(?!\\S)", RegexOptions.CultureInvariant)]
    private static partial Regex GladFace();

    [GeneratedRegex("😡|😠|🤬|😤|👎|😢|😭|😞|😔|🙁|☹|😩|😫|😖|💔|🤦|🙄|❌|😱|(?<!\\S)(?::-?\\(|:-?/|>:\\()(?!\\S)", RegexOptions.CultureInvariant)]
    private static partial Regex SadFace();

    [GeneratedRegex(@"\b(?:i|we)(?:['’](?:ll|d)| will| would| have to| need to|['’]m going to| am going to| guess i['’]ll)\s+(?!wait|check|see|look|let you|be back|try (?:it )?again|test)\w+|\bmyself\b|\bby hand\b|(?:I|we)['’]m (?:sending|calling|going|raising|asking|taking)|我(?:自己|还是自己|去问|去找|去联系|找|打印|联系|手动|直接|让)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GoesOnAlone();

    // "Is it going to rain, do you think?" has its mark in the next clause.
    [GeneratedRegex(@"^(?:and |but |so |oh |hey |hmm )*(?:is|are|was|were|do|does|did|can|could|will|would|has|have|what|which|who|whom|whose|how|when|where)(?!['’]t)\b(?! (?:to|looks?|works?|can)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();
}
