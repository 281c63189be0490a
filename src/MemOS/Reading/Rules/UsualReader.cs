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
