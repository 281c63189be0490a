using MemOS.Evidence;
using MemOS.Evolution.Sensitivity;
using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Traces;

namespace MemOS.Evolution.Tasks;

/// <summary>Writes a task out of a span: goal, title, steps, result and details, in the words of those who spoke.</summary>
internal static class TaskComposer
{
    private const int TitleLength = 60;
    private const int MaxDetails = 12;

    public static MemoryTask Compose(TaskSpan span, string? session, bool isOpen)
    {
        var items = span.Turns.SelectMany(turn => turn.Items).ToList();
        var calls = span.Calls.Select((call, order) => call with { Order = order }).ToList();
        var (outcome, reason) = OutcomeJudge.Judge(span);
        var goal = Goal(span);
        return new()
        {
            Session = session,
            Evidence = [.. items.Select(item => item.Id)],
            Goal = goal,
            Title = goal.Length <= TitleLength ? goal : string.Concat(goal.AsSpan(0, CutAt(goal)), "…"),
            Steps = [.. calls.Select(Describe)],
            Result = span.Turns.LastOrDefault(turn => turn.Answer.Length > 0 && (turn.Calls.Count > 0 || !span.HasCalls))?.Answer ?? "",
            KeyDetails = Details(span, calls),
            Outcome = outcome,
            OutcomeReason = span.IsJudgedByModel && outcome != TaskOutcome.Unknown ? $"{reason}, as a model judged" : reason,
            Statements = [.. items.Where(item => item.Content.Role == EvidenceRole.User).Select(item => new TaskStatement(item.Id, item.Position, item.Content.Text))],
            Calls = calls,
            Started = span.Turns[0].Started,
            Ended = span.LastTurn.Ended,
            IsOpen = isOpen,
        };
    }

    // The request without the thanks for the task before.
    private static string Goal(TaskSpan span)
    {
        foreach (var turn in span.Turns)
        {
            var content = turn.User.Clauses.SkipWhile(clause => clause.Kind != ClauseKind.Content).ToList();
            if (content.Count > 0)
            {
                var start = turn.User.Text.IndexOf(content[0].Text, StringComparison.Ordinal);
                return (start < 0 ? turn.User.Text : turn.User.Text[start..]).Trim();
            }
        }

        return span.Turns[0].User.Text.Trim();
    }

    private static int CutAt(string goal) => goal.LastIndexOf(' ', TitleLength) is > TitleLength / 2 and var blank ? blank : TextHead.Length(goal, TitleLength);

    /// <summary>A call on one line, secrets masked.</summary>
    public static string Describe(TaskCall call) =>
        $"{call.Tool}({string.Join(", ", JsonValues.Leaves(call.Arguments).Select(leaf => $"{leaf.Pointer.TrimStart('/')}: {Shown(leaf.Pointer, leaf.Value)}"))})" +
        (call.IsFailed ? $" failed: {call.Error}" : "");

    private static string Shown(string pointer, System.Text.Json.JsonElement value) =>
        SensitiveValues.IsSecret(pointer, value) ? "•••" : JsonValues.Spoken(value);

    private static List<string> Details(TaskSpan span, List<TaskCall> calls) =>
    [
        .. calls.SelectMany(call => JsonValues.Leaves(call.Arguments))
            .Where(leaf => !SensitiveValues.IsSecret(leaf.Pointer, leaf.Value) && span.Turns.Any(turn => Verbatim.Contains(turn.User.Text, JsonValues.Spoken(leaf.Value))))
            .Select(leaf => $"{JsonPointer.LastName(leaf.Pointer)}: {JsonValues.Spoken(leaf.Value)}")
            .Distinct(StringComparer.Ordinal)
            .Take(MaxDetails),
    ];
}
