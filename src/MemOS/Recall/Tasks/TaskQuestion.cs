using System.Text.RegularExpressions;
using MemOS.Recall.Words;

namespace MemOS.Recall.Tasks;

/// <summary>Questions about how something was done: "how did we do it last time?", "上次是怎么处理的?".</summary>
internal static partial class TaskQuestion
{
    // Words of the question itself, which name no matter.
    private static readonly HashSet<string> Empty = [.. WordAnalyzer.Terms("how did we do it last time you that this the same way as before again like done handle handled solve solved fix fixed steps procedure remind me what was usually go about thing case")];

    /// <summary>Whether a text asks how something was done.</summary>
    public static bool IsAskedIn(string text) => English().IsMatch(text) || Unspaced().IsMatch(text);

    /// <summary>Whether it does not say what: the matter is what is spoken of already.</summary>
    public static bool IsVague(string text) =>
        IsAskedIn(text) && WordAnalyzer.Terms(Unspaced().Replace(text, " ")).All(term => term.Length == 1 || Empty.Contains(term));

    [GeneratedRegex("""
        \b(?:(?:how|what)\s+(?:exactly\s+|again\s+)?(?:did|do|have|had|would|was|were|is)\s+(?:we|you|i|it|that|this|the\s+last)\b|last\s+time\b|(?:as|like|the\s+way)\s+(?:we|you|i)\s+(?:did|do|usually|always)\b|
        same\s+(?:way|procedure|steps|thing|process)\s+as\b|(?:we|you|i)(?:['’]ve|\s+have)?\s+(?:ever\s+)?(?:done|handled|solved|fixed|dealt\s+with)\b.*\b(?:before|already|previously|earlier)\b|
        remind\s+me\s+(?:how|what)\b|how\s+(?:was|were)\s+.*\b(?:done|handled|solved|fixed|resolved)\b|the\s+(?:usual|previous|last)\s+(?:way|procedure|steps|run|attempt)\b)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex English();

    [GeneratedRegex("上(?:一)?[次回]|(?:之前|以前|先前)(?:是|都)?(?:怎么|如何)|(?:怎么|如何)(?:做|弄|处理|解决|搞|办|操作)(?:的|过)|(?:照|按)(?:旧|老)|老(?:样子|办法)|前回|この前", RegexOptions.CultureInvariant)]
    private static partial Regex Unspaced();
}
