using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Reads wishes that have no verb: "no leather, please", "no rooftop bars for me".</summary>
internal static class FragmentReader
{
    private const int LongestTopic = 4;

    /// <summary>What is turned down of what was asked or offered: "not the window", "anything but a Monday"; <see langword="null"/> when the clause is no such words.</summary>
    public static string? Refused(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || (Discourse.IsOpener(tokens[start].Lower) && tokens[start].Lower is not "no")))
        {
            start++;
        }

        var head = TokenSpans.StartsWith(tokens.AsSpan(start), ["anything", "but"]) ? 2 : start < tokens.Length && tokens[start].Lower == "not" ? 1 : 0;
        if (head == 0 || start + head + 1 >= tokens.Length || tokens[start + head].Lower is not ("the" or "a" or "an"))
        {
            return null;
        }

        var end = start + head + 1;
        while (end < tokens.Length && tokens[end].IsWord && tokens[end].Lower is not ("please" or "for" or "thanks" or "again" or "though"))
        {
            end++;
        }

        var words = tokens[(start + head + 1)..end];
        return words.Length is 0 or > LongestTopic || Array.Exists(words, token => WordLists.Empty.Contains(token.Lower) || Verbs.IsFinite(token.Lower) || WordLists.Prepositions.Contains(token.Lower)) || Array.Exists(tokens[end..], token => Verbs.IsFinite(token.Lower)) ? null : string.Join(' ', words.Select(token => token.Text));
    }

    /// <summary>What a bare denial turns down: "nothing with murders in it", "not a chance, no social media"; <see langword="null"/> when the words are no such wish.</summary>
    public static string? Denied(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || (Discourse.IsOpener(tokens[start].Lower) && tokens[start].Lower is not "no") || tokens[start].Lower is "and"))
        {
            start++;
        }

        var firmly = Array.Exists(Refusals, words => TokenSpans.StartsWith(tokens.AsSpan(start), words));
        if (firmly)
        {
            start = Array.FindIndex(tokens, start, token => token.Lower is "," or "—" or "–" or ";") + 1;
        }

        var from = start == 0 && firmly || start + 1 >= tokens.Length ? -1
            : firmly && tokens[start].Lower == "no" ? start + 1
            : tokens[start].Lower == "nothing" && tokens[start + 1].Lower is "with" or "containing" ? start + 2
            : tokens[start].Lower == "nothing" && tokens.Length - start is 2 ? start + 1 : -1;
        if (from < 0)
        {
            return null;
        }

        var end = from;
        while (end < tokens.Length && tokens[end].IsWord && tokens[end].Lower is not ("in" or "please" or "for" or "on" or "or" or "and" or "anymore"))
        {
            end++;
        }

        var words = tokens[from..end].Where(token => !WordLists.Determiners.Contains(token.Lower)).ToArray();
        return words.Length is 0 or > LongestTopic || Array.Exists(words, token => WordLists.Empty.Contains(token.Lower) || Verbs.IsBe(token.Lower) || Verbs.IsModal(token.Lower) || token.Lower is "much" or "special" or "new" or "else" or "yet" or "worse" or "problem" or "worries" or "thanks" or "idea" or "way") ? null : string.Join(' ', words.Select(token => token.Text));
    }

    private static readonly string[][] Refusals = [["not", "a", "chance"], ["no", "way"], ["absolutely", "not"], ["no", "chance"], ["certainly", "not"], ["definitely", "not"], ["never"], ["hard", "pass"], ["hard", "no"], ["no", "thanks"], ["no", "thank", "you"]];

    /// <summary>What alone is wanted: "large print only, please", "only window seats please"; <see langword="null"/> when nothing is.</summary>
    public static Token[]? OnlyWanted(Token[] tokens)
    {
        if (tokens.Length < 3 || tokens[^1].Lower is not ("please" or "pls"))
        {
            return null;
        }

        var end = tokens.Length - 1;
        while (end > 0 && !tokens[end - 1].IsWord)
        {
            end--;
        }

        if (end == 0)
        {
            return null;
        }

        var start = Array.FindLastIndex(tokens, end - 1, token => token.Lower is "," or ";" or "so" or "and" or "—" or "–") + 1;
        while (start < end && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower)))
        {
            start++;
        }

        var words = tokens[start..end];
        return words.Length is < 2 or > 5 || !(words[0].Lower == "only" || words[^1].Lower == "only") || Array.Exists(words, token => Verbs.IsFinite(token.Lower) || token.Lower is "i" or "we" or "you" or "it" or "this" or "that" or "one" || Answers.Contains(token.Lower)) ? null : words;
    }

    /// <summary>What is wanted from now on: "window seats for me in future", "the pool for me from now on"; <see langword="null"/> when the words are no such wish.</summary>
    public static Token[]? ForMe(Token[] tokens)
    {
        var at = Math.Max(TokenSpans.IndexOf(tokens, ["for", "me"]), TokenSpans.IndexOf(tokens, ["for", "us"]));
        if (at is < 1 or > 5 || at + 2 >= tokens.Length || !Array.Exists(Lasting, words => TokenSpans.StartsWith(tokens.AsSpan(at + 2), words)))
        {
            return null;
        }

        var start = 0;
        while (start < at && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower)))
        {
            start++;
        }

        return start == at || Array.Exists(tokens[start..at], token => Verbs.IsFinite(token.Lower) || token.Lower is "no" or "nothing" or "it" or "that" || Answers.Contains(token.Lower)) ? null : tokens[start..];
    }

    private static readonly string[][] Lasting = [["in", "future"], ["in", "the", "future"], ["from", "now", "on"], ["going", "forward"], ["from", "here", "on"], ["now"], ["these", "days"]];

    /// <summary>Whether words name something wanted of the answer, such as a list or an example.</summary>
    public static bool IsOfTheTalk(Token[] words) => TokenSpans.ContainsAny(words, Answers);

    /// <summary>What would be welcome, without any other verb: "salmon twice a week would be great"; <see langword="null"/> when it is something for the talk, or nothing.</summary>
    public static Token[]? Welcome(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower)))
        {
            start++;
        }

        var would = Array.FindIndex(tokens, start, token => token.Lower == "would");
        return would - start is < 1 or > 6 || would + 2 >= tokens.Length || tokens[would + 1].Lower != "be" || !Delights.Contains(tokens[would + 2].Lower) || would + 3 < tokens.Length && tokens[would + 3].IsWord && tokens[would + 3].Lower is not ("for" or "please" or "thanks" or "too") ||
            Array.Exists(tokens[start..would], token => Answers.Contains(token.Lower) || Verbs.IsBe(token.Lower) || Verbs.IsModal(token.Lower) || token.Lower is "i" or "you" or "what" or "if") || WordLists.Empty.Contains(tokens[start].Lower) && tokens[start].Lower is not ("a" or "an" or "the" or "some" or "more") ? null : tokens[start..would];
    }

    private static readonly IReadOnlySet<string> Delights = WordLists.Of("great nice lovely ideal perfect wonderful amazing good fantastic welcome brilliant");

    // What is wanted of the answer, not of life.
    private static readonly IReadOnlySet<string> Answers = WordLists.Of(
        "summary list example examples help explanation recipe recipes advice tip tips suggestion suggestions idea ideas version table outline draft email letter anything something everything code answer answers information info details overview link links sentence sentences paragraph paragraphs words word bullet bullets points step steps guide plan format one ones way thing names name title titles text translation feedback guidance hint hints insight insights reply response clarification pointers it that this these those they");

    /// <summary>What is not wanted; <see langword="null"/> when the clause is no such wish.</summary>
    public static string? Unwanted(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || (Discourse.IsOpener(tokens[start].Lower) && tokens[start].Lower != "no") || tokens[start].Lower is "and"))
        {
            start++;
        }

        if (start >= tokens.Length || tokens[start].Lower != "no")
        {
            return null;
        }

        var end = start + 1;
        while (end < tokens.Length && tokens[end].IsWord && tokens[end].Lower is not ("please" or "for" or "thanks" or "thank"))
        {
            end++;
        }

        var words = tokens[(start + 1)..end];
        var after = tokens[end..].Where(token => token.IsWord).Select(token => token.Lower).ToArray();
        var asks = after is ["please", ..] or ["thanks"] or ["thank", "you", ..] || after is ["for", "me" or "us", ..];
        return !asks || words.Length is 0 or > LongestTopic || Array.Exists(words, token => WordLists.Empty.Contains(token.Lower) || Verbs.IsFinite(token.Lower) || token.Lower is "problem" or "worries" or "rush" or "need" or "thank" or "questions" or "idea" or "matter" or "offense" or "pressure")
            ? null
            : string.Join(' ', words.Select(token => token.Text));
    }
}
