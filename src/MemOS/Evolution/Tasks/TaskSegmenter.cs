using MemOS.Evolution.Judging;
using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Tasks.Language.Reactions;
using MemOS.Evolution.Tasks.Language.Reports;

namespace MemOS.Evolution.Tasks;

/// <summary>Segments a session's turns into spans of one goal each.</summary>
/// <remarks>
/// By idle time, explicit signals, where the values of tool calls come from, topic, and a model's opinion where there is one, biased to "same task". A span without
/// tool calls is small talk, a question, or the beginning of a task whose tools are called later. Stateless between calls.
/// </remarks>
internal sealed class TaskSegmenter(EvolutionOptions options, Func<string, bool> isReadOnly, IReadOnlyDictionary<MemoryId, TurnOpinion> opinions)
{
    public (IReadOnlyList<TaskSpan> Spans, IReadOnlyList<TurnJudgement> Judgements) Segment(IReadOnlyList<Turn> turns)
    {
        var run = new Run(options, isReadOnly, opinions);
        foreach (var turn in turns)
        {
            run.Take(turn);
        }

        return (run.Spans, run.Judgements);
    }

    private sealed class Run(EvolutionOptions options, Func<string, bool> isReadOnly, IReadOnlyDictionary<MemoryId, TurnOpinion> opinions)
    {
        private const int FewWords = 3;

        // How likely a judgement must be to count against the phrases, and to stand alone.
        private const double Unsure = 0.5;
        private const double Plain = 0.75;
        private const double Likely = 0.85;
        private const double Certain = 0.95;
        private const double ModelSure = 0.9;

        public List<TaskSpan> Spans { get; } = [];

        public List<TurnJudgement> Judgements { get; } = [];

        // The last span with calls, and what came after it.
        private TaskSpan? Work => Spans.FindLast(span => span.HasCalls);

        private TaskSpan? Last => Spans.Count == 0 ? null : Spans[^1];

        public void Take(Turn turn)
        {
            if (Last is null)
            {
                Open(turn, 1, "opens the session");
                return;
            }

            var isIdle = turn.Started - Last.LastTurn.Ended >= options.IdleGap;
            var opinion = opinions.GetValueOrDefault(turn.Items[0].Id, TurnOpinion.None);
            var target = NoteVerdict(turn, opinion.Feedback);
            if (!isIdle && TakeJudged(turn, opinion.Relation))
            {
                return;
            }

            if (turn.Calls.Count == 0)
            {
                TakeTalk(turn, target, isIdle);
            }
            else
            {
                TakeWork(turn, isIdle);
            }
        }

        // What the user says of earlier work counts for it, whatever the turn then goes on to do. That a model hears nothing takes
        // away what is only likely, not what is said in so many words.
        private TaskSpan? NoteVerdict(Turn turn, Verdict? opinion)
        {
            var (target, verdict) = JudgeByRules(turn);
            var isByModel = opinion is not null && (target.HasCalls || Work is not null);
            if (isByModel && !(opinion == Verdict.None && verdict is Verdict.Pleased or Verdict.Dropped or Verdict.Deferred))
            {
                target = target.HasCalls ? target : Work!;
                verdict = opinion!.Value;
            }

            target.Note(verdict, isByModel);
            return verdict == Verdict.None ? null : target;
        }

        // Whether the turn goes on with the work or opens other work, where a model is sure of it. Signs that are explicit stand.
        private bool TakeJudged(Turn turn, TurnRelation relation)
        {
            if (relation == TurnRelation.Unknown || Work is not { } work || HasPauseAfter(work) || SignalPhrases.NewTopic.IsMatch(turn.User.Text))
            {
                return false;
            }

            if (relation == TurnRelation.New)
            {
                Open(turn, ModelSure, "is another piece of work, as a model judged");
            }
            else
            {
                JoinAcross(work, turn, relation, ModelSure, ["goes on with the work, as a model judged"]);
            }

            return true;
        }

        private (TaskSpan Target, Verdict Verdict) JudgeByRules(Turn turn)
        {
            var target = Last!;
            if (!target.HasCalls && Work is { } work && (target.LastTurn.User.IsCourtesy || turn.User.Clauses.Any(work.IsNamedBy) || ReportsOf(work, target, turn)))
            {
                target = work;
            }

            var isWholeMessage = turn.Calls.Count == 0 && !BringsUpOther(turn) && (!turn.User.IsRequest || IsReport(target, turn));

            // "The date is wrong", and nothing else, right after the work: whatever it names is part of it.
            var isPlainlyAboutIt = isWholeMessage && IsMostlyReaction(turn.User) && target.HasCalls && !target.IsClosed;
            bool Concerns(Clause clause) => isPlainlyAboutIt || (target.IsConcernedBy(clause) && (isWholeMessage || !clause.IsState || clause.IsAnaphoric));
            var verdict = isWholeMessage ? turn.User.Judge(Concerns) : turn.User.JudgeOpening(Concerns);
            if (target.IsWaiting && verdict is Verdict.Pleased or Verdict.Worked && turn.User.Clauses.Any(clause => clause.Kind == ClauseKind.Affirmation))
            {
                return (target, Verdict.None);
            }

            if (turn.Calls.Count == 0 && verdict is Verdict.None or Verdict.Pleased && IsRefusal(target, turn))
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
                verdict = Weigh(verdict, ReactionJudge.Judge(turn.User, ReportContext.Of(target)), target.IsComplainedOf);
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
                verdict = Understood(verdict, target, turn);
            }

