namespace MemOS;

/// <summary>The beginning of a text that is too long, without half of a surrogate pair at its end.</summary>
internal static class TextHead
{
    /// <summary>The text, or its first characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most characters.</param>
    /// <param name="ending">Put after a text that was cut; not counted. Default: nothing.</param>
    public static string Of(string text, int most, string ending = "") =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, Length(text, most)), ending);

    /// <summary>How many characters of the text that is.</summary>
    public static int Length(ReadOnlySpan<char> text, int most) =>
        text.Length <= most ? text.Length : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
}
