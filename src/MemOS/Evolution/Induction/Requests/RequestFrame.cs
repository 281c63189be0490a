namespace MemOS.Evolution.Induction.Requests;

/// <summary>The words and signs that all requests of a kind have in the same order: what lies between them is where they may differ.</summary>
/// <param name="words">The words, in small letters.</param>
/// <param name="places">Which token of each request each word is.</param>
internal sealed class RequestFrame(IReadOnlyList<string> words, IReadOnlyList<int[]> places)
{
    /// <summary>The words and signs in order, in small letters.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Finds the frame of requests. A word that could stand in two places of a request belongs to none.</summary>
    public static RequestFrame Of(IReadOnlyList<IReadOnlyList<RequestToken>> requests)
    {
        var texts = requests.Select(request => request.Select(Key).ToArray()).ToList();
        var words = texts.Skip(1).Aggregate(texts[0].OfType<string>().ToList(), Common);
        while (true)
        {
            var first = texts.ConvertAll(text => First(words, text));
            var last = texts.ConvertAll(text => Last(words, text));
            var sure = words.Where((_, word) => Enumerable.Range(0, texts.Count).All(request => first[request][word] == last[request][word])).ToList();
            if (sure.Count == words.Count)
            {
                return new(words, first);
            }

            words = sure;
        }
    }

    /// <summary>The tokens of a request before the word with this number, and after the one before it; what follows the last word has the number of words.</summary>
    public List<RequestToken> Gap(int request, int number, IReadOnlyList<RequestToken> tokens)
    {
        var from = number == 0 ? 0 : places[request][number - 1] + 1;
        var to = number == words.Count ? tokens.Count : places[request][number];
        return [.. tokens.Take(to).Skip(from)];
    }

    // What is a value by its form holds no frame, or a name that two requests share would part the third.
    private static string? Key(RequestToken token) => token.IsValue ? null : token.Text.ToLowerInvariant();

    private static List<string> Common(List<string> words, string?[] text)
    {
        var lengths = new int[words.Count + 1, text.Length + 1];
        for (var i = words.Count - 1; i >= 0; i--)
        {
            for (var j = text.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = words[i] == text[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var common = new List<string>();
        for (var (i, j) = (0, 0); i < words.Count && j < text.Length;)
        {
            if (words[i] == text[j])
            {
                common.Add(words[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }

    private static int[] First(List<string> words, string?[] text)
    {
        var places = new int[words.Count];
        for (var (word, place) = (0, 0); word < words.Count; place++)
        {
            if (text[place] == words[word])
            {
                places[word++] = place;
            }
        }

        return places;
    }

    private static int[] Last(List<string> words, string?[] text)
    {
        var places = new int[words.Count];
        for (var (word, place) = (words.Count - 1, text.Length - 1); word >= 0; place--)
        {
            if (text[place] == words[word])
            {
                places[word--] = place;
            }
        }

        return places;
    }
}
