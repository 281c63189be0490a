using System.Collections.Frozen;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules.Filters;

/// <summary>Puts sentences that tell something in the form of a question, a condition, an order or a wish into that of a statement.</summary>
internal static class SentenceForms
{
    /// <summary>The statement that a sentence holds; the sentence as it is where it holds none, or is one.</summary>
    public static Sentence Statement(Sentence sentence) => WithoutWish(Noted(WithoutAsking(WithoutGuess(WithoutTag(WithoutTeaser(WithoutIdea(WithoutRequest(WithoutFrame(Asides.Without(sentence))))))))));

    // "Remind me: my eye test is on Wednesday", "no, I don't speak it before you ask": the words around what is told.
    private static Sentence WithoutFrame(Sentence sentence)
    {
        const int LongestLead = 4;
        var tokens = sentence.Tokens;
        var tail = Array.Find(Tails, words => tokens.Length > words.Length + 2 && TokenSpans.IndexOf(tokens.AsSpan(0, LastWord(tokens) + 1), words) is >= 0 and var at && at == LastWord(tokens) + 1 - words.Length);
        if (tail is not null)
        {
            tokens = tokens[..(LastWord(tokens) + 1 - tail.Length)];
        }

        // "Sorry if my English is strange, I speak Polish at home", "thanks for the help back then but we've switched": courtesy, then what is told.
        if (tokens is [{ Lower: "sorry" or "thanks" or "apologies" or "thank" }, { Lower: "if" or "for" or "about" or "again" or "you" or "so" }, _, _, ..] && Array.FindIndex(tokens, 2, static token => token.Lower is "," or "but" or ";" or "—" or "–" or "-") is > 2 and < LongestCourtesy and var told && told + 3 < tokens.Length && Behind(tokens, told) is var self && self + 2 < tokens.Length && tokens[self].Lower is "i" or "we" or "my" or "our")
        {
            tokens = tokens[self..];
        }

        // "Update on the food front, I'm vegan now": the news.
        var comma = tokens is [{ Lower: "update" or "news" }, { Lower: "on" or "about" or "from" or "for" }, { Lower: "the" or "my" or "our" }, ..] or [{ Lower: "quick" or "small" or "little" or "big" }, { Lower: "update" or "news" }, { Lower: "on" or "about" or "from" or "for" }, ..] ? Array.FindIndex(tokens, static token => token.Lower == ",") : -1;
        if (comma is > 2 and <= LongestNote && comma + 3 < tokens.Length && tokens[comma + 1].Lower is "i" or "we" or "my" or "our" && !TokenSpans.ContainsAny(tokens.AsSpan(0, comma), WordLists.Kin))
        {
            tokens = tokens[(comma + 1)..];
        }

        // "I've changed my mind, stop using bullet points": the order.
        if (tokens is [{ Lower: "i" }, { Lower: "have" }, { Lower: "changed" }, { Lower: "my" }, { Lower: "mind" }, { Lower: "," or ":" or ";" or "—" or "–" or "-" }, _, _, ..] or [{ Lower: "i" }, { Lower: "changed" }, { Lower: "my" }, { Lower: "mind" }, { Lower: "," or ":" or ";" or "—" or "–" or "-" }, _, _, ..] && !sentence.IsQuestion)
        {
            tokens = tokens[(Array.FindIndex(tokens, static token => token.Lower == "mind") + 2)..];
        }

        // "New phone: a Pixel 9": so it is.
        if (tokens is [{ Lower: "new" } news, { Kind: TokenKind.Word } owned, { Lower: ":" } mark, _, ..] && SlotVocabulary.OwnedAttributes.ContainsKey(owned.Lower) && tokens.Length < LongestNote + 3 && (tokens[3].IsCapitalised || char.IsAsciiDigit(tokens[3].Text[0]) || (tokens[3].Lower is "a" or "an" && tokens.Length > 4 && tokens[4].IsCapitalised)) && tokens[3].Lower != "i")
        {
            tokens = [news.Reworded("my"), news.Reworded("new") with { Spaced = true }, owned, mark.Reworded("is") with { Kind = TokenKind.Word, Spaced = true }, .. tokens[3..]];
        }

        // "Note I don't drive".
        tokens = tokens.Length > 3 && tokens[0].Lower == "note" && tokens[1].Lower is "i" or "we" or "my" or "our" ? tokens[1..] : tokens;

        var colon = Array.FindIndex(tokens, token => token.Lower == ":");
        if (colon is > 0 and <= LongestLead && colon + 2 < tokens.Length && (Leads.Contains(tokens[colon - 1].Lower) || TokenSpans.StartsWith(tokens, ["remind", "me"])) && tokens[colon + 1].Lower is "i" or "we" or "my" or "our" or "the" or "it" or "he" or "she" or "they" or "there")
        {
            tokens = tokens[(colon + 1)..];
        }

        // "Iceland's off I'm afraid, had to cancel".
        if (TokenSpans.IndexOf(tokens, ["i", "am", "afraid"]) is > 1 and var afraid && afraid + 3 < tokens.Length && tokens[afraid + 3].Lower is "," or "but" or ";")
        {
            tokens = [.. tokens[..afraid], .. tokens[(afraid + 3)..]];
        }

        return tokens.Length == sentence.Tokens.Length ? sentence : sentence with { Tokens = tokens };
    }

