using MemOS.Evolution.Tasks.Language.Reports;
using MemOS.Learning;

namespace MemOS.Evolution.Tasks.Language.Reactions;

/// <summary>Judges by learned weights what a message says of the work before it.</summary>
/// <remarks>Learned by <c>eng/judges</c> from examples written for this repository; the tables of phrases are among what it judges by. See docs/decisions/judges.md.</remarks>
internal static class ReactionJudge
{
    // Among the examples there are as many complaints as praise, so that both are learned well, and most are hard to tell. After real
    // work success is commoner, and how much so depends on what the tables of phrases hear: of the good news that they hear in messages
    // that nobody wrote them for, one in fifty is none; of that among the examples, three in ten.
    // The rows: what the phrases hear in all (bad news twice, bad, nothing or both, good, good twice); how much likelier success is then
    // than among the examples; and how much likelier that something else is spoken of, which sounds like good news more often than
    // like a complaint.
    private static readonly (double Success, double Other)[] Common = [(0.2, 1), (1, 1), (5, 3), (20, 12), (20, 1)];

    // How likely success must be by the words before its being common is counted in: success is never assumed.
    private const double Hint = 0.15;

    // The weights are surer than they are right: of judgements on messages held out that called themselves .98 sure, .89 were right.
    // The power to which the likelihoods have to be raised for the two to agree; measured on examples held out.
    private const double Doubt = 2.0 / 3;

    private static readonly Lazy<LinearModel> Model = new(static () => LinearModel.Embedded("MemOS.Evolution.Tasks.Language.Reactions.reactions.bin"));

    /// <summary>The likeliest reaction, and how likely it is, from 0 to 1.</summary>
    public static (Reaction Reaction, double Sure) Judge(Utterance user, ReportContext context)
    {
        if (user.Clauses.Count == 0)
        {
            return (Reaction.Unknown, 1);
        }

        if (context.Judged is not { } known || !ReferenceEquals(known.User, user))
        {
            var (reaction, sure) = Weigh(user, context);
            context.Judged = known = (user, reaction, sure);
        }

        return (known.Reaction, known.Sure);
    }

    private static (Reaction Reaction, double Sure) Weigh(Utterance user, ReportContext context)
    {
        var probabilities = Doubted(Model.Value.Judge(ReactionFeatures.Of(user, context)));
        var common = Common[2 + Tone(user.Judge(static _ => true)) + Tone(ReportReader.Read(user, context))];
        probabilities[(int)Reaction.Success] *= common.Success <= 1 || probabilities[(int)Reaction.Success] >= Hint ? common.Success : 1;
        probabilities[(int)Reaction.Other] *= common.Other;
        var most = 0;
        for (var i = 1; i < probabilities.Length; i++)
        {
            most = probabilities[i] > probabilities[most] ? i : most;
        }

        return ((Reaction)most, probabilities[most] / probabilities.Sum());
    }

    private static double[] Doubted(double[] probabilities)
    {
        var raised = Array.ConvertAll(probabilities, static probability => Math.Pow(probability, Doubt));
        var sum = raised.Sum();
        return Array.ConvertAll(raised, probability => probability / sum);
    }

    private static int Tone(Verdict heard) => heard switch
    {
        Verdict.Worked or Verdict.Pleased => 1,
        Verdict.Negative or Verdict.Resigned or Verdict.Dropped => -1,
        _ => 0,
    };
}
