using MemOS.Evolution.Tasks.Language.Reactions;

namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>What a report is about: the work that it follows.</summary>
/// <param name="Asked">What the user said and what the tools were given, turn by turn.</param>
/// <param name="Topics">The stems of what both sides said.</param>
/// <param name="Aims">The stems of what was to be done: bad words among them are no complaint.</param>
internal sealed record ReportContext(IReadOnlyList<ContrastText> Asked, IReadOnlySet<string> Topics, IReadOnlySet<string> Aims)
{
    /// <summary>What the assistant said of the work, turn by turn.</summary>
    public IReadOnlyList<ContrastText> Answered { get; private init; } = [];

    /// <summary>The message that was judged last in this context, and as what: several rules ask for it.</summary>
    public (Utterance User, Reaction Reaction, double Sure)? Judged { get; set; }

    /// <summary>The context of the work in a span.</summary>
    public static ReportContext Of(TaskSpan span) =>
        new([.. span.Turns.Select(turn => turn.Asked)], span.Topics, span.Turns.SelectMany(turn => turn.Aims).ToHashSet(StringComparer.Ordinal))
        {
            Answered = [.. span.Turns.Select(turn => turn.Answered)],
        };

    /// <summary>The context of work that is known only by what was asked for and what was answered.</summary>
    public static ReportContext Of(string asked, string answered) =>
        new([new(asked)], UtteranceReader.Topics(asked + "\n" + answered), AimsOf(UtteranceReader.Read(asked), [])) { Answered = [new(answered)] };

    /// <summary>Whether a word stands in what was asked for.</summary>
    public bool Asks(string word) => Asked.Any(text => text.Said.Contains(word, StringComparison.Ordinal));

    /// <summary>The stems of what a message asks to be done, and of the tools that do it.</summary>
    public static HashSet<string> AimsOf(Utterance user, IEnumerable<string> tools) =>
        tools.SelectMany(tool => tool.Split('_', '-', '.', ' ')).Concat(user.Clauses.Where(clause => clause.IsRequest).Select(FirstWord))
            .Select(word => ReportWords.Stem(word.ToLowerInvariant())).ToHashSet(StringComparer.Ordinal);

    private static string FirstWord(Clause clause) =>
        clause.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => SignalPhrases.Imperative.IsMatch(word)) ?? "";
}
