namespace MemOS.Reading.Rules;

/// <summary>A word or mark of a message, with its place in the message's text.</summary>
/// <param name="Text">As it is printed in a record; a contraction's parts are spelled out.</param>
/// <param name="Lower">For comparison.</param>
/// <param name="Start">First character in the message.</param>
/// <param name="End">The place after the last character.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Spaced">Whether a blank goes before it.</param>
internal readonly record struct Token(string Text, string Lower, int Start, int End, TokenKind Kind, bool Spaced)
{
    public bool IsWord => Kind is TokenKind.Word or TokenKind.Number;

    public bool IsCapitalised => Kind == TokenKind.Word && Text.Length > 0 && char.IsUpper(Text[0]);

    public bool Is(string lower) => Lower == lower;

    /// <summary>The same token with another wording.</summary>
    public Token Reworded(string text) => this with { Text = text, Lower = text.ToLowerInvariant() };
}
