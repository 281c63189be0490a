namespace MemOS.Reading.Rules;

/// <summary>A statement inside a sentence: its words, what it is about and its verb.</summary>
internal sealed record Clause
{
    /// <summary>The words from the first that matters; openers such as "well" are left out.</summary>
    public required Token[] Tokens { get; init; }

    public SubjectKind Subject { get; init; }

    /// <summary>First word of the subject; words before it tell when or why.</summary>
    public int SubjectStart { get; init; }

    /// <summary>The place after the subject's last word; equal to <see cref="SubjectStart"/> where the subject is left out.</summary>
    public int SubjectEnd { get; init; }

    /// <summary>The verb; <see langword="null"/> for a fragment.</summary>
    public VerbPhrase? Verb { get; init; }

    /// <summary>Whether the sentence ends in a question mark.</summary>
    public bool InQuestion { get; init; }

    /// <summary>Whether it is the last clause of its sentence.</summary>
    public bool IsLast { get; init; }

    /// <summary>Whether "yes" (1) or "no" (-1) stood before it.</summary>
    public int YesNo { get; init; }

    /// <summary>Whether it began with "actually", "sorry", "no" or another sign of a correction.</summary>
    public bool Corrects { get; init; }

    /// <summary>First character in the message.</summary>
    public int Start => Tokens[0].Start;

    /// <summary>The place after the last character in the message.</summary>
    public int End => Tokens[^1].End;

    /// <summary>The words after the main verb.</summary>
    public ReadOnlySpan<Token> Rest => Verb is null ? [] : Tokens.AsSpan(Verb.Main + 1);
}
