using System.Numerics;
using MemOS.Recall.Packing;
using MemOS.Recall.Words;
using MemOS.Tokens;

namespace MemOS.Recall.Notes;

/// <summary>A message with some of its sentences, as it is printed, and what that costs. Safe for concurrent use.</summary>
internal sealed class Excerpt
{
    private readonly string joined;
    private readonly DateTimeOffset said;
    private TimedText? timed;
    private string[]? terms;
    private Counted? cost;
    private Counted? bareLine;
    private Counted? line;
    private string? written;

    /// <summary>Takes sentences of a message.</summary>
    /// <param name="notes">The message.</param>
    /// <param name="kept">Which sentences, one bit each.</param>
    public Excerpt(DocumentNotes notes, ulong kept)
        : this(notes, Sentences(notes.Sentences, kept)) => Kept = kept;

    /// <summary>Takes sentences of a message, for a message of more sentences than there are bits.</summary>
    public Excerpt(DocumentNotes notes, IEnumerable<string> sentences)
    {
        joined = string.Join(' ', sentences);
        said = notes.Said;
        Text = joined.ReplaceLineEndings(" ");
        IsWhole = Text == notes.Text;
    }

    /// <summary>Which sentences, one bit each.</summary>
    public ulong Kept { get; }

    /// <summary>The sentences on one line.</summary>
    public string Text { get; }

    /// <summary>Whether it is the message as it was written.</summary>
    public bool IsWhole { get; }

    /// <summary>The sentences with the dates behind their relative times.</summary>
    public TimedText Timed => timed ??= TimedText.Of(Text, said);

    /// <summary>The terms of the sentences in order.</summary>
    public string[] Terms => terms ??= [.. WordAnalyzer.Terms(Text)];

    /// <summary>What the sentences cost.</summary>
    public int TokensOf(ITokenCounter counter) => (Known(cost, counter) ?? (cost = new(counter, counter.Count(joined)))).Tokens;

    /// <summary>What the sentences cost behind their speaker, without dates.</summary>
    /// <param name="counter">What counts.</param>
    /// <param name="speaker">Who said the message: the same at every call.</param>
    public int TokensOfBareLine(ITokenCounter counter, string speaker) => (Known(bareLine, counter) ?? (bareLine = new(counter, counter.Count($"{speaker}: {Text}")))).Tokens;

    /// <summary>The line that is printed.</summary>
    /// <param name="speaker">Who said the message: the same at every call.</param>
    public string LineOf(string speaker) => written ??= $"{speaker}: {Timed.Text}";

    /// <summary>What the printed line costs.</summary>
    /// <param name="counter">What counts.</param>
    /// <param name="speaker">Who said the message: the same at every call.</param>
    public int TokensOfLine(ITokenCounter counter, string speaker) => (Known(line, counter) ?? (line = new(counter, counter.Count(LineOf(speaker))))).Tokens;

    private static Counted? Known(Counted? counted, ITokenCounter counter) => counted?.Counter == counter ? counted : null;

    private static IEnumerable<string> Sentences(SentenceNotes sentences, ulong kept)
    {
        for (var rest = kept; rest != 0; rest &= rest - 1)
        {
            yield return sentences[BitOperations.TrailingZeroCount(rest)];
        }
    }

    private sealed record Counted(ITokenCounter Counter, int Tokens);
}
