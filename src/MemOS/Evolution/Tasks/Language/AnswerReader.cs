using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language;

/// <summary>What an assistant's answer waits for.</summary>
internal static partial class AnswerReader
{
    /// <summary>Whether the answer asks for something that the work needs, rather than offering further help.</summary>
    public static bool IsWaiting(string answer) => LastSentence(answer) is { Length: > 0 } last &&
        (last.EndsWith('?') || last.EndsWith('\uFF1F') || SignalPhrases.Asking.IsMatch(last)) &&
        !SignalPhrases.ClosingQuestion.IsMatch(last) && !SignalPhrases.VerdictQuestion.IsMatch(last);

    /// <summary>Whether the answer ends by asking if that was it.</summary>
    public static bool IsAskingForVerdict(string answer) => SignalPhrases.VerdictQuestion.IsMatch(LastSentence(answer));

    /// <summary>Whether the answer asks anything at all, if only whether there is more to do.</summary>
    public static bool IsAsking(string answer) => answer.AsSpan().ContainsAny('?', '\uFF1F') || SignalPhrases.Asking.IsMatch(answer) || SignalPhrases.ClosingQuestion.IsMatch(answer);

    /// <summary>Whether the answer takes thanks or shares the joy: who answered understood the message before as praise.</summary>
    public static bool TakesThanks(string answer) => SignalPhrases.ThanksTaken.IsMatch(Head(answer)) && !TakesBlame(answer) && !IsWaiting(answer);

    /// <summary>Whether it does so in words that only thanks draw: "you're welcome", 不客气.</summary>
    public static bool TakesPlainThanks(string answer) => SignalPhrases.PlainThanksTaken.IsMatch(Head(answer));

    /// <summary>Whether the answer begins with an apology: who answered understood the message before as a complaint.</summary>
    public static bool TakesBlame(string answer) => SignalPhrases.BlameTaken.IsMatch(Head(answer));

    /// <summary>Whether the answer begins by admitting a fault of the assistant's own, which no thanks draw.</summary>
    public static bool AdmitsFault(string answer) => SignalPhrases.FaultAdmitted.IsMatch(Head(answer));

    // Thanks and blame are taken at once; what comes far behind is about something else.
    private static string Head(string answer) => answer.Length > LongestHead ? answer[..LongestHead] : answer;

    private const int LongestHead = 240;

    private static string LastSentence(string answer) =>
        Sentence().Matches(answer.Trim()).LastOrDefault(match => match.Value.Trim().Length > 0)?.Value.Trim() ?? "";

    [GeneratedRegex(@"(?:[^.!?\u3002\uFF01\uFF1F\n]|[.](?=\S))+[.!?\u3002\uFF01\uFF1F]*", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
