namespace LexiconBuilder;

/// <summary>One meaning in WordNet: its words, its gloss with examples, and the meanings it points to.</summary>
/// <param name="Id">Part of speech and offset, as in "n02084071".</param>
/// <param name="Lemmas">Its words, each with its rank among the meanings of that word (0 is the commonest).</param>
/// <param name="Pointers">Pointer symbol and the id it points to.</param>
/// <param name="Gloss">The definition and the examples.</param>
internal sealed record Synset(string Id, IReadOnlyList<(string Lemma, int SenseRank)> Lemmas, IReadOnlyList<(string Symbol, string Target)> Pointers, string Gloss);
