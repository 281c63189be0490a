namespace MemOS.Time.English;

internal enum TokenKind
{
    End,
    Word,
    Number,
    Symbol,
}
