using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Reads what somebody takes every time and says without a verb: "same as always: a flat white", "the usual, window seat".</summary>
internal static class UsualReader
{
    private const int LongestTopic = 4;

    private static readonly string[][] Heads = [["same", "as", "always"], ["same", "as", "usual"], ["same", "as", "ever"], ["same", "as", "before"], ["same", "as", "every", "time"], ["the", "usual"], ["my", "usual"], ["usual", "order"], ["the", "usual", "order"], ["my", "usual", "order"]];
    private static readonly string[] ChineseHeads = ["还是老样子", "老样子", "照旧", "和往常一样", "跟往常一样", "跟平时一样", "和平时一样"];

    /// <summary>The preferences that a sentence tells; none when it tells of nothing usual.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="item">Its message.</param>
    /// <param name="speaker">Who says it.</param>
    public static IEnumerable<RecordDraft> Read(Sentence sentence, EvidenceItem item, Speaker speaker)
    {
        var tokens = sentence.Tokens;
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower)))
        {
            start++;
        }

        var head = sentence.IsQuestion ? null : Heads.Where(words => TokenSpans.StartsWith(tokens.AsSpan(start), words)).MaxBy(static words => words.Length);
        var mark = start + (head?.Length ?? 0);
        if (head is null || mark + 1 >= tokens.Length || tokens[mark].Lower is not (":" or "," or "-" or "–" or "—"))
        {
            return [];
        }

        var topics = Parts(tokens[(mark + 1)..]).ToList();
        return topics.Exists(static topic => topic is null) ? [] : topics.Select(topic => Draft(topic!, item, speaker, false));
    }

    /// <summary>What is taken again, told beside something else: "quiet coach as usual", "took the aisle again, of course".</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="item">Its message.</param>
    /// <param name="speaker">Who says it.</param>
    public static IEnumerable<RecordDraft> Again(Sentence sentence, EvidenceItem item, Speaker speaker)
    {
        if (sentence.IsQuestion)
        {
            yield break;
        }

        var tokens = sentence.Tokens;
        var before = 0;
        var from = 0;
        for (var i = 0; i <= tokens.Length; i++)
        {
            if (i < tokens.Length && tokens[i].Lower is not ("," or ";" or "—" or "–"))
            {
                continue;
            }

            var tail = Tails.Where(words => EndsWith(tokens, from, i, words)).MaxBy(static words => words.Length);

            // "Took the aisle again, of course": the mark may part the two words.
            tail ??= i > from && tokens[i - 1].Lower == "again" && i + 1 < tokens.Length && (TokenSpans.StartsWith(tokens.AsSpan(i + 1), ["of", "course"]) || tokens[i + 1].Lower is "obviously" or "naturally") ? ["again"] : null;
            // "I had the soup, as always": so may it part the words from what they are said of.
            if (tail is null && before < from && Array.Exists(Tails, words => words.Length == i - from && TokenSpans.StartsWith(tokens.AsSpan(from), words)) && TopicOf(tokens[before..(from - 1)]) is { } parted)
            {
                yield return Draft(parted, item, speaker, false);
            }

            if (tail is not null && TopicOf(tokens[from..(i - tail.Length)]) is { } topic)
            {
                yield return Draft(topic, item, speaker, false);
            }

            before = from;
            from = i + 1;
        }
    }

    private static readonly string[][] Tails = [["as", "usual"], ["as", "always"], ["as", "ever"], ["like", "always"], ["like", "usual"], ["again", "of", "course"], ["of", "course", "again"], ["again", "obviously"], ["again", "naturally"], ["as", "per", "usual"]];

    private static bool EndsWith(Token[] tokens, int from, int end, string[] words) => end - from > words.Length && TokenSpans.StartsWith(tokens.AsSpan(end - words.Length, words.Length), words);

    // What was taken, without who took it; null where the words tell more than a thing. A bare number is a label of something offered.
    private static string? TopicOf(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower) || Taking.Contains(tokens[start].Lower) || WordLists.Determiners.Contains(tokens[start].Lower)))
        {
            start++;
        }

        var words = tokens[start..].Where(token => token.IsWord).Select(token => token.Lower).ToArray();
        return words.Length is 0 or > LongestTopic || Array.Exists(words, word => WordLists.Empty.Contains(word) || Verbs.IsBe(word) || Verbs.IsModal(word) || word.Any(char.IsAsciiDigit) || Verbs.IsFinite(word) && word == words[0]) ? null : string.Join(' ', words);
    }

    private static readonly IReadOnlySet<string> Taking = WordLists.Of("i we took take taking got get had have having ordered order booked book went go going with for chose choose picked pick wore used bought and in");

    /// <summary>The preference that a Chinese clause tells: "还是老样子:一杯美式"; <see langword="null"/> when it tells none.</summary>
    /// <param name="clause">The words of the clause.</param>
    /// <param name="item">Its message.</param>
    /// <param name="speaker">Who says it.</param>
    public static RecordDraft? ReadChinese(string clause, EvidenceItem item, Speaker speaker)
    {
        var head = Chinese.ChineseWords.StartOf(clause, ChineseHeads);
        var topic = head.Length == 0 || head.Length == clause.Length || clause[head.Length] is not (':' or '：') ? "" : clause[(head.Length + 1)..].Trim();
        if (topic.Length > 3 && topic[0] is '一' or '两' && "杯份碗瓶盘个张".Contains(topic[1], StringComparison.Ordinal))
        {
            topic = topic[2..];
        }

        return topic.Length is < 2 or > 10 ? null : Draft(topic, item, speaker, true);
    }

    // What is enumerated, each in a few words; null for what is no thing.
    private static IEnumerable<string?> Parts(Token[] tokens)
    {
        var from = 0;
        for (var i = 0; i <= tokens.Length; i++)
        {
            if (i < tokens.Length && tokens[i].Lower is not ("," or "and" or "plus" or ";"))
            {
                continue;
            }

            var words = tokens[from..i].Where(token => token.IsWord && token.Lower is not ("a" or "an" or "the" or "my" or "please" or "thanks")).Select(token => token.Lower).ToArray();
            from = i + 1;
            if (words.Length > 0)
            {
                yield return words.Length > LongestTopic || Array.Exists(words, word => WordLists.Empty.Contains(word) || Verbs.IsBe(word) || Verbs.IsModal(word)) ? null : string.Join(' ', words).Replace('-', ' ');
            }
        }
    }

    private static RecordDraft Draft(string topic, EvidenceItem item, Speaker speaker, bool isChinese) =>
        ImpliedPreference.Of(speaker.Subject, topic, Polarity.Positive, item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User, [item.Id], isChinese);
}
