using MemOS.Evolution.Judging;
using MemOS.Evolution.Tasks.Language;

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
        private const double ModelSure = 0.9;

        private readonly VerdictReader verdicts = new(isReadOnly);

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
            var (target, verdict) = verdicts.Judge(Last!, Work, turn);
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

        private void TakeTalk(Turn turn, TaskSpan? judged, bool isIdle)
        {
            var user = turn.User;
            var last = Last!;
            if (!last.IsComplainedOf && VerdictReader.BringsUpOther(last, turn))
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
            else if (last.IsWaiting && (user.IsPause || !((last.IsClosed || last.LastTurn.IsPause) && user.IsRequest)))
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
                if (last.IsWaiting && !work.IsClosed && turn.User.Clauses.Any(clause => clause.Kind == ClauseKind.Affirmation) && turn.Calls.All(call => RelationJudge.IsDone(work, call)))
                {
                    JoinAcross(work, turn, TurnRelation.FollowUp, 0.9, ["agrees to the same again"]);
                    return;
                }

                if (!between && TakesAlong(work, turn))
                {
                    return;
                }

                var (score, relation, reasons) = RelationJudge.Judge(work, turn, between, isReadOnly);
                var confidence = 1 / (1 + Math.Exp(-Math.Abs(score)));
                // "Write to her about the bike", "what should it say?": what was begun by a question is of the work before where its call takes what that found.
                if (relation != TurnRelation.New && (!isBegun || ValueFlow.Of(work, turn).TakesResult))
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
            // After a moment that was asked for, who asks for something else has left the question.
            var leaves = last.LastTurn.IsPause && (turn.User.IsRequest || turn.User.Clauses is [.., { IsQuestion: true }]);
            if (!last.HasCalls && last.IsWaiting && !leaves && !last.IsClosed && !SignalPhrases.NewTopic.IsMatch(turn.User.Text))
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
                work.GiveBack(asked);
                return false;
            }

            Spans.Add(new() { IsAfterOther = true });
            asked.ForEach(Spans[^1].Add);
            var first = Judgements.FindIndex(judgement => judgement.Message == asked[0].Items[0].Id);
            Judgements[first] = new(asked[0].Items[0].Id, TurnRelation.New, 1 / (1 + Math.Exp(-score)), ["asks for what is done next"]);
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
