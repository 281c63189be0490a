using MemOS.Evolution.Skills;

namespace MemOS.Evolution.Induction.Requests;

/// <summary>What requests of one kind have in different values at the same place, and the form that they share.</summary>
/// <remarks>
/// What cannot be told apart reliably is no parameter: a value has to stand between the same words in all requests, alone, and be of one
/// kind there. Words that are no value by their form are one only where the whole rest of the requests is the same, and once.
/// </remarks>
/// <param name="Parameters">The parameters, in the order of the request.</param>
/// <param name="Form">A request with <c>{name}</c> for each parameter; <see langword="null"/> when the requests differ elsewhere too, or the form holds what may be somebody's.</param>
/// <param name="Values">What each request has for each parameter.</param>
internal sealed record RequestPattern(IReadOnlyList<InstructionParameter> Parameters, string? Form, IReadOnlyList<IReadOnlyDictionary<string, string>> Values)
{
    private const int LongestRequest = 500;
    private const int LeastWords = 2;

    /// <summary>The pattern without parameters.</summary>
    public static RequestPattern None { get; } = new([], null, []);

    /// <summary>Finds what differs in the requests of tasks of one kind.</summary>
    public static RequestPattern Of(IReadOnlyList<string> requests)
    {
        if (requests.Count < 2 || requests.Any(request => request.Length > LongestRequest || request.AsSpan().ContainsAny('{', '}')))
        {
            return None;
        }

        var tokens = requests.Select(RequestTokens.Of).ToList();
        var frame = RequestFrame.Of(tokens);
        if (frame.Words.Count(word => char.IsLetter(word[0])) < LeastWords)
        {
            return None;
        }

        var slots = RequestSlots.Find(requests, tokens, frame);
        var literals = Literals(requests, slots);
        if (literals is null || slots.Count(slot => slot.Part == RequestPart.Topic) > 1)
        {
            (slots, literals) = ([.. slots.Where(slot => slot.Part != RequestPart.Topic)], null);
        }

        // A word that nobody wrote in small letters may be a name: it explains no parameter.
        var small = tokens.SelectMany(request => request).Select(token => token.Text).Where(text => char.IsLetter(text[0]) && !text.Any(char.IsUpper)).ToHashSet(StringComparer.Ordinal);
        var words = frame.Words.Select(word => small.Contains(word) ? word : "").ToList();
        var names = Names(slots);
        return slots.Count == 0 ? None : new(
            [.. slots.Select((slot, place) => RequestParameter.Make(names[place], slot, words, requests))],
            literals is not null && IsNobodys(literals) ? Written(literals, names) : null,
            [.. requests.Select((request, number) => slots.Select((slot, place) => (Name: names[place], Span: slot.Spans[number])).ToDictionary(value => value.Name, value => request[value.Span.Start..value.Span.End], StringComparer.Ordinal))]);
    }

    // What stands around the values, if it is the same in all requests.
    private static List<string>? Literals(IReadOnlyList<string> requests, IReadOnlyList<RequestSlot> slots)
    {
        var all = requests.Select((request, number) =>
        {
            var (literals, at) = (new List<string>(), 0);
            foreach (var (start, end) in slots.Select(slot => slot.Spans[number]))
            {
                literals.Add(request[at..start]);
                at = end;
            }

            literals.Add(request[at..]);
            return literals;
        }).ToList();
        return all.TrueForAll(literals => literals.SequenceEqual(all[0])) ? all[0] : null;
    }

    private static bool IsNobodys(List<string> literals)
    {
        var text = string.Join('…', literals);
        return SkillLesson.Line(text) == text && !SkillLesson.PrivateWordsOf(text).Any();
    }

    private static string Written(List<string> literals, List<string> names) =>
        string.Concat(literals.Select((literal, place) => place < names.Count ? $"{literal}{{{names[place]}}}" : literal));

    private static List<string> Names(IReadOnlyList<RequestSlot> slots) =>
        [.. slots.Select((slot, place) => slots.Take(place).Count(other => other.Part == slot.Part) is > 0 and var before ? $"{RequestParameter.NameOf(slot.Part)}_{before + 1}" : RequestParameter.NameOf(slot.Part))];
}
