namespace MemOS.Reading.Rules;

/// <summary>How the clauses of one sentence hang together: what only goes on, what follows from a change, and what tells when a put-off thing will be.</summary>
internal static class ClauseJoints
{
    private const int LongestRemark = 14;

    /// <summary>"…, and it was so powerful": a remark on what was just told, which belongs to it. A price ("…, it's $1,450 now") may change without the rest.</summary>
    public static bool Continues(Clause clause, Sentence sentence) =>
        clause.Subject is SubjectKind.ThingPronoun or SubjectKind.PersonPronoun && clause.Verb is { Modal: "" or "can" or "could" } && !sentence.IsQuestion &&
        clause.Tokens[0].Lower is "it" or "that" or "this" or "they" or "these" && clause.Rest is not [{ Text: ['$' or '€' or '£', ..] }, ..] && clause.Tokens.Length <= LongestRemark && !TokenSpans.Contains(clause.Tokens, "you") && !TokenSpans.Contains(clause.Tokens, "if");

    /// <summary>"They've axed the number 9, so I cycle in": what follows from a change is one.</summary>
    public static bool Follows(Token[] tokens, Token[] before, IReadOnlyList<string> names, MessageTimes times) =>
        tokens[0].Lower == "so" && ClauseAnalyzer.Analyze(before, false, false, names) is { Verb: { } verb } cause && (ChangeReader.Ends(cause, verb, times) is not null || (verb.Tense == Tense.Past && ChangeReader.IsChange(cause, verb)));

    /// <summary>"Oslo got pushed, I'm flying out on the 19th now": the day is that of what was put off; both as one statement, <see langword="null"/> where they are not of one thing.</summary>
    /// <param name="putOff">What was told first.</param>
    /// <param name="anew">What was told behind it.</param>
    public static RecordDraft? PutOff(RecordDraft putOff, RecordDraft anew) =>
        putOff.EventTime is null && anew.EventTime is not null && anew.Slot?.StartsWith("likes", StringComparison.Ordinal) != true && putOff.Sources[0] == anew.Sources[0] && PutOffSigns.Any(sign => putOff.Text.TrimEnd('.').EndsWith(sign, StringComparison.Ordinal)) && anew.Text.Contains(" now", StringComparison.Ordinal)
            // "The appointment got moved, it's Friday now": of one thing the day is told by itself.
            ? anew.Text.StartsWith("The ", StringComparison.Ordinal) && putOff.Text.StartsWith(anew.Text[..(anew.Text.IndexOf(' ', 4) + 1)], StringComparison.Ordinal) ? anew with { Subject = putOff.Subject, Ends = anew.Ends ?? putOff.Ends, IsChange = true }
            : anew with { Text = $"{putOff.Text.TrimEnd('.')}, {anew.Text}", Entities = [.. anew.Entities.Union(putOff.Entities)], Ends = anew.Ends ?? putOff.Ends, IsChange = true } : null;

    private static readonly string[] PutOffSigns = [" got pushed", " got moved", " got postponed", " got delayed", " got shifted", " was pushed", " was moved", " was postponed", " was delayed", " has moved", " has slipped", " slipped", " has been moved", " has been pushed", " has been postponed", " got pushed back", " was pushed back", " has been pushed back"];

    /// <summary>"Not peanuts, I'm allergic to cashews": what the clause before says is wrong; <see langword="null"/> where it is no such clause.</summary>
    public static string? Denied(Token[] before)
    {
        const int Longest = 3;
        var not = Array.FindIndex(before, static token => token.IsWord && !English.Discourse.IsOpener(token.Lower));
        return not >= 0 && before[not].Lower == "not" && before.Length - not - 1 is > 0 and <= Longest && Array.TrueForAll(before[(not + 1)..], static token => token.IsWord && !English.WordLists.Empty.Contains(token.Lower) && !English.Verbs.IsFinite(token.Lower) && !English.Verbs.IsGerund(token.Lower) && !VerbPhrase.IsAdverb(token.Lower)) ? string.Join(' ', before[(not + 1)..].Select(static token => token.Lower)) : null;
    }

    /// <summary>The words without the marks and joining words at their end.</summary>
    public static Token[] WithoutEnd(Token[] tokens)
    {
        var end = tokens.Length;
        while (end > 1 && (!tokens[end - 1].IsWord || tokens[end - 1].Lower is "so" or "and" or "but"))
        {
            end--;
        }

        return tokens[..end];
    }

    /// <summary>A statement as it goes on within a sentence.</summary>
    public static string LowerFirst(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
