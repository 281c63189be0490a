using System.Text.Json;
using System.Text.RegularExpressions;
using MemOS.Evolution.Json;
using MemOS.Evolution.Sensitivity;
using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Skills;

/// <summary>What a failed run teaches, in one line that can stand in a prompt.</summary>
internal static partial class SkillLesson
{
    private const int Longest = 160;
    private const int MostRead = 4 * Longest;
    private const int MostPitfalls = 5;

    /// <summary>The lesson of a run; <see langword="null"/> for a success with nothing to note. Values of the run are left out: a lesson is for every later call.</summary>
    public static string? Of(SkillReport report)
    {
        if (report.Status == SkillRunStatus.Completed)
        {
            return report.Note is { } note ? Line(note) : null;
        }

        var values = report.Done.Select(call => call.Arguments).Append(report.LastArguments).OfType<JsonElement>();
        var done = report.Done.Count == 0 ? "nothing was done" : $"{report.Done.Count} of {report.Done.Count + report.NotDone.Count} calls were done";
        return $"{Line(report.Error ?? "stopped", values)} ({done})";
    }

    /// <summary>What went wrong in tasks of one kind, each once: calls that failed, and what the user said of it.</summary>
    public static IReadOnlyList<string> OfTasks(IReadOnlyList<MemoryTask> tasks)
    {
        var failed = tasks.SelectMany(task => task.Calls).Where(call => call.IsFailed).Select(call => $"{call.Tool} failed: {Line(call.Error!, [call.Arguments])}");
        var complaints = tasks.Where(task => task.Outcome == TaskOutcome.Failure && !task.Calls.Any(call => call.IsFailed) && task.Statements.Count > 1)
            .Select(task => $"It was done, and the user said: {OfComplaint(task)}");
        return [.. failed.Concat(complaints).Distinct(StringComparer.Ordinal).Take(MostPitfalls)];
    }

    /// <summary>What went wrong in a task that was done without any tool.</summary>
    public static IEnumerable<string> OfAdvice(MemoryTask task) =>
        task.Outcome == TaskOutcome.Failure && task.Statements.Count > 1 ? [$"It was advised, and the user said: {Line(task.Statements[^1].Text)}"] : [];

    /// <summary>What the user said of a task at last, without the values of its calls.</summary>
    public static string OfComplaint(MemoryTask task) => Line(task.Statements[^1].Text, task.Calls.Select(call => call.Arguments));

    /// <summary>A text as one line without what may be somebody's: secrets, numbers, addresses, quoted words, names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="arguments">Arguments of the calls that it is about: their texts are left out too, however they are written.</param>
    public static string Line(string text, IEnumerable<JsonElement>? arguments = null)
    {
        var known = (arguments ?? []).SelectMany(given => JsonValues.Leaves(given)).Select(leaf => JsonValues.Spoken(leaf.Value))
            .Where(value => value.Length > 1 && value is not ("true" or "false" or "null")).Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length);
        var bare = known.Aggregate(TextHead.Of(text, MostRead).ReplaceLineEndings(" "), WithoutValue);
        var line = Values().Replace(SecretTexts.Said().Replace(bare, "$1…"), "…");
        return TextHead.Of(line, Longest, "…");
    }

    /// <summary>The words of a text that are written as names are: with a capital, within a sentence.</summary>
    public static IEnumerable<string> NamesOf(string text) => Names().Matches(text).Select(match => match.Value);

    /// <summary>What may be somebody's among the words of a text that others are to read: names, and what has digits or is an address.</summary>
    public static IEnumerable<string> PrivateWordsOf(string text) => Private().Matches(text).Select(match => match.Value).Concat(NamesOf(text));

    /// <summary>The text without its <see cref="PrivateWordsOf"/>.</summary>
    public static string WithoutPrivateWords(string text) => Gaps().Replace(Private().Replace(Names().Replace(text, "…"), "…"), "…");

    // As a word of its own; of Chinese, Japanese and Korean, which have no blanks, wherever it stands.
    private static string WithoutValue(string text, string value)
    {
        for (var at = text.IndexOf(value, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + value.Length;
            if (!IsInsideWord(text, at) && !IsInsideWord(text, end))
            {
                text = string.Concat(text.AsSpan(0, at), "…", text.AsSpan(end));
            }
        }

        return text;
    }

    private static bool IsInsideWord(string text, int place) =>
        place > 0 && place < text.Length && IsLetter(text[place - 1]) && IsLetter(text[place]);

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) && c < '\u2E80';

    [GeneratedRegex(@"(?<=[^\s.!?]\s+[\p{Ps}\p{Pi}'""]?)\p{Lu}(?:['’]\p{Lu})?\p{L}*\p{Ll}[\p{L}\p{M}'’-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"(?<![^\s,])[^\s,\d]*\d[^\s,]*|(?<![^\s,])[^\s,@]+@[^\s,]+", RegexOptions.CultureInvariant)]
    private static partial Regex Private();

    [GeneratedRegex(@"…(?:,? …)+", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex("""(?<=['"“])[^'"“”]*(?=['"”])|(?<!\S)[^\s\d]*\d\S*|(?<!\S)[^\s@]+@\S+|(?<=\p{Ll}[,;]? )\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+)*|(?<=: )\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)+|(?<=客户|用户|患者|员工|会员|学生|联系人|收件人|收货人)(?:""" + PersonForm.FamilyNames + """)[\u4E00-\u9FFF]{1,2}""", RegexOptions.CultureInvariant)]
    private static partial Regex Values();
}
