using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>
/// A run of words from a clause's main verb on, written in a small notation, so that rules can be tables:
/// <c>live|reside in|at $</c>.
/// </summary>
/// <remarks>
/// A word stands for itself; the first one is a verb in its base form and matches all its forms. <c>a|b</c> is either.
/// <c>?a|b</c> may be missing. <c>~</c> is up to three words that are no prepositions. <c>#</c> is a number. <c>@name</c> is a
/// word of that class. <c>$</c> takes what follows as the value, up to a mark or the end of its phrase. <c>.</c> is the end of the clause.
/// <c>&amp;</c> stands at the end: something that both know of follows, by a name or behind "my" or "the"; <c>^</c>: a name does.
/// Matching looks at each place at most four times: there is no backtracking to speak of.
/// </remarks>
internal sealed class PhrasePattern
{
    private const int LongestSkip = 3;
    private const int LongestValue = 8;

    private readonly string[][] elements;

    private PhrasePattern(string[][] elements) => this.elements = elements;

    /// <summary>The verbs, as <see cref="Verbs.Lemma"/> spells them, with which a match can begin.</summary>
    public IReadOnlyList<string> FirstVerbs { get; private init; } = [];

    public static PhrasePattern Parse(string notation)
    {
        var elements = notation.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(element => element.Split('|')).ToArray();
        return new(elements) { FirstVerbs = [.. elements[0].Select(Verbs.Lemma)] };
    }

    /// <summary>Whether the words after the main verb fit.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="after">The words behind the verb whose form the first element is.</param>
    /// <param name="value">What <c>$</c>, <c>#</c> or <c>@</c> took; empty when the pattern has none of them.</param>
    public bool Matches(Clause clause, int after, out string value)
    {
        value = "";
        return Match(clause.Tokens, after, 1, ref value) >= 0;
    }

    /// <summary>The place behind the words that fit; -1 when they do not.</summary>
    public int EndOf(Clause clause, int after)
    {
        var value = "";
        return Match(clause.Tokens, after, 1, ref value);
    }

    // The place behind the match, or -1.
    private int Match(Token[] tokens, int at, int element, ref string value)
    {
        while (element < elements.Length)
        {
            var options = elements[element];
            var head = options[0];
            if (head == "$")
            {
                value = Value(tokens, at);
                return value.Length > 0 ? tokens.Length : -1;
            }

            if (head == ".")
            {
                return at >= tokens.Length || !tokens[at].IsWord || IsClosing(tokens[at].Lower) ? at : -1;
            }

            if (head == "&")
            {
                at += at < tokens.Length && tokens[at].Lower is "all" or "both" ? 1 : 0;
                at += at > 0 && at < tokens.Length && tokens[at].Lower == "of" && tokens[at - 1].Lower is "all" or "both" ? 1 : 0;
                return at < tokens.Length && (tokens[at].Lower is "my" or "our" or "the" || (tokens[at].IsCapitalised && tokens[at].Lower != "i")) ? at : -1;
            }

            if (head == "^")
            {
                return at < tokens.Length && tokens[at].IsCapitalised && tokens[at].Lower != "i" ? at : -1;
            }

            if (head == "~")
            {
                for (var skip = 0; skip <= LongestSkip && at + skip <= tokens.Length; skip++)
                {
                    var end = Match(tokens, at + skip, element + 1, ref value);
                    if (end >= 0)
                    {
                        // "A senior developer": the words before a trade belong to it.
                        value = skip > 0 && element + 1 < elements.Length && elements[element + 1][0] == "@job" ? string.Join(' ', tokens[at..(at + skip)].Select(token => token.Lower)) + " " + value : value;
                        return end;
                    }

                    if (at + skip >= tokens.Length || !tokens[at + skip].IsWord || (WordLists.Prepositions.Contains(tokens[at + skip].Lower) && tokens[at + skip].Lower is not "not"))
                    {
                        return -1;
                    }
                }

                return -1;
            }

            var optional = head[0] == '?';
            if (at < tokens.Length && tokens[at].IsWord && Fits(tokens[at], options, optional, ref value))
            {
                at++;
            }
            else if (at > 0 && at + 1 < tokens.Length && IsInserted(tokens[at].Lower))
            {
                // "I'm now a nurse", "I'm still at Siemens".
                at++;
                continue;
            }
            else if (!optional)
            {
                return -1;
            }

            element++;
        }

        return at;
    }

    private static bool Fits(Token token, string[] options, bool optional, ref string value)
    {
        for (var i = 0; i < options.Length; i++)
        {
            var option = optional && i == 0 ? options[i][1..] : options[i];
            if (option == "#" ? token.Kind == TokenKind.Number || WordLists.NumberWords.Contains(token.Lower) : option[0] == '@' ? WordClasses.Contains(option, token) : token.Lower == option)
            {
                if (option[0] is '#' or '@')
                {
                    value = token.Lower;
                }

                return true;
            }
        }

        return false;
    }

    private static bool IsInserted(string lower) => lower is "now" or "currently" or "actually" or "still" or "also" or "officially" or "finally" or "basically" or "really" or "already" or "recently" or "just";

    private static bool IsClosing(string lower) => lower is "and" or "but" or "or" or "so" or "btw" or "tbh" or "though" or "now" or "today" or "too" or "anymore" or "because" or "since" or "at" or "by" or "in" or "for" or "who" or "again" or "as" or "with" or "this" or "last" or "yesterday";

    /// <summary>The phrase that starts at a place: up to a mark, a conjunction with a new statement, or a preposition that opens another phrase.</summary>
    public static string Value(Token[] tokens, int at)
    {
        while (at < tokens.Length && tokens[at].Lower is "a" or "an" or "the" or "my" or "our" or "some" or "being" or "to" or "called" or "named" or "about" or "of" or "both" or "really" or "very" or "just" or "probably" or "mostly" or "definitely" or "maybe" or "actually" or "now" or "currently" or "?")
        {
            at++;
        }

        var end = at;
        while (end < tokens.Length && end - at < LongestValue && tokens[end].IsWord && !EndsValue(tokens, at, end))
        {
            end++;
        }

        return string.Join(' ', tokens[at..end].Select(token => token.Lower));
    }

    // A verb keeps its particle: "taking in the views", "working with wood".
    private static bool EndsValue(Token[] tokens, int at, int i) => i > at && !(i == at + 1 && Verbs.IsGerund(tokens[at].Lower) && WordLists.Prepositions.Contains(tokens[i].Lower) && tokens[i].Lower is not ("because" or "since" or "but" or "so" or "and" or "or" or "when" or "while")) && tokens[i].Lower is
        "because" or "since" or "but" or "so" or "when" or "while" or "which" or "that" or "where" or "who" or "with" or "as" or "for" or "now" or "these" or "anymore" or "instead" or "right" or "and" or "from" or "if" or "although" or "though" or
        "on" or "at" or "in" or "last" or "next" or "this" or "today" or "yesterday" or "tomorrow" or "too" or "than" or "due" or "by" or "until" or "after" or "before" or "over" or "during" or "two" or "again" or "currently" or "i" or "to" or "near" or "or";
}
