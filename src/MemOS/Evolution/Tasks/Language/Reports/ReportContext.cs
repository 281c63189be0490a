namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>What a report is about: the work that it follows.</summary>
/// <param name="Asked">What the user said and what the tools were given, as one text.</param>
/// <param name="Topics">The stems of what both sides said.</param>
/// <param name="Aims">The stems of what was to be done: bad words among them are no complaint.</param>
internal sealed record ReportContext(string Asked, IReadOnlySet<string> Topics, IReadOnlySet<string> Aims)
{
    /// <summary>What the assistant said of the work, as one text.</summary>
    public string Answered { get; private init; } = "";

    /// <summary>The context of the work in a span.</summary>
    public static ReportContext Of(TaskSpan span)
    {
        var arguments = span.Calls.SelectMany(call => Json.JsonValues.Leaves(call.Arguments)).Select(leaf => Json.JsonValues.Spoken(leaf.Value));
        var asked = string.Join('\n', span.Turns.Select(turn => turn.User.Text).Concat(arguments));
        var aims = span.Calls.SelectMany(call => call.Tool.Split('_', '-', '.', ' '))
            .Concat(span.Turns.SelectMany(turn => turn.User.Clauses).Where(clause => clause.IsRequest).Select(FirstWord))
            .Select(word => ReportWords.Stem(word.ToLowerInvariant())).ToHashSet(StringComparer.Ordinal);
        return new(asked, span.Topics, aims) { Answered = string.Join('\n', span.Turns.Select(turn => turn.Answer)) };
    }

    /// <summary>The context of work that is known only by what was asked for and what was answered.</summary>
    public static ReportContext Of(string asked, string answered)
    {
        var aims = UtteranceReader.Read(asked).Clauses.Where(clause => clause.IsRequest).Select(FirstWord)
            .Select(word => ReportWords.Stem(word.ToLowerInvariant())).ToHashSet(StringComparer.Ordinal);
        return new(asked, UtteranceReader.Topics(asked + "\n" + answered), aims) { Answered = answered };
    }

    private static string FirstWord(Clause clause) =>
        clause.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => SignalPhrases.Imperative.IsMatch(word)) ?? "";
}
