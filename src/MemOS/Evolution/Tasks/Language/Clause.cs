namespace MemOS.Evolution.Tasks.Language;

/// <summary>A clause of a message.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsQuestion">Whether it asks.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Verdict">What it says about the work before; <see cref="Verdict.None"/> unless it is feedback.</param>
/// <param name="Topics">The content stems that are no words of judgement: what the feedback is about, when it says so.</param>
/// <param name="IsAnaphoric">Whether it speaks of "it", "that" or "still": of what is at hand.</param>
internal sealed record Clause(string Text, bool IsQuestion, ClauseKind Kind, Verdict Verdict, IReadOnlyCollection<string> Topics, bool IsAnaphoric)
{
    /// <summary>Whether the verdict is a report of how things are, which may as well describe what is to be done next.</summary>
    public bool IsState { get; init; }

    /// <summary>Whether the clause asks for something to be done.</summary>
    public bool IsRequest => Kind == ClauseKind.Content && (SignalPhrases.Request.IsMatch(Text) || SignalPhrases.Imperative.IsMatch(Text));
}
