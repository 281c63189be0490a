namespace MemOS.Time.English;

/// <summary>A word, a run of digits or a symbol of the text.</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind, Lexeme Lexeme, int Number = -1, int Digits = 0, char Symbol = '\0')
{
    /// <summary>Whether nothing stands between this token and the one before it.</summary>
    public bool Glued { get; init; }

    /// <summary>Whether the word begins with a capital letter.</summary>
    public bool Capital { get; init; }

    /// <summary>Whether digits carry an ordinal ending: "4th".</summary>
    public bool Ordinal { get; init; }
}
