using System.Numerics.Tensors;

namespace MemOS.Recall.Lexicon;

/// <summary>
/// Compares a query with candidate texts by meaning: the best partner of each term on the other side, the mean vectors, the
/// everyday domains, and what the nearest candidates have in common.
/// </summary>
/// <remarks>
/// The parts are added as standard scores over the candidates, with the weights that docs/decisions/lexicon.md reports. Best
/// partners are the late interaction of Khattab and Zaharia ("ColBERT", 2020), taken both ways; the last part is Rocchio's
/// feedback on the candidates' vectors. Stateless but for the lexicon; safe for concurrent use.
/// </remarks>
internal sealed class TextSimilarity(WordLexicon lexicon)
{
    private const float DomainShare = 1.5f;
    private const float FeedbackShare = 0.75f;
    private const int MostFeedback = 30;
    private const int LeastFeedback = 3;
    private const float LeastDeviation = 0.01f;

    // A mean over few candidates says little of what all texts of the cube have in common.
    private const float CentreDoubt = 20;

    // The query shares only a part of what all candidates have in common.
    private const float QueryCentre = 0.5f;

    /// <summary>The profile of a text, given its distinct terms.</summary>
    public TextProfile Profile(IReadOnlyList<string> terms) => TextProfile.Of(lexicon, terms);

    /// <summary>Compares a query's terms with those of each candidate.</summary>
    /// <returns>One match a candidate, in order; all zero when the lexicon knows no term of the query.</returns>
    public TextMatch[] Compare(IReadOnlyList<string> query, IReadOnlyList<IReadOnlyList<string>> candidates)
    {
        var profiles = new TextProfile[candidates.Count];
        for (var i = 0; i < profiles.Length; i++)
        {
            profiles[i] = Profile(candidates[i]);
        }

        return Compare(Profile(query), profiles);
    }

    /// <inheritdoc cref="Compare(IReadOnlyList{string}, IReadOnlyList{IReadOnlyList{string}})"/>
    public TextMatch[] Compare(TextProfile query, IReadOnlyList<TextProfile> candidates)
    {
        var matches = new TextMatch[candidates.Count];
        if (query.KnownCount == 0 || matches.Length == 0)
        {
            return matches;
        }

        var partners = new TermMatcher(lexicon, query).Match(candidates);
        var words = new float[matches.Length];
        var meaning = new float[matches.Length];
        var domain = new float[matches.Length];
        var centred = Centre(candidates, out var common);
        var asked = query.Vector.ToArray();
        TensorPrimitives.MultiplyAdd(common, -QueryCentre, asked, asked);
        TextProfile.Normalise(asked);
        for (var i = 0; i < matches.Length; i++)
        {
            words[i] = (partners[i].Asked + partners[i].Told) / 2;
            meaning[i] = TensorPrimitives.Dot<float>(asked, Row(centred, i));
            domain[i] = TensorPrimitives.Dot(query.Domains.Span, candidates[i].Domains.Span);
        }

        var scores = new float[matches.Length];
        AddStandardScores(scores, words, 1);
        AddStandardScores(scores, meaning, 1);
        AddStandardScores(scores, domain, DomainShare);
        AddFeedback(scores, centred);
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] = new(partners[i].Asked, partners[i].Told, TensorPrimitives.Dot(query.Vector.Span, candidates[i].Vector.Span), domain[i], scores[i]);
        }

        return matches;
    }

    // The candidates' vectors, one after another, less what they have in common.
    private float[] Centre(IReadOnlyList<TextProfile> candidates, out float[] common)
    {
        common = new float[lexicon.Dimension];
        foreach (var candidate in candidates)
        {
            TensorPrimitives.Add(common, candidate.Vector.Span, common);
        }

        TensorPrimitives.Divide(common, candidates.Count + CentreDoubt, common);
        var centred = new float[candidates.Count * lexicon.Dimension];
        for (var i = 0; i < candidates.Count; i++)
        {
            var row = Row(centred, i);
            if (candidates[i].KnownCount > 0)
            {
                TensorPrimitives.Subtract(candidates[i].Vector.Span, common, row);
                TextProfile.Normalise(row);
            }
        }

        return centred;
    }

    private void AddFeedback(float[] scores, float[] centred)
    {
        var taken = Math.Min(MostFeedback, scores.Length / 10);
        if (taken < LeastFeedback)
        {
            return;
        }

        var order = new int[scores.Length];
        var keys = new float[scores.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = -scores[i];
        }

        Array.Sort(keys, order);
        var nearest = new float[lexicon.Dimension];
        for (var i = 0; i < taken; i++)
        {
            TensorPrimitives.Add(nearest, Row(centred, order[i]), nearest);
        }

        TextProfile.Normalise(nearest);
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = TensorPrimitives.Dot<float>(nearest, Row(centred, i));
        }

        AddStandardScores(scores, keys, FeedbackShare);
    }

    private Span<float> Row(float[] matrix, int row) => matrix.AsSpan(row * lexicon.Dimension, lexicon.Dimension);

    private static void AddStandardScores(float[] sum, float[] values, float share)
    {
        var mean = TensorPrimitives.Sum<float>(values) / values.Length;
        var squares = TensorPrimitives.SumOfSquares<float>(values) / values.Length;
        var deviation = Math.Max(MathF.Sqrt(Math.Max(squares - (mean * mean), 0)), LeastDeviation);
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += share * (values[i] - mean) / deviation;
        }
    }
}
