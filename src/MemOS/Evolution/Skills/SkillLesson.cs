using System.Text.RegularExpressions;
using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Skills;

/// <summary>What a failed run teaches, in one line that can stand in a prompt.</summary>
internal static partial class SkillLesson
{
    private const int Longest = 160;
    private const int MostPitfalls = 5;

    /// <summary>The lesson of a run; <see langword="null"/> for a success with nothing to note. Values of the run are left out: a lesson is for every later call.</summary>
    public static string? Of(SkillReport report)
    {
        if (report.Status == SkillRunStatus.Completed)
        {
            return report.Note is { } note ? Line(note) : null;
        }

        var done = report.Done.Count == 0 ? "nothing was done" : $"{report.Done.Count} of {report.Done.Count + report.NotDone.Count} calls were done";
        return $"{Line(report.Error ?? "stopped")} ({done})";
    }

    /// <summary>What went wrong in tasks of one kind, each once: calls that failed, and what the user said of it.</summary>
    public static IReadOnlyList<string> OfTasks(IReadOnlyList<MemoryTask> tasks)
    {
        var failed = tasks.SelectMany(task => task.Calls).Where(call => call.IsFailed).Select(call => $"{call.Tool} failed: {Line(call.Error!)}");
        var complaints = tasks.Where(task => task.Outcome == TaskOutcome.Failure && !task.Calls.Any(call => call.IsFailed) && task.Statements.Count > 1)
            .Select(task => $"It was done, and the user said: {Line(task.Statements[^1].Text)}");
        return [.. failed.Concat(complaints).Distinct(StringComparer.Ordinal).Take(MostPitfalls)];
    }

    /// <summary>What went wrong in a task that was done without any tool.</summary>
    public static IEnumerable<string> OfAdvice(MemoryTask task) =>
        task.Outcome == TaskOutcome.Failure && task.Statements.Count > 1 ? [$"It was advised, and the user said: {Line(task.Statements[^1].Text)}"] : [];

    /// <summary>A text as one line without what may be somebody's: secrets, numbers, addresses, quoted words, names.</summary>
    public static string Line(string text)
    {
        var line = Values().Replace(Secrets().Replace(text.ReplaceLineEndings(" "), "$1…"), "…");
        return line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    /// <summary>The words of a text that are written as names are: with a capital, within a sentence.</summary>
    public static IEnumerable<string> NamesOf(string text) => Names().Matches(text).Select(match => match.Value);

    /// <summary>What may be somebody's among the words of a text that others are to read: names, and what has digits or is an address.</summary>
    public static IEnumerable<string> PrivateWordsOf(string text) => Private().Matches(text).Select(match => match.Value).Concat(NamesOf(text));

    /// <summary>The text without its <see cref="PrivateWordsOf"/>.</summary>
    public static string WithoutPrivateWords(string text) => Gaps().Replace(Private().Replace(Names().Replace(text, "…"), "…"), "…");

    [GeneratedRegex(@"(?<=[^\s.!?]\s+[\p{Ps}\p{Pi}'""]?)\p{Lu}(?:['’]\p{Lu})?\p{L}*\p{Ll}[\p{L}\p{M}'’-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"[^\s,]*\d[^\s,]*|[^\s,]+@[^\s,]+", RegexOptions.CultureInvariant)]
    private static partial Regex Private();

    // "my token is opensesame", "…and the password swordfish.", 密码是芝麻开门: the word after says nothing that a lesson needs.
    [GeneratedRegex(
        @"((?i:\b(?:password|passphrase|passcode|passwd|pwd|pin(?: code)?|token|secret|(?:api |access |private |licen[cs]e )key)s?\b)(?:\s*[=:]\s*|\s+(?:is|was|are|to)\s+(?:now |still |always )?)" +
        @"|(?i:\b(?:password|passphrase|passcode|pin|token)\s+)(?!(?i:now|again|here|there|first|today|later|twice|reset|manager|field|page|prompt|change|policy|box|instead|itself|too|back|below|above|expired|works|worked|fails|failed)\b)(?=[^\s,.;!?]+(?:[,.;!?]|$))" +
        @"|(?:密码|口令|验证码|密钥|令牌)(?:是|为|:|：)\s*)[^\s,.;!?，。；！？]+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Secrets();

    [GeneratedRegex(@"…(?:,? …)+", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex("""(?<=['"“])[^'"“”]*(?=['"”])|\S*\d\S*|\S+@\S+|(?<=\p{Ll}[,;]? )\p{Lu}\p{Ll}+""", RegexOptions.CultureInvariant)]
    private static partial Regex Values();
}
