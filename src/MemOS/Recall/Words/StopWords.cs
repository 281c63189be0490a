using System.Collections.Frozen;

namespace MemOS.Recall.Words;

/// <summary>English words that carry no topic: they are neither indexed nor searched.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = ("a about above after again against all am an and any are arent as at be because been before being below between both but by " +
        "can cant cannot could couldnt did didnt do does doesnt doing dont down during each few for from further had hadnt has hasnt have havent having he hed her here heres hers herself " +
        "hes him himself his how hows i im in into is isnt it itd itll its itself ive just let lets me more most mustnt my myself no nor not now of off on once only or other ought our ours ourselves out over own " +
        "really same shant she shes should shouldnt so some such than that thats the their theirs them themselves then there theres these they theyd theyll theyre theyve this those through to too under until up very " +
        "was wasnt we well were weve werent what whats when whens where wheres which while who whos whom why whys will with wont would wouldnt yes yeah you youd youll your youre yours yourself yourselves youve " +
        "also hey hi hello ok okay oh wow um uh gonna wanna got get gets getting").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Without their apostrophe these are words of their own: a shell, a shed, an id.
    private static readonly FrozenSet<string> Contracted = "hell id ill shed shell wed".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Spans = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ContractedSpans = Contracted.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word carries no topic.</summary>
    /// <param name="word">The word in lower case, without apostrophes.</param>
    /// <param name="isContracted">Whether it was written with one.</param>
    public static bool Contains(ReadOnlySpan<char> word, bool isContracted) => Spans.Contains(word) || (isContracted && ContractedSpans.Contains(word));
}
