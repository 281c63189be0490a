using MemOS.Recall.Lexicon;
using MemOS.Recall.Packing;
using MemOS.Recall.Ranking;
using MemOS.Recall.Ranking.Channels;
using MemOS.Recall.Words;

namespace MemOS.Recall.Notes;

/// <summary>
/// What ranking and packing work out of a document: it follows from the text and its time alone, so it is worked out when it is
/// first asked for, and kept for as long as the document is.
/// </summary>
/// <remarks>Safe for concurrent use: at worst two searches work out the same thing.</remarks>
internal sealed class DocumentNotes(string text, DateTimeOffset said)
{
    // A question keeps these sentences of a message, another one those: there are few ways to shorten one message.
    private const int MostExcerpts = 4;

    private readonly Excerpt?[] excerpts = new Excerpt?[MostExcerpts];
    private string[]? terms;
    private TextProfile? profile;
    private SpeechTraits? traits;
    private SentenceNotes? sentences;
    private TimedText? timed;
    private bool? isHypothetical;
    private int nextExcerpt;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>When it was said.</summary>
    public DateTimeOffset Said { get; } = said;

    /// <summary>The terms of the text in order, with repetitions.</summary>
    public string[] Terms => terms ??= [.. WordAnalyzer.Terms(Text)];

    /// <summary>The text as the lexicon sees it.</summary>
    public TextProfile Profile => profile ??= TextProfile.Of(WordLexicon.Default, Terms);

    /// <summary>What its form tells of its worth.</summary>
    public SpeechTraits Traits => traits ??= SpeechTraits.Of(Text);

    /// <summary>Whether it is a short message of what would be, if.</summary>
    public bool IsHypothetical => isHypothetical ??= SpeechChannel.IsHypothetical(Text);

    /// <summary>Its sentences.</summary>
    public SentenceNotes Sentences => sentences ??= SentenceNotes.Of(Text);

    /// <summary>The whole text with the dates behind its relative times.</summary>
    public TimedText Timed => timed ??= TimedText.Of(Text, Said);

    /// <summary>The text with some of its sentences.</summary>
    /// <param name="kept">Which sentences, one bit each.</param>
    public Excerpt Take(ulong kept)
    {
        foreach (var known in excerpts)
        {
            if (known is not null && known.Kept == kept)
            {
                return known;
            }
        }

        var excerpt = new Excerpt(this, kept);
        excerpts[(uint)Interlocked.Increment(ref nextExcerpt) % MostExcerpts] = excerpt;
        return excerpt;
    }
}
