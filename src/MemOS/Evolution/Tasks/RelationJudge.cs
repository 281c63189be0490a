using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Tasks;

/// <summary>Judges whether a turn that calls tools goes on with a task or opens another.</summary>
/// <remarks>
/// Signs add up as weights; above zero it is another task. Without signs it is the same one. The weights are judgement, drawn by ridge
/// regression (logistic) towards 632 turns that people labelled, and rounded: where the values come from outweighs how the request is
/// worded, and that a task was closed outweighs neither.
/// </remarks>
internal static class RelationJudge
{
    // Characters. A request of this length names no more than one value.
    private const int FewWords = 32;
    private const int LongestCorrection = 160;

    public static (double Score, TurnRelation Relation, List<string> Reasons) Judge(TaskSpan span, Turn turn, bool hasOtherBetween, Func<string, bool> isReadOnly)
    {
        var reasons = new List<string>();
        var score = 0.0;
        void Weigh(bool holds, double weight, string reason)
        {
            if (holds)
            {
                score += weight;
                reasons.Add($"{reason} ({weight:+0.0;-0.0})");
            }
        }

        var user = turn.User;
        var flow = ValueFlow.Of(span, turn);
        var isDropped = span.IsClosed && span.Verdicts[^1].Verdict == Verdict.Dropped;
        var isWaiting = span.IsWaiting && !hasOtherBetween && !isDropped;
        var answers = user.Clauses.Any(clause => clause.Kind == ClauseKind.Affirmation);
        var isRevision = SignalPhrases.Revision.IsMatch(user.Text);
        var rest = string.Join(". ", user.Clauses.SkipWhile(clause => clause.Kind != ClauseKind.Content).Select(clause => clause.Text));
        var words = rest.Length == 0 ? user.Text : rest;
        var restart = Restart(span, turn);
        var callsOtherTools = !turn.Calls.Any(call => span.Calls.Any(earlier => earlier.Tool == call.Tool));
        var isApart = flow.BringsNewValue && !flow.TakesAnything;
        var isSettled = span.IsClosed && !isWaiting;

        Weigh(span.IsClosed, 2.25, "the task before was closed");
        Weigh(isSettled && !isRevision && callsOtherTools && user.IsRequest && span.Verdicts[^1].Verdict is Verdict.Pleased or Verdict.Worked, 1, "asks for other work after the end");
        Weigh(isDropped, 2, "the task before was dropped");
        Weigh(hasOtherBetween, 1, "something else came between");
        Weigh(SignalPhrases.NewTopic.IsMatch(user.Text), 3.75, "says that the topic is new");
        Weigh(SignalPhrases.Next.IsMatch(words), 1, "says that it is a next thing");
        Weigh(user.IsRequest, 1.25, "asks for something");
        Weigh(restart == 2, 1.25, "does again what the task did, with other values");
        Weigh(restart == 1, 1.25, "starts again with the same tool");
        Weigh(flow.BringsNewValue, 1, "brings new values");
        Weigh(!span.Topics.Overlaps(UtteranceReader.Topics(words)), 1, "shares no word with the task");
        Weigh(flow.TakesResult, -3.5, "uses an earlier result");
        Weigh(flow.ChoosesResult, -1.25, "chooses from an earlier result");
        Weigh(flow.TakesStatement, -1.75, "uses what was said before");
        Weigh(isWaiting, (user.IsRequest ? -2 : -3.5) + (isApart ? 1.5 : 0), "answers a question");
        Weigh(isApart && callsOtherTools, 1.5, "calls other tools with other values");
        Weigh(answers && isWaiting, -1, "agrees");
        Weigh(isRevision, isSettled ? -1.5 : -3, "corrects");
        var isCorrection = (restart > 0 || (isRevision && SignalPhrases.Anaphora.IsMatch(words))) && !isSettled && (!user.IsRequest || user.Text.Length <= FewWords) && !SignalPhrases.Next.IsMatch(words);
        Weigh(isCorrection && IsCorrectionInFewWords(user.Text), isRevision ? -1.75 : -3.5, "puts another value in a few words");
        Weigh(isCorrection && flow.RepeatsStatement, -1.5, "repeats what was said before");
        Weigh(restart > 0 && flow.KeepsMost, -1.25, "leaves most values as they were");
        Weigh(restart > 0 && flow.KeepsResult && !isSettled, -1.5, "does more with what it found or made");
        Weigh(restart > 0 && flow.MakesGood, -0.75, "gives what was asked for and not given");
        Weigh(restart > 0 && !user.IsRequest, -0.75, "asks for nothing, with the same tool");
        Weigh(restart > 0 && IsFewWords(user.Text), -0.75, "a few words, with the same tool");
        Weigh(restart > 0 && SignalPhrases.Degree.IsMatch(user.Text), -1.25, "says how it should rather be");
        Weigh(SignalPhrases.Addition.IsMatch(user.Text), 0.75, "begins with an addition");
        Weigh(SignalPhrases.Anaphora.IsMatch(words), isApart ? -0.5 : -1, "speaks of what is at hand");
        var isShort = !user.IsRequest && UtteranceReader.Topics(words).Count <= 3 && !SignalPhrases.Next.IsMatch(words);
        var isUnfinished = !span.IsClosed && !(isApart && span.IsComplainedOf) && (span.Calls.Last().IsFailed || span.Calls.All(call => isReadOnly(call.Tool)));
        var isOfItsOwn = isApart && callsOtherTools && SignalPhrases.Also.IsMatch(words);
        Weigh(isShort && isUnfinished && !isOfItsOwn, -2.25, "a few words, while the work is unfinished");
        Weigh(IsRetry(span, turn) && !isApart, span.IsClosed ? -0.5 : -2, "tries again what failed");
        Weigh(IsRetry(span, turn) && isApart && (isRevision || SignalPhrases.Otherwise.IsMatch(user.Text)), -2, "tries otherwise what failed");
        Weigh(IsRetryWithSame(span, turn), -2, "tries what failed with some of the same");
        Weigh(span.IsComplainedOf && turn.Calls.All(call => IsDone(span, call)), -2.5, "does the same again after a complaint");
        Weigh(!span.IsClosed && !(isApart && callsOtherTools) && span.Calls.All(call => isReadOnly(call.Tool)), -0.5, "nothing was done yet");
        Weigh(span.Verdicts.Count > 0 && span.Verdicts[^1].Verdict == Verdict.Negative && !isApart, -1, "the user was not content");
        var relation = score > 0 ? TurnRelation.New : isRevision ? TurnRelation.Revision : TurnRelation.FollowUp;
        return (score, relation, reasons);
    }

