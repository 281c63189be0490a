namespace MemOS.Time.Chinese;

/// <summary>Recognises Chinese time expressions.</summary>
internal static class ChineseRecognizer
{
    public static IReadOnlyList<TimeMention> Recognize(string text, DateTime reference) => [];
}