    private const int LongestCourtesy = 14;

    private static int Behind(Token[] tokens, int mark) => mark + 1 + (tokens[mark + 1].Lower is "but" or "and" or "so" ? 1 : 0);

    // "Rohan adores Georgian food so maybe something along those lines?": what is so, and then an idea.
    private static Sentence WithoutIdea(Sentence sentence)
    {
        const int LeastTold = 3;
        var tokens = sentence.Tokens;
        var idea = sentence.IsQuestion ? Array.FindIndex(tokens, static token => token.Lower == "so") : -1;
        if (idea <= LeastTold || idea + 2 >= tokens.Length || !Ideas.Contains(tokens[idea + 1].Lower) || TokenSpans.ContainsAny(tokens.AsSpan(0, idea), Doubts))
        {
            return sentence;
        }

        var isStatement = tokens[0].Lower is "i" or "we" or "my" or "our" or "he" or "she" or "they" || (tokens[0] is { IsCapitalised: true, Kind: TokenKind.Word } && !WordLists.QuestionWords.Contains(tokens[0].Lower) && !Verbs.IsFinite(tokens[0].Lower) && (Verbs.IsThirdPerson(tokens[1].Lower) || Verbs.IsFinite(tokens[1].Lower)));
        return isStatement ? new(tokens[..(tokens[idea - 1].Lower == "," ? idea - 1 : idea)], '.') : sentence;
    }

    private static readonly FrozenSet<string> Doubts = WordLists.Of("if think guess suppose wonder might may maybe perhaps probably");
    private static readonly FrozenSet<string> Ideas = WordLists.Of("maybe perhaps something how which where any help");

    // "I swim three times a week now and honestly?": the words that only make curious.
    private static Sentence WithoutTeaser(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var teaser = sentence.IsQuestion ? Array.Find(Teasers, words => tokens.Length > words.Length + 3 && TokenSpans.StartsWith(tokens.AsSpan(tokens.Length - words.Length), words)) : null;
        if (teaser is null || !(tokens[^(teaser.Length + 1)].Lower is "and" or "but" or "," or "—" or "–"))
        {
            return sentence;
        }

        var end = tokens.Length - teaser.Length;
        while (end > 1 && tokens[end - 1].Lower is "and" or "but" or "," or "—" or "–")
        {
            end--;
        }

        return new(tokens[..end], '.');
    }

    private static readonly string[][] Teasers = [["honestly"], ["frankly"], ["you", "know", "what"], ["know", "what"], ["guess", "what"], ["the", "best", "part"], ["the", "worst", "part"], ["the", "result"], ["the", "funny", "thing"], ["the", "irony"]];

