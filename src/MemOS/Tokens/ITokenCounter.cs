namespace MemOS.Tokens;

/// <summary>Counts the tokens that a text costs a model. Implementations are safe for concurrent use and should err high, never low.</summary>
public interface ITokenCounter
{
    /// <summary>The tokens of a text; 0 for an empty one.</summary>
    int Count(ReadOnlySpan<char> text);
}
