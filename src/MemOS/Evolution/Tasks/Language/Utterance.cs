using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language;

/// <summary>A user's message, taken apart.</summary>
/// <param name="Text">The message.</param>
/// <param name="Clauses">Its clauses, in order.</param>
internal sealed record Utterance(string Text, IReadOnlyList<Clause> Clauses)
{
    /// <summary>The clauses before the first that says something of its own.</summary>
    public IEnumerable<Clause> Opening => Clauses.TakeWhile(clause => clause.Kind != ClauseKind.Content);

    private static readonly Regex Onward = new("^(?:(?:and|so|ok) )?(?:now|next|also|another|one more|then)\\b|^(?:另外|还有|接下来|下一|再|现在)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What is said before anything is asked: "the queue is moving, cheers" before "now let me see the log".</summary>
    public Utterance Preface => new(Text, [.. Clauses.TakeWhile(clause => !clause.IsRequest && !clause.IsQuestion && !Onward.IsMatch(clause.Text))]);

    /// <summary>The clauses as a message of their own.</summary>
    public Utterance Alone => this with { Text = string.Join(". ", Clauses.Select(clause => clause.Text)) };

    /// <summary>Whether it ends a statement with a question that asks nothing, which is not among the clauses: "wasn't it".</summary>
    public bool IsTagged { get; init; }

    /// <summary>What is to be weighed as a whole: without such a question, and without what was doubted before and is no more.</summary>
    public Utterance Weighed
    {
        get
        {
            var left = Clauses.Where(clause => !UtteranceReader.IsPastDoubt(clause.Text)).ToList();
            return IsTagged || left.Count < Clauses.Count ? (this with { Clauses = left }).Alone : this;
        }
    }

    /// <summary>Whether it only greets, comes or goes, which judges nothing.</summary>
    public bool IsGreeting => IsCourtesy && Clauses.Any(clause => clause.Kind == ClauseKind.Greeting);

    /// <summary>Whether it only asks for a moment: what was asked before is still to be answered.</summary>
    public bool IsPause => Clauses.Any(clause => SignalPhrases.Pause.IsMatch(clause.Text)) &&
        Clauses.All(clause => clause.Kind is ClauseKind.Acknowledgement or ClauseKind.Affirmation || SignalPhrases.Pause.IsMatch(clause.Text));

    /// <summary>Whether the preface thanks or praises after a few words of its own.</summary>
    public bool IsPraisedInPassing
    {
        get
        {
            var praise = Clauses.ToList().FindIndex(clause => clause.Kind == ClauseKind.Feedback && !clause.IsState && clause.Verdict is Verdict.Pleased or Verdict.Worked);
            return praise is > 0 and <= 2 && praise < Preface.Clauses.Count;
        }
    }

    /// <summary>Whether nothing in it says something of its own: feedback, a "yes", an "ok".</summary>
    public bool IsReaction => Clauses.All(clause => clause.Kind != ClauseKind.Content);

    /// <summary>Whether it is made of greetings and nods alone.</summary>
    public bool IsCourtesy => Clauses.All(clause => clause.Kind is ClauseKind.Greeting or ClauseKind.Acknowledgement);

    /// <summary>Whether it asks for something to be done.</summary>
    public bool IsRequest => Clauses.Any(clause => clause.IsRequest);

    /// <summary>Whether it names a number or a code, or asks something, so that more than a remark was meant.</summary>
    public bool NamesDetails => Text.Any(char.IsDigit) || Clauses.Any(clause => clause.IsQuestion);

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

        if (verdicts.LastIndexOf(Verdict.Resigned) is var resigned and >= 0 && verdicts.LastIndexOf(Verdict.Worked) < resigned)
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