            if (target.IsClosed && verdict is Verdict.Negative or Verdict.Resigned && IsOfSomethingElse(target, turn))
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

        // How the assistant took the message tells what it was: who answers "you're welcome" was thanked in whatever words, who answers
        // "I'm sorry" was not. What is given up, put off or regretted stays so: courtesy answers that too.
        private static Verdict Understood(Verdict verdict, TaskSpan target, Turn turn)
        {
            if (verdict is Verdict.Dropped or Verdict.Resigned or Verdict.Deferred)
            {
                return verdict;
            }

            if (AnswerReader.TakesBlame(turn.Answer) && !turn.User.IsCourtesy && !turn.User.IsRequest)
            {
                return Verdict.Negative;
            }

            return AnswerReader.TakesThanks(turn.Answer) && verdict is not (Verdict.Worked or Verdict.Pleased) && !target.IsComplainedOf && !turn.User.Clauses.Any(clause => clause.IsQuestion)
                ? Verdict.Pleased
                : verdict;
        }

        // "Map opens fine" begins like a request, and is none.
        private static bool IsReport(TaskSpan target, Turn turn) =>
            target.HasCalls && !target.IsClosed && !target.IsWaiting && !turn.User.Clauses.Any(static clause => clause.IsQuestion) &&
            ReactionJudge.Judge(turn.User, ReportContext.Of(target)) is { Reaction: Reaction.Success or Reaction.Failure, Sure: var sure } && sure >= (SignalPhrases.Request.IsMatch(turn.User.Text) ? Certain : Plain);

        // After a word about something else: "the booking is on the board" names the work, not the talk.
        private static bool ReportsOf(TaskSpan work, TaskSpan talk, Turn turn) =>
            turn.Calls.Count == 0 && !turn.User.IsRequest && !work.IsClosed && ReportReader.Read(turn.User, ReportContext.Of(work)) != Verdict.None &&
            UtteranceReader.Topics(turn.User.Text) is var topics && topics.Overlaps(work.Topics) && !topics.Overlaps(talk.Topics);

        // Once the work was judged, a trouble told with the next request is what that request is for, if nothing of the work comes
        // back in it; and "is it still raining?" or a sigh about the weather takes no praise back.
        private static bool IsOfSomethingElse(TaskSpan target, Turn turn)
        {
            if (turn.Calls.Count > 0)
            {
                return ValueFlow.Of(target, turn) is { BringsNewValue: true, TakesAnything: false };
            }

            return turn.User.Clauses is [.., { IsQuestion: true }] || SignalPhrases.Aside.IsMatch(turn.User.Text) || ReactionJudge.Judge(turn.User, ReportContext.Of(target)).Reaction == Reaction.Other;
        }

