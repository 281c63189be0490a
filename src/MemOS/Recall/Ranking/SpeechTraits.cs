using System.Collections.Frozen;

namespace MemOS.Recall.Ranking;

/// <summary>What the form of a message tells of its worth: whether it speaks of its speaker, names things, counts, reasons, or asks back.</summary>
/// <remarks>One pass over the text, without an allocation. Word lists are English; a text of another language has few traits, and so keeps its score.</remarks>
internal readonly record struct SpeechTraits
{
    private const int LongestWord = 16;

    private static readonly FrozenDictionary<string, Sort>.AlternateLookup<ReadOnlySpan<char>> Words = new Dictionary<Sort, string>
    {
        [Sort.Self] = "i i'm i've i'd i'll my me mine we we're we've we'd we'll our us",
        [Sort.Listener] = "you you're you've you'd you'll your yours",
        [Sort.Number] = "once twice two three four five six seven eight nine ten eleven twelve dozen first second third fourth fifth several couple half",
        [Sort.Preposition] = "in at to from near through around",
        [Sort.Reason] = "because 'cause cause since why reason reasons",
        [Sort.Article] = "the",
    }.SelectMany(static pair => pair.Value.Split(' ').Select(word => KeyValuePair.Create(word, pair.Key))).ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private enum Sort
    {
        Other,
        Self,
        Listener,
        Number,
        Preposition,
        Reason,
        Article,
    }

    /// <summary>Whether there is a question in it.</summary>
    public bool Asks { get; private init; }

    /// <summary>Whether it ends with a question.</summary>
    public bool EndsAsking { get; private init; }

    /// <summary>Whether the speaker speaks of himself.</summary>
    public bool OfSelf { get; private init; }

    /// <summary>Whether the listener is spoken to.</summary>
    public bool OfListener { get; private init; }

    /// <summary>Words with a capital inside a sentence.</summary>
    public int Names { get; private init; }

    /// <summary>Whether it holds a number.</summary>
    public bool HasNumber { get; private init; }

    /// <summary>Whether a name stands where a place would ("in Rome").</summary>
    public bool HasPlace { get; private init; }

    /// <summary>Whether it gives a reason.</summary>
    public bool HasReason { get; private init; }

    /// <summary>The traits of a text.</summary>
    public static SpeechTraits Of(ReadOnlySpan<char> text)
    {
        bool self = false, listener = false, number = false, place = false, reason = false, afterPreposition = false;
        var names = 0;
        Span<char> lower = stackalloc char[LongestWord];
        for (var i = 0; i < text.Length;)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                number = true;
            }

            if (!IsWord(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsWord(text[i]))
            {
                i++;
            }

            var word = text[start..i];
            var sort = SortOf(word, lower);
            var isName = IsName(text, start, word);
            self |= sort == Sort.Self;
            listener |= sort == Sort.Listener;
            number |= sort == Sort.Number;
            reason |= sort == Sort.Reason;
            names += isName ? 1 : 0;
            place |= isName && afterPreposition;
            afterPreposition = sort == Sort.Preposition || (afterPreposition && sort == Sort.Article);
        }

        var end = text.TrimEnd();
        return new()
        {
            Asks = text.IndexOfAny('?', '？') >= 0,
            EndsAsking = !end.IsEmpty && end[^1] is '?' or '？',
            OfSelf = self,
            OfListener = listener,
            Names = names,
            HasNumber = number,
            HasPlace = place,
            HasReason = reason,
        };
    }

    private static bool IsWord(char c) => char.IsAsciiLetter(c) || c == '\'';

    private static Sort SortOf(ReadOnlySpan<char> word, Span<char> lower)
    {
        if (word.Length > LongestWord)
        {
            return Sort.Other;
        }

        var length = word.ToLowerInvariant(lower);
        return Words.TryGetValue(lower[..length], out var sort) ? sort : Sort.Other;
    }

    // A capital after a small letter or a comma and a blank: the first word of a sentence has one by rule.
    private static bool IsName(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> word) =>
        word.Length > 1 && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterLower(word[1]) &&
        start >= 2 && text[start - 1] == ' ' && (char.IsAsciiLetterLower(text[start - 2]) || text[start - 2] == ',');
}
