using MemOS.Evidence;
using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Tasks.Language.Reports;

namespace MemOS.Evolution.Tasks;

/// <summary>A user message with all that follows until the next one.</summary>
internal sealed class Turn
{
    public required IReadOnlyList<EvidenceItem> Items { get; init; }

    public required IReadOnlyList<TaskCall> Calls { get; init; }

    public required Utterance User { get; init; }

    /// <summary>The assistant's last words of the turn.</summary>
    public required string Answer { get; init; }

    /// <summary>The stems of what both said.</summary>
    public required HashSet<string> Topics { get; init; }

    /// <summary>What the user said and what the tools were given, for reports to be held against.</summary>
    public ContrastText Asked => field ??= new(string.Join('\n', Calls.SelectMany(call => JsonValues.Leaves(call.Arguments)).Select(leaf => JsonValues.Spoken(leaf.Value)).Prepend(User.Text)));

    /// <summary>What the assistant said, for reports to be held against.</summary>
    public ContrastText Answered => field ??= new(Answer);

    /// <summary>The stems of what was to be done.</summary>
    public IReadOnlySet<string> Aims => field ??= ReportContext.AimsOf(User, Calls.Select(call => call.Tool));

    /// <summary>Turns as one: what was said in all of them, and called in any.</summary>
    public static Turn Joined(IReadOnlyList<Turn> turns) => new()
    {
        Items = [.. turns.SelectMany(turn => turn.Items)],
        Calls = [.. turns.SelectMany(turn => turn.Calls)],
        User = UtteranceReader.Read(string.Join('\n', turns.Select(turn => turn.User.Text))),
        Answer = turns[^1].Answer,
        Topics = [.. turns.SelectMany(turn => turn.Topics)],
    };

    /// <summary>Whether the user only asks for a moment.</summary>
    public bool IsPause => Calls.Count == 0 && User.IsPause;

    public bool HasUser => Items[0].Content.Role == EvidenceRole.User;

    public DateTimeOffset Started => Items[0].Content.Time;

    public DateTimeOffset Ended => Items[^1].Content.Time;

    /// <summary>Whether the user must speak next for the work to go on: a question was asked, or nothing was answered at all.</summary>
    public bool IsWaiting => Answer.Length == 0 ? Calls.Count == 0 && !User.IsReaction : AnswerReader.IsWaiting(Answer);
}
