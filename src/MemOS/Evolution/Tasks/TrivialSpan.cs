using MemOS.Evolution.Tasks.Language;

namespace MemOS.Evolution.Tasks;

/// <summary>Spans from which there is nothing to learn.</summary>
internal static class TrivialSpan
{
    /// <summary>Why a span is no task; <see langword="null"/> when it is one.</summary>
    public static string? Reason(TaskSpan span)
    {
        if (span.HasCalls)
        {
            return null;
        }

        if (!span.Turns.Exists(turn => turn.HasUser))
        {
            return "nobody asked for anything";
        }

        if (span.Turns.TrueForAll(turn => turn.User.IsReaction))
        {
            return "greetings and courtesies";
        }

        // Advice that was tried and judged is worth keeping; a question and its answer are recalled as what they are.
        var isWorkedOut = span.Turns.Count > 1 && span.Turns.Exists(turn => turn.User.IsRequest) &&
            span.Verdicts.Exists(said => said.Verdict is Verdict.Worked or Verdict.Negative);
        return isWorkedOut ? null
            : span.Turns.Exists(turn => turn.User.IsRequest) ? "a request that was answered, or dropped, without any tool"
            : "small talk, or a question that was answered without any tool";
    }
}
