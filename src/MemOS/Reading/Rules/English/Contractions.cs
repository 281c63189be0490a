using System.Collections.Frozen;

namespace MemOS.Reading.Rules.English;

/// <summary>Short forms and what they stand for.</summary>
internal static class Contractions
{
    // Short form: full words. Those that depend on the next word ("'d", "'s") are decided in the tokenizer.
    private const string Table = """
        won't: will not
        can't: can not
        cannot: can not
        shan't: shall not
        ain't: is not
        let's: let us
        y'all: you all
        im: I am
        ive: I have
        dont: do not
        teh: the
        hte: the
        adn: and
        nad: and
        taht: that
        wiht: with
        becuase: because
        beacuse: because
        doesnt: does not
        didnt: did not
        cant: can not
        isnt: is not
        wasnt: was not
        arent: are not
        havent: have not
        hasnt: has not
        couldnt: could not
        wouldnt: would not
        thats: that is
        whats: what is
        youre: you are
        youve: you have
        theyre: they are
        theyve: they have
        weve: we have
        shes: she is
        hes: he is
        wont: will not
        werent: were not
        shouldnt: should not
        gonna: going to
        wanna: want to
        gotta: have to
        gimme: give me
        lemme: let me
        dunno: do not know
        lotta: lot of
        ya: you
        u: you
        ur: your
        fav: favorite
        fave: favorite
        em: them
        'em: them
        lets: let us
        'cause: because
        cuz: because
        coz: because
        tryna: trying to
        finna: going to
        """;

    private static readonly FrozenDictionary<string, string[]> Whole = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": "))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1].Split(' '), StringComparer.Ordinal);

    private static readonly (string Suffix, string Word)[] Suffixes =
    [
        ("n't", "not"), ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"),
    ];

    // Words after which "'s" is always "is" or "has", never a possessive.
    private static readonly FrozenSet<string> IsAfter = FrozenSet.ToFrozenSet(
        ["it", "he", "she", "that", "this", "there", "here", "what", "who", "where", "when", "how", "everything", "everyone", "something", "nothing"], StringComparer.Ordinal);

    // Words before which "'s" after a noun is "is": "dinner's at eight", "my sister's a nurse".
    private static readonly FrozenSet<string> IsBefore = FrozenSet.ToFrozenSet(
        ["a", "an", "the", "not", "my", "our", "his", "her", "their", "so", "really", "very", "always", "never", "also", "still", "now", "at", "in", "on", "from", "just", "too", "pretty", "allergic", "called", "named",
        "with", "by", "out", "off", "up", "down", "over", "due", "only", "already", "roughly", "about", "around", "almost", "nearly", "no", "me", "us", "all", "both", "finally", "actually", "currently", "gone", "done", "moved", "changed", "got", "grown", "become", "dead", "broken", "closed", "cancelled", "canceled", "postponed", "married", "engaged", "divorced", "retired", "pregnant", "expecting", "asleep", "away", "vegetarian", "vegan", "more", "that", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "half", "between", "under", "back", "here", "obsessed", "scared", "terrified", "afraid", "addicted", "keen", "into", "hooked"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> States = FrozenSet.ToFrozenSet(["bad", "good", "great", "fine", "better", "worse", "awful", "terrible", "rubbish", "poor", "ok", "okay", "ready", "late", "early", "open", "busy", "sick", "ill", "well", "tired", "full", "empty", "free", "cheaper", "deaf", "blind", "single", "pregnant", "unemployed", "ruined", "knackered", "useless", "stuck", "cold", "warm"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> ItIsBefore = FrozenSet.ToFrozenSet(["a", "an", "the", "been", "not"], StringComparer.Ordinal);

    /// <summary>The words that a short form stands for, or <see langword="null"/>.</summary>
    /// <param name="lower">The word in lower case with a straight apostrophe.</param>
    /// <param name="next">The next word in lower case, or empty.</param>
    /// <param name="after">The word behind that one in lower case, or empty.</param>
    public static IReadOnlyList<string>? Expand(string lower, string next, string after)
    {
        if (Whole.TryGetValue(lower, out var words))
        {
            return words;
        }

        // "Id rather eat my shoe".
        if (lower == "id" && next is "rather" or "love" or "like")
        {
            return ["i", "would"];
        }

        // "Its £60 an hour now", "its on the 5th": no owner stands before these.
        if (lower == "its" && next.Length > 0 && (char.IsAsciiDigit(next[0]) || next[0] is '$' or '€' or '£' || ItIsBefore.Contains(next)))
        {
            return ["it", "is"];
        }

        if (lower.IndexOf('\'', StringComparison.Ordinal) <= 0)
        {
            return null;
        }

        foreach (var (suffix, word) in Suffixes)
        {
            if (lower.EndsWith(suffix, StringComparison.Ordinal) && lower.Length > suffix.Length)
            {
                return [lower[..^suffix.Length], word];
            }
        }

        if (lower.EndsWith("'d", StringComparison.Ordinal))
        {
            // "I'd put garlic in everything": a form that is the base as well is far oftener a wish than a past perfect.
            return [lower[..^2], next == "better" || (Verbs.IsParticiple(next) && !Verbs.IsBase(next)) ? "had" : "would"];
        }

        if (lower.EndsWith("'s", StringComparison.Ordinal) && lower.Length > 2)
        {
            var stem = lower[..^2];
            if (IsAfter.Contains(stem))
            {
                return [stem, next is "been" or "got" || (next == "had" && stem is "he" or "she" or "it") || (after == "got" && next is "definitely" or "only" or "not" or "still" or "certainly") ? "has" : "is"];
            }

            // "A master's in linguistics".
            if (stem is "master" or "bachelor" && next is "in" or "degree")
            {
                return null;
            }

            if (stem == "name" && next.Length > 0)
            {
                return [stem, "is"];
            }

            if (next is "been" or "got" or "gone" or "moved" or "changed" or "grown" or "become")
            {
                return [stem, "has"];
            }

            // "Doc's taken me off the tablets".
            if (next is "taken" or "sold" or "bought" or "started" or "stopped" or "asked" or "joined" or "died" or "passed" or "decided" or "agreed" or "promised")
            {
                return [stem, "has"];
            }

            // "Her eyesight's bad", "the kitchen's ready now"; "my dad's bad knee" is his.
            if (States.Contains(next) && (after.Length == 0 || after is "now" or "again" or "because" or "today" or "too" or "though" or "since"))
            {
                return [stem, "is"];
            }

            // "Finn's left the Rovers", "Kim's lost her job"; "Tom's left knee" is his.
            if (next is "left" or "lost" or "quit" or "found" or "finished" or "upped" or "switched" or "given" or "signed" or "turned" or "booked" or "broken" or "had" && (WordLists.Determiners.Contains(after) || after is "me" or "us" or "school" or "home" or "up" or "to"))
            {
                return [stem, "has"];
            }

            // "Rent's 1,150 now"; "today's 5 tasks" and "Tom's 40th" are possessives.
            if (next.Length > 0 && (char.IsAsciiDigit(next[0]) || next[0] is '$' or '€' or '£') && !next.EndsWith("th", StringComparison.Ordinal) && !next.EndsWith("st", StringComparison.Ordinal) && stem is not ("today" or "tomorrow" or "yesterday" or "week" or "month" or "year"))
            {
                return [stem, "is"];
            }

            if (IsBefore.Contains(next) || (next.EndsWith("ing", StringComparison.Ordinal) && next.Length > 4 && !Verbs.IsNounInIng(next)))
            {
                return [stem, "is"];
            }
        }

        return null;
    }
}
