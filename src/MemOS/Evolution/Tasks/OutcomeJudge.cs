using MemOS.Evolution.Tasks.Language;

namespace MemOS.Evolution.Tasks;

/// <summary>Judges how a task ended, from what was said and what failed; success is never assumed.</summary>
internal static class OutcomeJudge
{
    public static (TaskOutcome Outcome, string Reason) Judge(TaskSpan span)
    {
        var last = LastWord(span);
        var isAfterAllCalls = last.Calls == span.CallCount;
        if (last.Verdict == Verdict.Dropped && isAfterAllCalls)
        {
            return (TaskOutcome.Failure, "the user dropped it");
        }

        if (span.Calls.LastOrDefault() is { IsFailed: true })
        {
            return (TaskOutcome.Failure, "the last call failed");
        }

        return (last.Verdict, isAfterAllCalls) switch
        {
            (Verdict.None, _) => (TaskOutcome.Unknown, "the user did not say how it went"),
            (_, false) => (TaskOutcome.Unknown, "the user did not judge what was done last"),
            (Verdict.Resigned, _) => (TaskOutcome.Failure, "the user left it at that, with regret"),
            (Verdict.Negative, _) => (TaskOutcome.Failure, "the user was not content"),
            (Verdict.Deferred, _) => (TaskOutcome.Unknown, "the user will look at it later"),
            (Verdict.Worked, _) => (TaskOutcome.Success, "the user said that it worked"),
            _ => (TaskOutcome.Success, "the user thanked for it"),
        };
    }

    // Thanks said out of courtesy after a complaint, or after a promise to look, take neither back; nor does a promise a complaint.
    private static (Verdict Verdict, int Calls) LastWord(TaskSpan span)
    {
        if (span.Verdicts.Count == 0)
        {
            return (Verdict.None, 0);
        }

        var last = span.Verdicts[^1];
        if (last.Verdict == Verdict.Deferred && span.Verdicts.Exists(said => said.Verdict is Verdict.Negative or Verdict.Resigned && said.Calls == last.Calls) &&
            span.Verdicts.FindLast(said => said.Verdict != Verdict.Deferred) is { Verdict: Verdict.Negative or Verdict.Resigned } complaint)
        {
            return (complaint.Verdict, complaint.Calls);
        }

        var weightier = span.Verdicts.FindLastIndex(said => said.Verdict != Verdict.Pleased && said.Calls == last.Calls);
        var word = last.Verdict == Verdict.Pleased && weightier >= 0 ? span.Verdicts[weightier] : last;
        return (word.Verdict, word.Calls);
    }
}
