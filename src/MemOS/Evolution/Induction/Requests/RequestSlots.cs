namespace MemOS.Evolution.Induction.Requests;

/// <summary>Finds the places at which requests of one kind have values of their own.</summary>
internal static class RequestSlots
{
    private const int LongestTopic = 5;

    /// <summary>The places, in order. Of what lies between the same words, only what is the same kind of value in all requests is one.</summary>
    public static IReadOnlyList<RequestSlot> Find(IReadOnlyList<string> requests, IReadOnlyList<IReadOnlyList<RequestToken>> tokens, RequestFrame frame)
    {
        var slots = new List<RequestSlot>();
        for (var gap = 0; gap <= frame.Words.Count; gap++)
        {
            var between = tokens.Select((request, number) => frame.Gap(number, gap, request)).ToList();
            slots.AddRange(InGap(gap, between).Where(slot => slot.Spans.Select((span, number) => requests[number][span.Start..span.End]).Distinct(StringComparer.Ordinal).Count() > 1));
        }

        return slots;
    }

    private static List<RequestSlot> InGap(int gap, List<List<RequestToken>> between)
    {
        // "to Ben?" and "to Ada": a sign at the end is nobody's value.
        var values = between.ConvertAll(tokens => Merge(tokens.SkipWhile(IsSign).Reverse().SkipWhile(IsSign).Reverse()));
        if (values.Exists(value => value.Count == 0))
        {
            return [];
        }

        if (values.TrueForAll(value => value.TrueForAll(token => token.Part is not (RequestPart.Word or RequestPart.Sign)) && value.Select(token => token.Part).SequenceEqual(values[0].Select(token => token.Part))))
        {
            return [.. values[0].Select((token, place) => new RequestSlot(token.Part, gap, [.. values.Select(value => (value[place].Start, value[place].End))]))];
        }

        return between.TrueForAll(IsTopic) ? [new(RequestPart.Topic, gap, [.. between.Select(tokens => (tokens[0].Start, tokens[^1].End))])] : [];
    }

    // "Maria Stone" is one name.
    private static List<(RequestPart Part, int Start, int End)> Merge(IEnumerable<RequestToken> tokens)
    {
        var merged = new List<(RequestPart Part, int Start, int End)>();
        foreach (var token in tokens)
        {
            if (token.Part == RequestPart.Name && merged is [.., { Part: RequestPart.Name } last] && token.Start == last.End + 1)
            {
                merged[^1] = last with { End = token.End };
            }
            else
            {
                merged.Add((token.Part, token.Start, token.End));
            }
        }

        return merged;
    }

    private static bool IsTopic(List<RequestToken> tokens) => tokens.Count is > 0 and <= LongestTopic && !tokens.Exists(token => IsSign(token));

    private static bool IsSign(RequestToken token) => token.Part == RequestPart.Sign;
}
