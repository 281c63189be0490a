using MemOS.Evolution.Tasks.Language.Reports;
using MemOS.Learning;

namespace MemOS.Evolution.Tasks.Language.Reactions;

/// <summary>Judges by learned weights what a message says of the work before it.</summary>
/// <remarks>Learned by <c>eng/judges</c> from examples written for this repository; the tables of phrases are among what it judges by. See docs/decisions/judges.md.</remarks>
internal static class ReactionJudge
{
    // Among the examples success is hardly commoner than failure, so that both are learned well; after real work it is some six times as common.
    private const double Contentment = 5;

    // How likely success must be by the words alone before that is counted in: success is never assumed.
    private const double Hint = 0.3;

    private static readonly Lazy<LinearModel> Model = new(static () => LinearModel.Embedded("MemOS.Evolution.Tasks.Language.Reactions.reactions.bin"));

    /// <summary>The likeliest reaction, and how likely it is, from 0 to 1.</summary>
    public static (Reaction Reaction, double Sure) Judge(Utterance user, ReportContext context)
    {
        if (user.Clauses.Count == 0)
        {
            return (Reaction.Unknown, 1);
        }

        var probabilities = Model.Value.Judge(ReactionFeatures.Of(user, context));
        // Where the phrases hear a complaint, how common contentment is counts no more.
        if (probabilities[(int)Reaction.Success] >= Hint && user.Judge(static _ => true) != Verdict.Negative)
        {
            probabilities[(int)Reaction.Success] *= Contentment;
        }

        var most = 0;
        for (var i = 1; i < probabilities.Length; i++)
        {
            most = probabilities[i] > probabilities[most] ? i : most;
        }

        return ((Reaction)most, probabilities[most] / probabilities.Sum());
    }
}
