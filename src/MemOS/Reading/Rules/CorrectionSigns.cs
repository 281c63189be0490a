namespace MemOS.Reading.Rules;

/// <summary>The words by which somebody says that they put something right.</summary>
internal static class CorrectionSigns
{
    /// <summary>Whether a sentence is nothing but the sign that a correction follows: "Wait, no.", "Oops, typo!", "You're right."</summary>
    public static bool Announces(Sentence sentence)
    {
        var marked = false;
        var length = 0;
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var token = sentence.Tokens[i];
            if (token.IsWord)
            {
                length++;
                marked |= IsSign(sentence.Tokens, i) || token.Lower is "wrong" or "misread" or "misspoke" or "mistyped" or "autocorrect" or "swapped" or "transposed";
            }
        }

        const int LongestSlip = 12;
        const int LongestWait = 9;
        var waits = sentence.Tokens.Any(token => token.Lower is "wait" or "oops" or "whoops" or "hang" or "hold") && Opens(sentence.Tokens) && length <= LongestWait && !sentence.Tokens.Any(token => token.Kind == TokenKind.Number);
        return waits && !sentence.IsQuestion || marked && length <= 5 && !sentence.IsQuestion || (length <= LongestSlip && !sentence.IsQuestion && Slips.Any(words => TokenSpans.IndexOf(sentence.Tokens, words) >= 0)) || TokenSpans.StartsWith(sentence.Tokens, ["scratch", "that"]) && length == 2;
    }

    /// <summary>Whether words tell of a slip anywhere: "44, typed too fast".</summary>
    public static bool TellsSlip(Token[] tokens) => Slips.Any(words => TokenSpans.IndexOf(tokens, words) >= 0);

    /// <summary>Whether a sentence opens by saying that a plan is another one now: "Change of plan: …".</summary>
    public static bool TellsNews(Token[] tokens)
    {
        const int Reach = 3;
        var at = TokenSpans.IndexOf(tokens, ["change", "of"]);
        return at is >= 0 and < Reach && at + 2 < tokens.Length && tokens[at + 2].Lower is "plan" or "plans" or "heart" or "date" or "venue" or "address";
    }

    /// <summary>Whether a sentence opens with the sign that it puts right what was said: "Wait, no, the crown is on Thursday". A bare "no" may answer a question.</summary>
    public static bool Opens(Token[] tokens)
    {
        var i = 0;
        var marked = false;
        while (i < tokens.Length && i < 6 && (!tokens[i].IsWord || tokens[i].Lower is "wait" or "no" or "oh" or "ah" or "sorry" or "oops" or "whoops" or "correction" or "typo" or "hang" or "hold" or "on" or "my" or "bad" or "mistake"))
        {
            marked |= tokens[i].Lower is "wait" or "oops" or "whoops" or "correction" or "typo" or "mistake" or "hang" or "hold" || (tokens[i].Lower == "sorry" && i + 1 < tokens.Length && !tokens[i + 1].IsWord);
            i++;
        }

        return marked && i > 0 && i < tokens.Length;
    }

    private static readonly string[][] Slips = [["silly", "me"], ["my", "mistake"], ["my", "bad"], ["fat", "fingers"], ["two", "digits"], ["the", "digits"], ["the", "wrong", "line"], ["i", "misread"], ["i", "mixed", "up"], ["i", "confused"], ["i", "mistyped"], ["i", "misspoke"], ["mixed", "it", "up"], ["mixed", "that", "up"], ["mixed", "them", "up"], ["typed", "too", "fast"], ["wrong", "day"], ["wrong", "date"], ["wrong", "time"], ["wrong", "number"], ["wrong", "name"], ["wrong", "year"], ["wrong", "month"], ["wrong", "address"], ["forgot", "a", "letter"], ["left", "out", "a"], ["pressed", "the", "wrong"], ["hit", "the", "wrong"], ["autocorrect", "got"], ["got", "that", "wrong"], ["got", "it", "wrong"], ["is", "my", "old", "one"], ["is", "the", "old", "one"], ["is", "my", "work", "one"], ["is", "my", "old", "number"], ["is", "my", "old", "address"], ["is", "my", "old", "email"]];

    /// <summary>Whether a message tells anywhere that something was looked up again: then what it says stands against what was said before.</summary>
    public static bool Slipped(IReadOnlyList<Sentence> sentences) =>
        sentences.Count > 1 && sentences.Any(sentence => !sentence.IsQuestion && sentence.Tokens.Length < 9 && (TokenSpans.IndexOf(sentence.Tokens, ["i", "checked"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["looked", "at", "the"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["double", "checked"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["looked", "again"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["my", "mistake"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["got", "it", "wrong"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["got", "that", "wrong"]) >= 0));

    /// <summary>Whether the word at a place says that something is put right.</summary>
    /// <remarks>"No problem", "no worries" and "sorry to hear that" put nothing right: the sign stands by itself, or before what is right.</remarks>
    /// <param name="tokens">The words.</param>
    /// <param name="at">The place.</param>
    public static bool IsSign(Token[] tokens, int at)
    {
        Token? next = at + 1 < tokens.Length ? tokens[at + 1] : null;
        return tokens[at].Lower switch
        {
            "no" or "nope" => next is not { IsWord: true } || next.Value.Lower is "it" or "that" or "they" or "i" or "we" or "he" or "she" or "my" or "not" or "sorry" or "wait" or "actually" or "no" or "make",
            "sorry" => next is not { Lower: "to" or "for" or "about" or "you" or "your" or "if" or "that" or "but" or "i" or "guys" or "buddy" or "man" },
            "actually" or "correction" or "wait" or "oops" or "whoops" or "bad" or "mistake" or "edit" or "typo" => true,
            _ => false,
        };
    }

    /// <summary>The words without the clause that tells of the slip, which marks the rest: "I misread the ticket, it leaves from platform 14". So does "you're right".</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="announced">Whether they are marked as a correction.</param>
    public static Token[] WithoutSlip(Token[] tokens, ref bool announced)
    {
        var slip = Math.Max(0, Array.FindIndex(tokens, token => token.Lower is "misread" or "misspoke" or "mistyped" or "typo" or "mistake" or "wrong" or "misremembered"));
        var comma = Array.FindIndex(tokens, slip, token => token.Lower is "," or ":" or ";" or "—" or "–");
        if (comma is > 0 and < 12 && comma + 1 < tokens.Length && (tokens[..comma].Any(token => token.Lower is "misread" or "misspoke" or "mistyped" or "typo" or "mistake" or "wrong" or "misremembered") || TokenSpans.IndexOf(tokens.AsSpan(0, comma), ["mixed", "up"]) >= 0 || TokenSpans.StartsWith(tokens, ["you", "are", "right"]) || TokenSpans.StartsWith(tokens, ["that", "is", "not", "right"]) || TokenSpans.StartsWith(tokens, ["that", "is", "not", "correct"]) || TokenSpans.StartsWith(tokens, ["not", "quite"])))
        {
            announced = true;
            return tokens[(comma + 1)..];
        }

        // "Two sons, I mean."
        if (tokens.Length > 3 && tokens[^1].Lower is "mean" or "meant" && tokens[^2].Lower == "i")
        {
            announced = true;
            return tokens[^3].IsWord ? tokens[..^2] : tokens[..^3];
        }

        return tokens;
    }
}