    /// <summary>Whether a message puts another value in the place of one that was taken, and says little else.</summary>
    public static bool IsCorrectionInFewWords(string text) => text.Length <= LongestCorrection && SignalPhrases.Correction.IsMatch(text);

    private static bool IsFewWords(string text) => text.Count(static c => c is ' ' or (>= '\u2E80')) is var size && (text.Any(static c => c >= '\u2E80') ? size <= 8 : size <= 3);

    // 2: the turn's tools repeat those of the task; 1: its first tool was called before. Retries of failed calls are neither.
    private static int Restart(TaskSpan span, Turn turn)
    {
        var done = span.Calls.Where(call => !call.IsFailed).Select(call => call.Tool).ToList();
        var now = turn.Calls.Where(call => !call.IsFailed).Select(call => call.Tool).ToList();
        if (done.Count == 0 || now.Count == 0)
        {
            return 0;
        }

        return IsDone(span, turn.Calls[0]) ? 0 : now.SequenceEqual(done) ? 2 : done.Contains(now[0]) ? 1 : 0;
    }

    /// <summary>Whether the very same call was made before.</summary>
    public static bool IsDone(TaskSpan span, TaskCall call) =>
        span.Calls.Any(done => done.Tool == call.Tool && JsonValues.AreEqual(done.Arguments, call.Arguments));

    /// <summary>Whether the call that failed is made again with a telling value that it had, which the user says again or means to stay.</summary>
    public static bool IsRetryWithSame(TaskSpan span, Turn turn)
    {
        // "Lisa needs a room on Monday too" is no other way to what failed.
        if (span.Calls.LastOrDefault() is not { IsFailed: true } failed || (SignalPhrases.Also.IsMatch(turn.User.Text) && !SignalPhrases.Otherwise.IsMatch(turn.User.Text) && !SignalPhrases.Revision.IsMatch(turn.User.Text)))
        {
            return false;
        }

        // A name may stand twice in an object: then either value counts.
        var before = JsonValues.Leaves(failed.Arguments).ToLookup(leaf => leaf.Pointer, leaf => JsonValues.Spoken(leaf.Value), StringComparer.Ordinal);
        var telling = turn.Calls.Where(call => call.Tool == failed.Tool).SelectMany(call => JsonValues.Leaves(call.Arguments)).Where(leaf => ValueFlow.IsTelling(leaf.Value)).ToList();
        var same = telling.Where(leaf => before[leaf.Pointer].Contains(JsonValues.Spoken(leaf.Value))).ToList();

        // A weekday alone is shared by many requests: most is as it was, or the user says that it is another way to the same.
        return (same.Count * 2 >= telling.Count || SignalPhrases.Otherwise.IsMatch(turn.User.Text) || SignalPhrases.Revision.IsMatch(turn.User.Text)) &&
            same.Exists(leaf => span.Turns.Any(said => Verbatim.Contains(said.User.Text, JsonValues.Spoken(leaf.Value))));
    }

    private static bool IsRetry(TaskSpan span, Turn turn) =>
        span.Calls.LastOrDefault() is { IsFailed: true } last && turn.Calls.Any(call => call.Tool == last.Tool);
}
