namespace MemOS.Time.English;

/// <summary>Tells "for the day." from "the day we met".</summary>
internal static class Clauses
{
    private static readonly string[] Openers = ["i", "we", "you", "he", "she", "they", "it", "my", "our", "his", "her", "their", "of", "that", "when", "where", "after", "before", "the", "a"];

    /// <summary>Whether what follows tells which day, week or year is meant, so that it is not the current one.</summary>
    public static bool Follow(Cursor c, int i)
    {
        var next = c[i];
        return next.Kind == TokenKind.Word && (next.Lexeme.Text.Length == 0 || c.IsAny(i, Openers) || next.Capital);
    }
}