    // "Parents' evening is on Wednesday, can you draft a note?": what is so, and then what is asked for.
    private static Sentence WithoutRequest(Sentence sentence)
    {
        const int LeastTold = 4;
        var tokens = sentence.Tokens;
        if (!sentence.IsQuestion || tokens[0].Lower is "i" or "we" || WordLists.QuestionWords.Contains(tokens[0].Lower) || Verbs.IsModal(tokens[0].Lower) || Verbs.IsBe(tokens[0].Lower) || tokens[0].Lower is "do" or "does" or "did" or "have" or "has" or "if" or "so" or "because" or "since" or "when" or "unless" or "suppose" or "supposing" or "imagine" or "assuming" or "assume" or "say" or "as" or "while")
        {
            return sentence;
        }

        var comma = Array.FindIndex(tokens, token => token.Lower == ",");
        var agreed = Array.FindLastIndex(tokens, token => token.Lower == ",");
        if (agreed >= LeastTold && agreed + 2 < tokens.Length && tokens.Length - agreed < LongestAssent && tokens[agreed + 1].Lower is "everyone" or "everybody" or "all" or "is" or "that" or "does" or "you" or "any" && TokenSpans.ContainsAny(tokens.AsSpan(agreed + 1), Assent) && tokens.Take(agreed).Any(token => Verbs.IsFinite(token.Lower)))
        {
            return new(tokens[..agreed], '.');
        }

        // "For the db, we're on Postgres 15, any driver you like?"
        if (agreed >= LeastTold && agreed + 2 < tokens.Length && tokens[agreed + 1].Lower is "any" or "anything" && tokens.Take(agreed).Any(token => Verbs.IsFinite(token.Lower)) && !tokens.Take(agreed).Any(token => token.Lower is "if" or "you"))
        {
            return new(tokens[..agreed], '.');
        }

        return comma >= LeastTold && comma + 2 < tokens.Length && (tokens[comma + 1].Lower is "can" or "could" or "would" or "will" && tokens[comma + 2].Lower == "you" || (Requests.Contains(tokens[comma + 1].Lower) && comma == agreed && !tokens.Take(comma).Any(static token => token.Lower is "you" or "your" or "if"))) && tokens.Take(comma).Any(token => Verbs.IsFinite(token.Lower)) ? new(tokens[..comma], '.') : sentence;
    }

    private static readonly FrozenSet<string> Requests = WordLists.Of("remind help tell give suggest recommend show explain draft");
    private const int LongestAssent = 9;
    private static readonly FrozenSet<string> Assent = WordLists.Of("ok okay fine alright good work works suit suits objections problem");

    private static int LastWord(Token[] tokens) => Array.FindLastIndex(tokens, token => token.IsWord);

    private static readonly FrozenSet<string> Leads = WordLists.Of("question reminder note background context answer yes yep yeah confession disclosure fyi ps heads-up backstory story reason");

    private static readonly string[][] Tails = [["before", "you", "ask"], ["in", "case", "you", "wondered"], ["in", "case", "you", "are", "wondering"], ["if", "you", "are", "wondering"], ["just", "so", "you", "know"], ["just", "so", "you", "both", "know"], ["just", "so", "you", "all", "know"], ["so", "you", "know"], ["for", "the", "record"], ["i", "am", "afraid"], ["sad", "to", "say"], ["i", "am", "sorry", "to", "say"]];

