using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Tasks.Language.Reactions;
using MemOS.Evolution.Tasks.Language.Reports;

namespace MemOS.Evolution.Tasks;

/// <summary>Reads what a turn says of the work before it, by rules alone: phrases, the message as a whole, and how the assistant took it.</summary>
internal sealed class VerdictReader(Func<string, bool> isReadOnly)
{
    private const int FewWords = 3;

    // How likely a judgement must be to count against the phrases, and to stand alone.
    private const double Unsure = 0.5;
    private const double Plain = 0.75;
    private const double Likely = 0.85;
    private const double Certain = 0.95;

    /// <summary>What a turn says, and of which span.</summary>
    /// <param name="last">The last span.</param>
    /// <param name="lastWork">The last span with calls.</param>
    /// <param name="turn">The turn.</param>
    public (TaskSpan Target, Verdict Verdict) Judge(TaskSpan last, TaskSpan? lastWork, Turn turn)
    {
        var target = last;
        if (turn.User.IsGreeting || (turn.User.IsPause && last.IsWaiting))
        {
            return (target, Verdict.None);
        }

        if (!target.HasCalls && lastWork is { } work && (target.LastTurn.User.IsCourtesy || turn.User.Clauses.Any(work.IsNamedBy) || ReportsOf(work, target, turn)))
        {
            target = work;
        }

        var isWholeMessage = turn.Calls.Count == 0 && !BringsUpOther(last, turn) && (!turn.User.IsRequest || IsReport(target, turn));

        // "The date is wrong", and nothing else, right after the work: whatever it names is part of it.
        var isPlainlyAboutIt = isWholeMessage && IsMostlyReaction(turn.User) && target.HasCalls && !target.IsClosed;
        bool Concerns(Clause clause) => isPlainlyAboutIt || (target.IsConcernedBy(clause) && (isWholeMessage || ((!clause.IsState || clause.IsAnaphoric) && !IsTroubleOfTheNext(target, clause))));
        var verdict = isWholeMessage ? turn.User.Judge(Concerns) : turn.User.JudgeOpening(Concerns);
        if (target.IsWaiting && verdict is Verdict.Pleased or Verdict.Worked && turn.User.Clauses.Any(clause => clause.Kind == ClauseKind.Affirmation))
        {
            return (target, Verdict.None);
        }

        if (turn.Calls.Count == 0 && verdict is Verdict.None or Verdict.Pleased && (IsRefusal(target, turn) || ForgetsIt(target, turn)))
        {
            verdict = Verdict.Dropped;
        }
        else if (verdict == Verdict.None && turn.User.Clauses.Count > 0 && AnswerReader.IsAskingForVerdict(target.LastTurn.Answer))
        {
            verdict = turn.User.Clauses[0].Kind switch
            {
                ClauseKind.Affirmation => Verdict.Worked,
                ClauseKind.Negation => Verdict.Negative,
                _ => Verdict.None,
            };
        }
        else if (verdict == Verdict.None && isPlainlyAboutIt && !target.IsWaiting && target.LastTurn.Calls.Count > 0 &&
            turn.User.Clauses.Any(clause => FeedbackPhrases.Confirmation.IsMatch(clause.Text)))
        {
            // "Correct." to a report, where nothing was asked.
            verdict = Verdict.Worked;
        }
        else if (verdict == Verdict.None && isPlainlyAboutIt && target.LastTurn.Calls.Count > 0 && !AnswerReader.IsAsking(target.LastTurn.Answer) &&
            turn.User.Clauses.Count > 0 && turn.User.Clauses.All(clause => clause.Kind == ClauseKind.Negation))
        {
            verdict = Verdict.Negative;
        }

        if (isWholeMessage && target.HasCalls && !target.IsClosed && !target.IsWaiting && verdict != Verdict.Dropped)
        {
            verdict = Weigh(verdict, ReactionJudge.Judge(turn.User.Weighed, target.Context), target.IsComplainedOf);
        }

        // "Not sure that was the right amount" judges nothing yet.
        if (verdict is Verdict.Worked or Verdict.Pleased or Verdict.Negative && isWholeMessage && UtteranceReader.IsDoubtful(turn.User.Text) && turn.User.Clauses.All(static clause => clause.Verdict == Verdict.None || UtteranceReader.IsDoubtful(clause.Text)))
        {
            verdict = Verdict.None;
        }

        if (isWholeMessage && target.HasCalls && ReportReader.TakesOver(turn.User) && (verdict == Verdict.Negative ||
            (verdict is Verdict.None or Verdict.Deferred or Verdict.Worked && target.IsComplainedOf)))
        {
            verdict = Verdict.Resigned;
        }

        // "I've changed the cartridge, go on" after a failure tells what was mended since, not how the work went; and what comes before
        // the next request takes no complaint back, unless it says so.
        if (!isWholeMessage && verdict == Verdict.None && target.HasCalls && !target.IsClosed && !target.IsWaiting && !target.Calls.Last().IsFailed && !target.IsComplainedOf)
        {
            verdict = Prefaced(turn, target);
        }

        if (turn.Calls.Count == 0 && target.HasCalls && !target.IsWaiting)
        {
            verdict = Understood(verdict, turn.User.Judge(static _ => true), target, turn);
        }

        if (target.IsClosed && verdict is Verdict.Negative or Verdict.Resigned && IsOfSomethingElse(target, turn))
        {
            return (target, Verdict.None);
        }

        // "Forget what I said about the printer" takes back no praise of a refund.
        if (target.IsClosed && turn.Calls.Count == 0 && verdict is Verdict.Dropped or Verdict.Deferred && DropsOther(target, turn, verdict))
        {
            return (target, Verdict.None);
        }

        // "Pity. Could it be the 12th instead?" after a failure gives nothing up.
        if (verdict is Verdict.Resigned or Verdict.Negative && RelationJudge.IsRetryWithSame(target, turn))
        {
            return (target, Verdict.None);
        }

        // "Forget the 10th, make it the 12th" drops a value, not the task; nor does "never mind, just 26" as the answer to what was asked.
        return (target, verdict == Verdict.Dropped && turn.Calls.Count > 0 && (IsCorrection(target, turn) || target is { HasCalls: false, IsWaiting: true }) ? Verdict.None : verdict);
    }

