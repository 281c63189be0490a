namespace MemOS.Time.English;

/// <summary>The tokens of a text and the reference time: what every production reads.</summary>
internal sealed class Cursor
{
    private readonly string text;
    private readonly Token[] tokens;

    public Cursor(string text, List<Token> tokens, DateTime reference)
    {
        this.text = text;
        this.tokens = [.. tokens, new(0, 0, TokenKind.End, Lexeme.Unknown)];
        Count = tokens.Count;
        Reference = reference;
        Days = new(Count);
        Periods = new(Count);
        Moments = new(Count);
    }

    public int Count { get; }

    /// <summary>Days already parsed, by token: several productions ask for the same one.</summary>
    public MatchCache Days { get; }

    public MatchCache Periods { get; }

    public MatchCache Moments { get; }

    public DateTime Reference { get; }

    public DateTime Today => Reference.Date;

    /// <summary>A token; outside of the text one of kind <see cref="TokenKind.End"/>.</summary>
    public ref readonly Token this[int index] => ref tokens[(uint)index < (uint)Count ? index : Count];

    /// <summary>The characters of a token.</summary>
    public string TextOf(int index) => text[this[index].Start..this[index].End];

    public Lexeme Word(int index) => this[index].Lexeme;

    public bool Is(int index, string word) => string.Equals(this[index].Lexeme.Text, word, StringComparison.Ordinal);

    public bool IsAny(int index, params ReadOnlySpan<string> words)
    {
        var text = this[index].Lexeme.Text;
        return text.Length > 0 && words.Contains(text);
    }

    public bool IsSymbol(int index, char symbol) => this[index].Symbol == symbol;

    /// <summary>The index after a word when it stands there, and the same index otherwise.</summary>
    public int Skip(int index, params ReadOnlySpan<string> words) => IsAny(index, words) ? index + 1 : index;

    public int SkipSymbol(int index, char symbol) => IsSymbol(index, symbol) ? index + 1 : index;

    /// <summary>Skips a possessive ending: "year's", "workers'".</summary>
    public int SkipPossessive(int index)
    {
        if (!IsSymbol(index, '\'') || !this[index].Glued)
        {
            return index;
        }

        return this[index + 1] is { Glued: true, Kind: TokenKind.Word } ending && ending.End - ending.Start == 1 ? index + 2 : index + 1;
    }

    /// <summary>Whether the words stand there one after the other.</summary>
    public bool Are(int index, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Is(index + i, words[i]))
            {
                return false;
            }
        }

        return true;
    }
}
