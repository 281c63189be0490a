using System.Text;

namespace MemOS.Tokens;

/// <summary>Estimates tokens by the shape of words, without a vocabulary: the default <see cref="ITokenCounter"/>.</summary>
/// <remarks>
/// <para>
/// The text is cut where byte-pair tokenizers of the GPT family cut it before they merge (a word with the one sign before it,
/// digits in threes, runs of punctuation, runs of blanks; see the pattern published with OpenAI's tiktoken). Each piece costs
/// the mean number of tokens that pieces of its shape cost in whichever of cl100k_base and o200k_base needs more, plus a
/// margin; see <see cref="TokenWeights"/>. Prose in other languages with Latin letters is told from English by the share of
/// English function words.
/// </para>
/// <para>
/// It errs high: over texts of a sentence or more in English, code, digits, Chinese, Japanese, Korean and emoji the estimate is
/// at least the measured count, and for English prose within about a tenth of it. What is not guaranteed: a single rare
/// word may cost a token more, and tokenizers of other families may need more. Use the model's own tokenizer as
/// <see cref="MemoryOSOptions.TokenCounter"/> where exactness matters. Stateless, allocates nothing; safe for concurrent use.
/// </para>
/// </remarks>
public sealed class EstimatingTokenCounter : ITokenCounter
{
    /// <summary>The one instance that is needed.</summary>
    public static EstimatingTokenCounter Instance { get; } = new();

    /// <inheritdoc/>
    public int Count(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var tally = new TokenTally();
        for (var i = 0; i < text.Length;)
        {
            i = TakePiece(text, i, ref tally);
        }

        return tally.Total;
    }

    private static int TakePiece(ReadOnlySpan<char> text, int start, ref TokenTally tally)
    {
        var c = text[start];
        if (IsWord(c))
        {
            return TakeWord(text, start, WordLead.None, ref tally);
        }

        if (char.IsAsciiDigit(c))
        {
            return TakeDigits(text, start, ref tally);
        }

        if (char.IsWhiteSpace(c))
        {
            return TakeBlanks(text, start, ref tally);
        }

        if (start + 1 < text.Length && IsWord(text[start + 1]) && char.IsAscii(c))
        {
            return TakeWord(text, start + 1, c == '\'' ? WordLead.Apostrophe : WordLead.Sign, ref tally);
        }

        return TakeSigns(text, start, ref tally);
    }

    private static bool IsWord(char c) => char.IsAsciiLetter(c) || (c >= 0x80 && TokenWeights.IsLatin(c));

    private static int TakeWord(ReadOnlySpan<char> text, int start, WordLead lead, ref TokenTally tally)
    {
        var end = start + 1;
        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        tally.AddWord(text[start..end], lead);
        return end;
    }

    private static int TakeDigits(ReadOnlySpan<char> text, int start, ref TokenTally tally)
    {
        var end = start + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        tally.Add((end - start + 2) / 3 * 100);
        return end;
    }

    // Line breaks are one piece, or part of the signs before them; of the blanks after them the last belongs to the word or
    // sign that follows, but not to digits.
    private static int TakeBlanks(ReadOnlySpan<char> text, int start, ref TokenTally tally)
    {
        var end = start;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        var run = text[start..end];
        var breaks = run.LastIndexOf('\n') + 1;
        if (breaks > 0)
        {
            tally.AddBreaks(run[..breaks].Count('\n'), afterSign: start > 0 && char.IsAscii(text[start - 1]) && !char.IsAsciiLetterOrDigit(text[start - 1]));
        }

        var attaches = end < text.Length && text[end - 1] == ' ' && !char.IsAsciiDigit(text[end]);
        tally.AddIndent(run.Length - breaks - (attaches ? 1 : 0));
        return !attaches ? end : IsWord(text[end]) ? TakeWord(text, end, WordLead.Blank, ref tally) : TakeSigns(text, end, ref tally);
    }

    private static int TakeSigns(ReadOnlySpan<char> text, int start, ref TokenTally tally)
    {
        var i = start;
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && !char.IsAsciiDigit(text[i]) && !IsWord(text[i]))
        {
            if (char.IsAscii(text[i]))
            {
                var end = i + 1;
                while (end < text.Length && char.IsAscii(text[end]) && !char.IsAsciiLetterOrDigit(text[end]) && !char.IsWhiteSpace(text[end]))
                {
                    end++;
                }

                tally.AddSigns(text[i..end]);
                i = end;
            }
            else
            {
                Rune.DecodeFromUtf16(text[i..], out var rune, out var width);
                tally.Add(TokenWeights.OfRune(rune));
                i += width;
            }
        }

        return i;
    }
}