    // "Forget the printer": what is dropped is named, and nothing of the work is.
    private static bool DropsOther(TaskSpan target, Turn turn, Verdict verdict) =>
        turn.User.Clauses.Where(clause => clause.Verdict == verdict).All(clause => clause.Topics.Count > 0 && !target.Topics.Overlaps(clause.Topics));

    // "Forget the pizza", where pizza was ordered.
    private static bool ForgetsIt(TaskSpan target, Turn turn) =>
        turn.Calls.Count == 0 && target.HasCalls && SignalPhrases.Forgotten.Match(turn.User.Text) is { Success: true } forgotten && target.Topics.Overlaps(UtteranceReader.Topics(forgotten.Groups[1].Value));

    // How the assistant took the message tells what it was: who answers "you're welcome" was thanked in whatever words, who answers
    // "I'm sorry" was not. It never overrules what is said in plain words: courtesy and offers of help answer complaints too, and apologies
    // answer thanks. Only who admits a fault has heard irony in praise.
    private static Verdict Understood(Verdict verdict, Verdict said, TaskSpan target, Turn turn)
    {
        if (verdict is Verdict.Dropped or Verdict.Resigned or Verdict.Deferred)
        {
            return verdict;
        }

        var isPraised = said is Verdict.Worked or Verdict.Pleased;
        if ((isPraised ? AnswerReader.AdmitsFault(turn.Answer) : AnswerReader.TakesBlame(turn.Answer)) && !AnswerReader.IsWaiting(turn.Answer) && !turn.User.IsCourtesy && !turn.User.IsRequest && !turn.User.Clauses.Any(clause => clause.IsQuestion && clause.Verdict == Verdict.None))
        {
            return Verdict.Negative;
        }

        return AnswerReader.TakesThanks(turn.Answer) && IsTakenForThanks(turn, target) && verdict is not (Verdict.Worked or Verdict.Pleased) && said is Verdict.None or Verdict.Worked or Verdict.Pleased && !target.IsComplainedOf && !turn.User.Clauses.Any(clause => clause.IsQuestion)
            ? Verdict.Pleased
            : verdict;
    }

    // "You're welcome" answers thanks alone; "glad to hear" and "happy to help" answer greetings and all sorts of news as well, and tell
    // something only of what sounds like a judgement.
    private static bool IsTakenForThanks(Turn turn, TaskSpan target) =>
        AnswerReader.TakesPlainThanks(turn.Answer) || ReactionJudge.Judge(turn.User, target.Context) is not ({ Reaction: Reaction.Other, Sure: >= Unsure } or { Reaction: Reaction.Unknown, Sure: >= Plain });

    // "Super. Elio can't make it, put him on Friday": the trouble of somebody who was not spoken of is what the request is for.
    private static bool IsTroubleOfTheNext(TaskSpan target, Clause clause) =>
        clause.Verdict == Verdict.Negative && clause.Topics.Count > 0 && !target.Topics.Overlaps(clause.Topics);

    // "Map opens fine" begins like a request, and is none.
    private static bool IsReport(TaskSpan target, Turn turn) =>
        target.HasCalls && !target.IsClosed && !target.IsWaiting && !turn.User.Clauses.Any(static clause => clause.IsQuestion) &&
        ReactionJudge.Judge(turn.User, target.Context) is { Reaction: Reaction.Success or Reaction.Failure, Sure: var sure } && sure >= (SignalPhrases.Request.IsMatch(turn.User.Text) ? Certain : Plain);

    // After a word about something else: "the booking is on the board" names the work, not the talk.
    private static bool ReportsOf(TaskSpan work, TaskSpan talk, Turn turn) =>
        turn.Calls.Count == 0 && !turn.User.IsRequest && !work.IsClosed && ReportReader.Read(turn.User, work.Context) != Verdict.None &&
        UtteranceReader.Topics(turn.User.Text) is var topics && topics.Overlaps(work.Topics) && !topics.Overlaps(talk.Topics);