    // A sentence about the speaker without the word that asks for assent: "I'm allergic, remember?" tells something, as does "ok so
    // raid is Thursday at 8 yeah?".
    private static Sentence WithoutTag(Sentence sentence)
    {
        var tokens = sentence.Tokens;

        // "Always give me the code first, ok?": an order all the same.
        if (sentence.IsQuestion && tokens.Length > 4 && tokens[^2].Lower == "," && tokens[^1].Lower is "ok" or "okay" or "alright" or "please" or "yeah" or "right" && tokens[0].Lower is "always" or "never" or "please" or "from" or "keep" or "use")
        {
            return new(tokens[..^2], '.');
        }

        if (!sentence.IsQuestion || tokens.Length < 4)
        {
            return sentence;
        }

        var start = 0;
        while (start < tokens.Length - 3 && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower)))
        {
            start++;
        }

        var isSet = tokens[^2].Lower == ",";
        return isSet && tokens[start].Lower is "i" or "we" or "my" or "our" && tokens[^1].Lower is "remember" or "right" or "ok" or "okay" or "yeah" or "eh" or "innit" or "no" ? new(tokens[..^2], '.')
            : tokens[^1].Lower is "yeah" or "right" or "innit" or "yes" && (isSet || tokens[^1].Lower == "yeah") && !WordLists.QuestionWords.Contains(tokens[start].Lower) && !Verbs.IsModal(tokens[start].Lower) && !Verbs.IsBe(tokens[start].Lower) && tokens[start].Lower is not ("do" or "does" or "did" or "have" or "has" or "had" or "you" or "your" or "he" or "she" or "they" or "it" or "that" or "this" or "if") && Array.FindIndex(tokens, start, token => Verbs.IsBe(token.Lower)) is > 0 and var copula && copula - start is > 0 and < 4
                ? new(tokens[..(isSet ? ^2 : ^1)], '.') : sentence;
    }

    // "If the shop asks, my mobile is …": so it is, whoever asks.
    private static Sentence WithoutAsking(Sentence sentence)
    {
        const int LongestLead = 6;
        var comma = sentence.Tokens is [{ Lower: "if" or "when" or "should" }, _, _, ..] ? Array.FindIndex(sentence.Tokens, token => token.Lower == ",") : -1;
        return comma is > 1 and <= LongestLead && comma + 3 < sentence.Tokens.Length && TokenSpans.ContainsAny(sentence.Tokens.AsSpan(0, comma), Askers) && sentence.Tokens[comma + 1].Lower is "my" or "our" or "i" or "we" or "the" && !TokenSpans.Contains(sentence.Tokens, "would") && !TokenSpans.Contains(sentence.Tokens, "could")
            ? sentence with { Tokens = sentence.Tokens[(comma + 1)..] } : sentence;
    }

    private static readonly FrozenSet<string> Askers = WordLists.Of("asks ask wonders wonder matters wondering asking needed");

    // "Please note my phone number for the courier: 0664 318 2207": so it is.
    private static Sentence Noted(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var note = Array.FindIndex(tokens, token => token.Lower is "note" or "save" or "remember" or "record" or "store" or "here");
        var colon = Array.FindIndex(tokens, token => token.Lower == ":");
        if (note is < 0 or > 2 || colon < note + 3 || colon + 1 >= tokens.Length || colon - note > LongestNote || tokens[note + 1].Lower is not ("my" or "our" or "is") || !tokens[note..colon].Any(token => SlotVocabulary.OwnedAttributes.ContainsKey(token.Lower)))
        {
            return sentence;
        }

        var start = tokens[note + 1].Lower == "is" ? note + 2 : note + 1;
        var end = Array.FindIndex(tokens, start, colon - start, token => WordLists.Prepositions.Contains(token.Lower)) is > 0 and var preposition ? preposition : colon;
        return tokens[start].Lower is "my" or "our" ? new([.. tokens[start..end], tokens[colon].Reworded("is") with { Kind = TokenKind.Word, Spaced = true }, .. tokens[(colon + 1)..]], '.') : sentence;
    }

    private const int LongestNote = 9;

    // "I love spicy food, so a Thai place would be perfect": what is so, without what is wished for.
    private static Sentence WithoutWish(Sentence sentence)
    {
        var so = Array.FindIndex(sentence.Tokens, token => token.Lower is "so" or "but");
        if (TokenSpans.IndexOf(sentence.Tokens, ["would", "be"]) is > 4 and var dream && Array.FindLastIndex(sentence.Tokens, dream, static token => token.Lower == ",") is > 2 and var comma && Array.FindIndex(sentence.Tokens, 0, comma, static token => token.IsWord && !Discourse.IsOpener(token.Lower)) is >= 0 and var first && sentence.Tokens[first].Lower is "i" or "we" or "my" or "our" && !TokenSpans.Contains(sentence.Tokens, "if") && !TokenSpans.Contains(sentence.Tokens.AsSpan(comma), "i") && !TokenSpans.Contains(sentence.Tokens.AsSpan(0, comma), "would"))
        {
            return sentence with { Tokens = sentence.Tokens[..comma], Mark = '.' };
        }

        return so > 3 && sentence.Tokens[so - 1].Lower == "," && sentence.Tokens[0].Lower is "i" or "we" or "my" or "our" && TokenSpans.Contains(sentence.Tokens.AsSpan(so), "would") && !TokenSpans.Contains(sentence.Tokens.AsSpan(0, so), "would") && !TokenSpans.Contains(sentence.Tokens.AsSpan(0, so), "if") && !TokenSpans.Contains(sentence.Tokens.AsSpan(so), "i")
            ? sentence with { Tokens = sentence.Tokens[..(so - 1)], Mark = '.' } : sentence;
    }

    // "Guess who is married": I am.
    private static Sentence WithoutGuess(Sentence sentence)
    {
        if (sentence.Tokens is not [{ Lower: "guess" }, { Lower: "who" } who, { } verb, _, ..] || !Verbs.IsFinite(verb.Lower))
        {
            return sentence;
        }

        var own = verb.Lower switch { "is" => "am", "has" => "have", "does" => "do", _ when Verbs.IsPast(verb.Lower) || Verbs.IsModal(verb.Lower) => verb.Lower, _ => BaseOf(verb.Lower) };
        return new([who.Reworded("I"), verb.Reworded(own), .. sentence.Tokens[3..]], '.');
    }

    private static string BaseOf(string third) => third.EndsWith("ies", StringComparison.Ordinal) ? third[..^3] + "y" : Verbs.IsBase(third[..^1]) ? third[..^1] : third.EndsWith("es", StringComparison.Ordinal) ? third[..^2] : third;
}
