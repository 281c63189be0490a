using System.Text.RegularExpressions;
using MemOS.Recall.Words;
using MemOS.Tokens;

namespace MemOS.Recall.Notes;

/// <summary>The sentences of a message, and which of them say something on their own.</summary>
internal sealed partial class SentenceNotes
{
    private const int LongestOpener = 5;
    private const int FewTerms = 2;

    private readonly string[] texts;
    private readonly string[][] terms;
    private readonly bool[] isTelling;
    private readonly bool[] isCheer;
    private (ITokenCounter Counter, int[] Tokens)? counted;

    private SentenceNotes(string[] texts)
    {
        this.texts = texts;
        terms = Array.ConvertAll(texts, static text => (string[])[.. WordAnalyzer.Terms(text)]);
        isTelling = new bool[texts.Length];
        isCheer = new bool[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            isCheer[i] = Cheers.Is(texts[i], terms[i]);
            isTelling[i] = !isCheer[i] && terms[i].Length > FewTerms && !(terms[i].Length <= LongestOpener && Opener().IsMatch(texts[i])) && !texts[i].EndsWith('?') && !texts[i].EndsWith('？');
        }
    }

    /// <summary>How many there are; at least one.</summary>
    public int Count => texts.Length;

    /// <summary>Splits a message.</summary>
    public static SentenceNotes Of(string text) => new(Boundary().Split(Caption().Replace(text.Trim(), "[photo: ")));

    /// <summary>A sentence.</summary>
    public string this[int i] => texts[i];

    /// <summary>The terms of a sentence in order.</summary>
    public string[] TermsOf(int i) => terms[i];

    /// <summary>Whether a sentence says something even when nobody asked for it: greetings, cheers and questions do not.</summary>
    public bool IsTelling(int i) => isTelling[i];

    /// <summary>Whether a sentence is a greeting or a cheer, or holds no term: even as an answer it says nothing.</summary>
    public bool IsCheer(int i) => isCheer[i];

    /// <summary>The tokens of a sentence.</summary>
    public int TokensOf(int i, ITokenCounter counter)
    {
        if (counted is not { } known || known.Counter != counter)
        {
            counted = known = (counter, Array.ConvertAll(texts, text => counter.Count(text)));
        }

        return known.Tokens[i];
    }

    // "[shared a photo: a photo of a dog]" says thrice what it is.
    [GeneratedRegex(@"\[shared a photo: (?:(?:an?|the)\s+(?:\w+\s+)?(?:photo|photography|photograph|picture|image|screenshot)\s+of\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"(?<=[.!?])\s+|(?<=[。！？])\s*(?=\S)|\n+")]
    private static partial Regex Boundary();

    [GeneratedRegex(
        @"^\W*(?:wow|hey|hi|hello|thanks|thank you|yeah|yep|yes|no|cool|awesome|great|nice|sounds|glad|good|take care|bye|sure|absolutely|totally|definitely|congrats|congratulations|that's|that sounds|so glad|i'm glad|i'm so glad|sorry|it's great|can't wait|you're|you are|well done|way to go|keep)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opener();
}
