namespace MemOS.Reading.Rules;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Punctuation,
    LineBreak,
}
