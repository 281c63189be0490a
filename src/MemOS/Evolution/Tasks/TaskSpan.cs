using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Tasks.Language.Reports;

namespace MemOS.Evolution.Tasks;

/// <summary>Turns that are taken for one task while a session is segmented.</summary>
internal sealed class TaskSpan
{
    private readonly HashSet<string> topics = new(StringComparer.Ordinal);
    private ReportContext? context;
    private bool isNoted;
    private bool isLastJudged;

    public List<Turn> Turns { get; } = [];

    /// <summary>What the user said of the work, with the number of calls that had been made by then.</summary>
    public List<(Verdict Verdict, int Calls)> Verdicts { get; } = [];

    /// <summary>Whether a model judged what the user said last.</summary>
    public bool IsJudgedByModel { get; private set; }

    public int CallCount { get; private set; }

    public bool HasCalls => CallCount > 0;

    public Turn LastTurn => Turns[^1];

    /// <summary>Whether the user must speak next for the work to go on; a remark that nobody answered waits for nothing.</summary>
    public bool IsWaiting => Asking is var turn && turn.IsWaiting && !(LastTurn.Answer.Length == 0 && (isLastJudged || ((HasCalls || (IsAfterOther && !LastTurn.User.NamesDetails)) && !LastTurn.User.IsRequest)));

    // A moment that was asked for answers no question.
    private Turn Asking => LastTurn is { IsPause: true, Answer.Length: > 0, IsWaiting: false } ? Turns.FindLast(turn => !turn.IsPause) ?? LastTurn : LastTurn;

    /// <summary>Whether something else was spoken of before it in the session.</summary>
    public bool IsAfterOther { get; init; }

    /// <summary>Whether the user has put an end to it: thanked, dropped or postponed it.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether the user has judged or dropped all that was done, so that it counts as finished though more may be said of it.</summary>
    public bool IsSettled => IsClosed && Verdicts[^1] is (not Verdict.Deferred, var calls) && calls == CallCount;

    /// <summary>Whether the user complained, and nothing was done since.</summary>
    public bool IsComplainedOf => Verdicts.Count > 0 && Verdicts[^1] is (Verdict.Negative, var calls) && calls == CallCount;

    public IReadOnlySet<string> Topics => topics;

    /// <summary>What reports of it are read by; made once for each turn that is added.</summary>
    public ReportContext Context => context ??= ReportContext.Of(this);

    public IEnumerable<TaskCall> Calls => Turns.SelectMany(turn => turn.Calls);

    public void Add(Turn turn)
    {
        Turns.Add(turn);
        context = null;
        isLastJudged = isNoted;
        isNoted = false;
        topics.UnionWith(turn.Topics);
        if (turn.Calls.Count > 0)
        {
            CallCount += turn.Calls.Count;
            IsClosed = false;
        }
    }

    /// <summary>Takes away the last turns in which nothing was called and something was asked that the next turn answers; what was called before stays.</summary>
    public List<Turn> TakeBackAsked()
    {
        var from = Turns.Count;
        while (from > 1 && Turns[from - 1] is { Calls.Count: 0, Answer.Length: > 0 } asked && (asked.IsWaiting || asked.IsPause))
        {
            from--;
        }

        while (from < Turns.Count && Turns[from].IsPause)
        {
            from++;
        }

        // What was asked before belongs to the work, and so does all that answers it.
        if (Turns[from - 1].IsWaiting)
        {
            return [];
        }

        var taken = Turns.GetRange(from, Turns.Count - from);
        if (taken.Count > 0)
        {
            Turns.RemoveRange(from, taken.Count);
            context = null;
            topics.Clear();
            Turns.ForEach(turn => topics.UnionWith(turn.Topics));
        }

        return taken;
    }

    /// <summary>Gives back what <see cref="TakeBackAsked"/> took.</summary>
    public void GiveBack(List<Turn> asked)
    {
        Turns.AddRange(asked);
        context = null;
        asked.ForEach(turn => topics.UnionWith(turn.Topics));
    }

    public void Note(Verdict verdict, bool isByModel = false)
    {
        isNoted = verdict != Verdict.None;
        if (!isNoted)
        {
            return;
        }

        IsJudgedByModel = isByModel;
        Verdicts.Add((verdict, CallCount));
        IsClosed = verdict != Verdict.Negative;
    }

    /// <summary>Whether a clause of judgement can be about this span: it names nothing else.</summary>
    public bool IsConcernedBy(Clause clause) =>
        clause.Verdict is not (Verdict.Worked or Verdict.Negative) || clause.IsAnaphoric || clause.Topics.Count == 0 || topics.Overlaps(clause.Topics);

    /// <summary>Whether a clause of judgement names what this span is about.</summary>
    public bool IsNamedBy(Clause clause) => clause.Verdict != Verdict.None && topics.Overlaps(clause.Topics);
}
