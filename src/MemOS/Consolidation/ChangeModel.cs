using MemOS.Learning;
using MemOS.Reading;

namespace MemOS.Consolidation;

/// <summary>Judges by learned weights whether a later statement makes an earlier one untrue, where no rule says so.</summary>
/// <remarks>Learned by <c>eng/judges</c> from conversations written for this repository, which say what stays true. See docs/decisions/change-judge.md.</remarks>
internal static class ChangeModel
{
    /// <summary>How sure the judge must be: a true statement that is taken for untrue costs more than an untrue one that is kept beside the true one.</summary>
    public const double Least = 0.6;

    private static readonly Lazy<LinearModel> Model = new(static () => LinearModel.Embedded("MemOS.Consolidation.changes.bin"));

    /// <summary>How likely the later statement makes the earlier one untrue, from 0 to 1.</summary>
    public static double Judge(HeldStatement later, HeldStatement earlier) => Model.Value.Judge(ChangeFeatures.Of(later, earlier))[1];

    /// <summary>Whether a pair is one to judge: of one owner, and the earlier not a thing that happened and stays so.</summary>
    public static bool MayJudge(HeldStatement later, HeldStatement earlier) =>
        later.Content.Kind != MemoryKind.Instruction == (earlier.Content.Kind != MemoryKind.Instruction) &&
        (SlotComparison.SameSubject(later.Content, earlier.Content) || SlotComparison.IsPartOf(later.Content, earlier.Content) || SlotComparison.OwnerOf(later.Content.Subject).Equals(SlotComparison.OwnerOf(earlier.Content.Subject), StringComparison.OrdinalIgnoreCase)) &&
        !(earlier.Content.Kind == MemoryKind.Event && earlier.Content.EventTime is { } time && time.End < earlier.ValidFrom.DateTime);
}
