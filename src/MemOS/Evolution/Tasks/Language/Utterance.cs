namespace MemOS.Evolution.Tasks.Language;

/// <summary>A user's message, taken apart.</summary>
/// <param name="Text">The message.</param>
/// <param name="Clauses">Its clauses, in order.</param>
internal sealed record Utterance(string Text, IReadOnlyList<Clause> Clauses)
{
    /// <summary>The clauses before the first that says something of its own.</summary>
    public IEnumerable<Clause> Opening => Clauses.TakeWhile(clause => clause.Kind != ClauseKind.Content);

    /// <summary>Whether nothing in it says something of its own: feedback, a "yes", an "ok".</summary>
    public bool IsReaction => Clauses.All(clause => clause.Kind != ClauseKind.Content);

    /// <summary>Whether it is made of greetings and nods alone.</summary>
    public bool IsCourtesy => Clauses.All(clause => clause.Kind is ClauseKind.Greeting or ClauseKind.Acknowledgement);

    /// <summary>Whether it asks for something to be done.</summary>
    public bool IsRequest => Clauses.Any(clause => clause.IsRequest);

    /// <summary>What it says of the work before, all clauses together.</summary>
    public Verdict Judge(Func<Clause, bool> concerns) => Combine(Clauses.Where(concerns));

    /// <summary>What its opening says of the work before; the rest may already be about the next.</summary>
    public Verdict JudgeOpening(Func<Clause, bool> concerns) => Combine(Opening.Where(concerns));

    private static Verdict Combine(IEnumerable<Clause> clauses)
    {
        var verdicts = clauses.Select(clause => clause.Verdict).Where(verdict => verdict != Verdict.None).ToList();
        if (verdicts.Contains(Verdict.Dropped))
        {
            return Verdict.Dropped;
        }

        if (verdicts.Contains(Verdict.Resigned))
        {
            return Verdict.Resigned;
        }

        // "It failed at first, but works now": of two reports the last one holds.
        if (verdicts.FindLast(verdict => verdict is Verdict.Worked or Verdict.Negative) is var report && report != Verdict.None)
        {
            return report;
        }

        return verdicts.Contains(Verdict.Deferred) ? Verdict.Deferred : verdicts.FirstOrDefault();
    }
}