        // A report before the next request counts for the work before; a problem that is told there is the next one's.
        private static Verdict Prefaced(Turn turn, TaskSpan target)
        {
            if (turn.User.IsPraisedInPassing)
            {
                return Verdict.Pleased;
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

            var context = ReportContext.Of(target);
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

        private void TakeTalk(Turn turn, TaskSpan? judged, bool isIdle)
        {
            var user = turn.User;
            var last = Last!;
            if (!last.IsComplainedOf && BringsUpOther(turn))
            {
                Open(turn, 0.8, "brings up something that the assistant asks more about");
            }
            else if (judged is not null && (!user.IsRequest || last == judged && (user.IsReaction || !SignalPhrases.Request.IsMatch(user.Text))))
            {
                if (judged == last)
                {
                    Join(last, turn, TurnRelation.FollowUp, 0.9, "judges what was done");
                }
                else
                {
                    Open(turn, 0.5, "judges earlier work");
                }
            }
            else if (isIdle)
            {
                Open(turn, 0.9, "comes after a long pause");
            }
            else if (SignalPhrases.NewTopic.IsMatch(user.Text) && !user.IsReaction)
            {
                Open(turn, 0.9, "says that the topic is new");
            }
            else if (last.IsWaiting && !(last.IsClosed && user.IsRequest))
            {
                Join(last, turn, TurnRelation.FollowUp, 0.8, "answers a question");
            }
            else if (user.IsReaction && !user.Clauses.Any(clause => clause.Kind == ClauseKind.Greeting))
            {
                Join(last, turn, TurnRelation.FollowUp, 0.7, "reacts to what was said");
            }
            else if (last.HasCalls && !last.IsClosed && SignalPhrases.Revision.IsMatch(user.Text))
            {
                Join(last, turn, TurnRelation.Revision, 0.7, "corrects");
            }
            else if (last.HasCalls && !last.IsClosed && !user.IsRequest && (last.Topics.Overlaps(UtteranceReader.Topics(user.Text)) || SignalPhrases.Anaphora.IsMatch(user.Text)))
            {
                Join(last, turn, TurnRelation.FollowUp, 0.6, "is about the same thing");
            }
            else
            {
                Open(turn, 0.6, "is about something else");
            }
        }

        // "Thanks. So there's this lady who wants the floor sander" and "for how many days?": after finished work an answer that asks what
        // other work needs has heard a request, however it was worded.
        private bool BringsUpOther(Turn turn)
        {
            var last = Last!;
            if (!turn.IsWaiting || turn.Answer.Length == 0 || !last.HasCalls || last.IsWaiting || last.Calls.Last().IsFailed || SignalPhrases.Revision.IsMatch(turn.User.Text))
            {
                return false;
            }

            if (ReactionJudge.Judge(turn.User, ReportContext.Of(last)) is { Reaction: Reaction.Success or Reaction.Failure, Sure: >= Likely })
            {
                return false;
            }

            var news = turn.User.Clauses.Where(clause => clause is { Kind: ClauseKind.Content, IsQuestion: false }).SelectMany(clause => UtteranceReader.Topics(clause.Text)).ToHashSet(StringComparer.Ordinal);
            var known = news.Count(last.Topics.Contains);
            return news.Count >= FewWords && known * 3 <= news.Count;
        }

        private void TakeWork(Turn turn, bool isIdle)
        {
            var last = Last!;
            if (isIdle)
            {
                Open(turn, 0.95, "comes after a long pause");
                return;
            }

            if (Work is { } work && !HasPauseAfter(work))
            {
                var between = last != work;
                var isBegun = between && last.IsWaiting && !last.IsClosed && !last.LastTurn.User.IsCourtesy;
                if (!between && TakesAlong(work, turn))
                {
                    return;
                }

                var (score, relation, reasons) = RelationJudge.Judge(work, turn, between, isReadOnly);
                var confidence = 1 / (1 + Math.Exp(-Math.Abs(score)));
                if (relation != TurnRelation.New && !isBegun)
                {
                    JoinAcross(work, turn, relation, confidence, reasons);
                    return;
                }

                if (!between)
                {
                    Spans.Add(new() { IsAfterOther = true });
                    Join(Spans[^1], turn, TurnRelation.New, confidence, [.. reasons]);
                    return;
                }
            }

            // What came before without tools is the beginning of this when it was left waiting for an answer.
            if (!last.HasCalls && last.IsWaiting && !last.IsClosed && !SignalPhrases.NewTopic.IsMatch(turn.User.Text))
            {
                Join(last, turn, TurnRelation.FollowUp, 0.8, "answers a question");
            }
            else
            {
                Open(turn, 0.8, "asks for work after talk");
            }
        }

        // "He says you're a lifesaver. And me, I'm looking for Stoner", "your card number, please?", "318822": whether what is answered belongs
        // to the work before is seen only now, by what is called. If it does not, what was asked goes with the answer.
        private bool TakesAlong(TaskSpan work, Turn turn)
        {
            var asked = work.TakeBackAsked();
            if (asked.Count == 0)
            {
                return false;
            }

            var (score, relation, reasons) = RelationJudge.Judge(work, Turn.Joined([.. asked, turn]), hasOtherBetween: false, isReadOnly);
            if (relation != TurnRelation.New)
            {
                asked.ForEach(work.Add);
                return false;
            }

            Spans.Add(new() { IsAfterOther = true });
            asked.ForEach(Spans[^1].Add);
            Join(Spans[^1], turn, TurnRelation.FollowUp, 1 / (1 + Math.Exp(-score)), ["answers a question", .. reasons]);
            return true;
        }

        private bool HasPauseAfter(TaskSpan work)
        {
            var at = work.LastTurn.Ended;
            foreach (var turn in Spans.SkipWhile(span => span != work).Skip(1).SelectMany(span => span.Turns))
            {
                if (turn.Started - at >= options.IdleGap)
                {
                    return true;
                }

                at = turn.Ended;
            }

            return false;
        }

        private void JoinAcross(TaskSpan work, Turn turn, TurnRelation relation, double confidence, List<string> reasons)
        {
            var index = Spans.IndexOf(work);
            foreach (var between in Spans.Skip(index + 1).SelectMany(span => span.Turns))
            {
                work.Add(between);
            }

            Spans.RemoveRange(index + 1, Spans.Count - index - 1);
            Join(work, turn, relation, confidence, [.. reasons]);
        }

        private void Open(Turn turn, double confidence, string reason)
        {
            Spans.Add(new() { IsAfterOther = Spans.Count > 0 });
            var relation = turn.Calls.Count > 0 || turn.User.IsRequest ? TurnRelation.New : TurnRelation.Unknown;
            Join(Spans[^1], turn, relation, confidence, reason);
        }

        private void Join(TaskSpan span, Turn turn, TurnRelation relation, double confidence, params string[] reasons)
        {
            span.Add(turn);
            Judgements.Add(new(turn.Items[0].Id, relation, confidence, reasons));
        }
    }
}
