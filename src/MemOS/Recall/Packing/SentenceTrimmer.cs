using MemOS.Recall.Notes;
using MemOS.Tokens;

namespace MemOS.Recall.Packing;

/// <summary>Leaves out of a message what says nothing on its own: greetings, cheers and questions that nobody asked about.</summary>
/// <remarks>
/// Whole sentences only; what stays is verbatim. A message of which nothing would stay keeps its first sentence that is no cheer. Of a long one
/// the sentences nearest to the question stay, in their order.
/// </remarks>
internal sealed class SentenceTrimmer(ITokenCounter tokens, IReadOnlySet<string> queryTerms)
{
    private const int MostBits = 64;

    /// <summary>The sentences worth their tokens.</summary>
    /// <param name="notes">The message.</param>
    /// <param name="most">The most tokens; the best sentence stays even if it alone is longer.</param>
    public Excerpt Trim(DocumentNotes notes, int most)
    {
        var sentences = notes.Sentences;
        if (sentences.Count < 2)
        {
            return notes.Take(1);
        }

        var kept = new List<int>(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            if (sentences.IsTelling(i) || (!sentences.IsCheer(i) && Array.Exists(sentences.TermsOf(i), queryTerms.Contains)))
            {
                kept.Add(i);
            }
        }

        if (kept.Count == 0)
        {
            return Take(notes, [FirstWorth(sentences)]);
        }

        var whole = Take(notes, kept);
        return whole.TokensOf(tokens) <= most ? whole : Take(notes, Shorten(sentences, kept, most));
    }

    // Short as it is, a sentence that is no cheer may answer what was asked before it.
    private static int FirstWorth(SentenceNotes sentences)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            if (!sentences.IsCheer(i))
            {
                return i;
            }
        }

        return 0;
    }

    private List<int> Shorten(SentenceNotes sentences, List<int> kept, int most)
    {
        var used = 0;
        var chosen = new List<int>();
        foreach (var i in kept.OrderByDescending(i => QueryTerms.CountIn(sentences.TermsOf(i), queryTerms)).ThenBy(static i => i))
        {
            var cost = sentences.TokensOf(i, tokens);
            if (chosen.Count > 0 && used + cost > most)
            {
                continue;
            }

            chosen.Add(i);
            used += cost;
        }

        chosen.Sort();
        return chosen;
    }

    private static Excerpt Take(DocumentNotes notes, List<int> sentences)
    {
        if (notes.Sentences.Count > MostBits)
        {
            return new(notes, sentences.Select(i => notes.Sentences[i]));
        }

        var bits = 0UL;
        foreach (var i in sentences)
        {
            bits |= 1UL << i;
        }

        return notes.Take(bits);
    }
}