    // Once the work was judged, a trouble told with the next request is what that request is for, if nothing of the work comes
    // back in it; and "is it still raining?" or a sigh about the weather takes no praise back.
    private static bool IsOfSomethingElse(TaskSpan target, Turn turn)
    {
        if (turn.Calls.Count > 0)
        {
            return ValueFlow.Of(target, turn) is { BringsNewValue: true, TakesAnything: false };
        }

        return turn.User.Clauses is [.., { IsQuestion: true }] || SignalPhrases.Aside.IsMatch(turn.User.Text) || ReactionJudge.Judge(turn.User, target.Context).Reaction == Reaction.Other;
    }

    // A report before the next request counts for the work before; a problem that is told there is the next one's.
    private static Verdict Prefaced(Turn turn, TaskSpan target)
    {
        if (turn.User.IsPraisedInPassing)
        {
            return Verdict.Pleased;
        }

        // "No sorry, Wednesday": a correction praises nothing.
        if (RelationJudge.IsCorrectionInFewWords(turn.User.Text))
        {
            return Verdict.None;
        }

        var preface = turn.User.Preface;
        if (preface.Clauses.Count == turn.User.Clauses.Count)
        {
            preface = preface with { Clauses = [.. preface.Clauses.Take(1)] };
        }

        if (preface.Clauses.Count == 0 || preface.Clauses.Count == turn.User.Clauses.Count)
        {
            return Verdict.None;
        }

        var context = target.Context;
        return ReportReader.Read(preface, context, isPrefaced: true) == Verdict.Worked || ReactionJudge.Judge(preface.Alone, context) is { Reaction: Reaction.Success, Sure: >= Plain } ? Verdict.Worked : Verdict.None;
    }

    // What the phrases say, and what the message says as a whole. After a complaint only what is plainly praise takes it back.
    private static Verdict Weigh(Verdict said, (Reaction Reaction, double Sure) judged, bool isAfterComplaint) => judged switch
    {
        { Sure: < Unsure } => said,
        _ when said is Verdict.Resigned => judged is { Reaction: Reaction.Success, Sure: >= Plain } ? Verdict.Worked : said,
        { Reaction: Reaction.Success } when isAfterComplaint && judged.Sure < Certain => said is Verdict.Negative or Verdict.Worked ? said : Verdict.None,
        { Reaction: Reaction.Success } => said is Verdict.Pleased ? said : Verdict.Worked,
        { Reaction: Reaction.Failure, Sure: < Likely } when said is Verdict.Worked or Verdict.Pleased => said,
        { Reaction: Reaction.Failure } => Verdict.Negative,
        { Reaction: Reaction.Unknown } => said is Verdict.Deferred ? said : judged.Sure >= Plain || said is Verdict.None ? Verdict.None : said,
        _ => judged.Sure >= Plain ? Verdict.None : said,
    };

    // "Just looked, the numbers are right": a few words around the judgement.
    private static bool IsMostlyReaction(Utterance user) =>
        user.Clauses.Where(clause => clause.Kind == ClauseKind.Content).Sum(clause => clause.IsQuestion ? FewWords + 1 : UtteranceReader.Topics(clause.Text).Count) <= FewWords;

    private bool IsRefusal(TaskSpan target, Turn turn) =>
        target.HasCalls && target.IsWaiting && turn.User.Clauses.Count > 0 && turn.User.Clauses[0].Kind == ClauseKind.Negation && turn.User.IsReaction &&
        target.Calls.All(call => isReadOnly(call.Tool));

    private static bool IsCorrection(TaskSpan target, Turn turn)
    {
        if (!SignalPhrases.Revision.IsMatch(turn.User.Text) || SignalPhrases.NewTopic.IsMatch(turn.User.Text))
        {
            return false;
        }

        var flow = ValueFlow.Of(target, turn);
        return flow.TakesStatement || flow.TakesResult;
    }

    /// <summary>Whether a message after finished work brings up other work, which the assistant then asks more about.</summary>
    // "Thanks. So there's this lady who wants the floor sander" and "for how many days?": after finished work an answer that asks what
    // other work needs has heard a request, however it was worded.
    public static bool BringsUpOther(TaskSpan last, Turn turn)
    {
        if (!turn.IsWaiting || turn.Answer.Length == 0 || !last.HasCalls || last.IsWaiting || last.Calls.Last().IsFailed || SignalPhrases.Revision.IsMatch(turn.User.Text))
        {
            return false;
        }

        if (ReactionJudge.Judge(turn.User, last.Context) is { Reaction: Reaction.Success or Reaction.Failure, Sure: >= Likely })
        {
            return false;
        }

        var news = turn.User.Clauses.Where(clause => clause is { Kind: ClauseKind.Content, IsQuestion: false }).SelectMany(clause => UtteranceReader.Topics(clause.Text)).ToHashSet(StringComparer.Ordinal);
        var known = news.Count(last.Topics.Contains);
        return news.Count >= FewWords && known * 3 <= news.Count;
    }
}
