using System.Numerics.Tensors;
using MemOS.Recall.Lexicon;

namespace MemOS.Consolidation;

/// <summary>What the words of a statement mean, by the lexicon: made once for a statement that is compared with many.</summary>
internal sealed class StatementMeaning
{
    private readonly TextProfile profile;
    private readonly int[] core;

    private StatementMeaning(TextProfile profile, int[] core)
    {
        this.profile = profile;
        this.core = core;
    }

    public static StatementMeaning Of(StatementStems stems) => new(
        TextProfile.Of(WordLexicon.Default, [.. stems.Stems]),
        [.. stems.Core.Select(static stem => WordLexicon.Default.IndexOf(stem)).Where(static number => number >= 0)]);

    /// <summary>How near two statements are as wholes, and by the domains of life that they are about.</summary>
    public (float Meaning, float Domain) Likeness(StatementMeaning other) =>
        (TensorPrimitives.Dot(profile.Vector.Span, other.profile.Vector.Span), TensorPrimitives.Dot(profile.Domains.Span, other.profile.Domains.Span));

    /// <summary>How near the nearest two words are that are not one word, one of each statement.</summary>
    public float BestPartner(StatementMeaning other)
    {
        var lexicon = WordLexicon.Default;
        var best = 0f;
        foreach (var mine in core)
        {
            if (Array.IndexOf(other.core, mine) >= 0)
            {
                continue;
            }

            foreach (var theirs in other.core)
            {
                if (Array.IndexOf(core, theirs) < 0)
                {
                    best = Math.Max(best, lexicon.Similarity(mine, theirs) * MathF.Sqrt(lexicon.Weight(mine) * lexicon.Weight(theirs)));
                }
            }
        }

        return best;
    }
}
