namespace MemOS.Reading.Rules;

/// <summary>A sentence of a message.</summary>
/// <param name="Tokens">Its words and marks, without the one that ends it.</param>
/// <param name="Mark">The mark that ends it: '.', '!', '?', or a line's end.</param>
internal readonly record struct Sentence(Token[] Tokens, char Mark)
{
    /// <summary>The mark of words that only lead over to the next sentence, see <see cref="Leads"/>.</summary>
    public const char Lead = ':';

    public bool IsLead => Mark == Lead;

    public bool IsQuestion => Mark == '?';
}
