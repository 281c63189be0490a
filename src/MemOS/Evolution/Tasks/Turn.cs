using MemOS.Evidence;
using MemOS.Evolution.Tasks.Language;

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

    /// <summary>Turns as one: what was said in all of them, and called in any.</summary>
    public static Turn Joined(IReadOnlyList<Turn> turns) => new()
    {
        Items = [.. turns.SelectMany(turn => turn.Items)],
        Calls = [.. turns.SelectMany(turn => turn.Calls)],
        User = UtteranceReader.Read(string.Join('\n', turns.Select(turn => turn.User.Text))),
        Answer = turns[^1].Answer,
        Topics = [.. turns.SelectMany(turn => turn.Topics)],
    };

    public bool HasUser => Items[0].Content.Role == EvidenceRole.User;

    public DateTimeOffset Started => Items[0].Content.Time;

    public DateTimeOffset Ended => Items[^1].Content.Time;

    /// <summary>Whether the user must speak next for the work to go on: a question was asked, or nothing was answered at all.</summary>
    public bool IsWaiting => Answer.Length == 0 ? Calls.Count == 0 && !User.IsReaction : AnswerReader.IsWaiting(Answer);
}
