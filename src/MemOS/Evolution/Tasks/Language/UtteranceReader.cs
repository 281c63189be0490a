using System.Text.RegularExpressions;
using MemOS.Evolution.Tasks.Language.Reports;
using MemOS.Recall.Words;

namespace MemOS.Evolution.Tasks.Language;

/// <summary>Takes a message apart into clauses and says what each does, by tables of phrases alone.</summary>
internal static partial class UtteranceReader
{
    // Beyond this a message is pasted data, whose words are no signals.
    private const int LongestRead = 2_000;

    public static Utterance Read(string text)
    {
        var head = text.Length > LongestRead ? text[..LongestRead] : text;
        var clauses = Pieces().Matches(head)
            .Select(match => (Text: match.Groups[1].Value.Trim(), End: match.Groups[2].Value))
            .Where(piece => piece.Text.Length > 0)
            .SelectMany(piece => SplitFeedback(piece.Text, piece.End))
            .ToList();
        if (clauses.Count > 1 && clauses[0].Kind == ClauseKind.Content && Interjection().IsMatch(clauses[0].Text))
        {
            clauses[0] = clauses[0] with { Kind = ClauseKind.Acknowledgement };
        }

        // "Easy, wasn't it" asks nothing of its own, and denies nothing.
        var isTag = clauses.Select((clause, place) => place > 0 && TagQuestion().IsMatch(clause.Text) && (!clause.IsQuestion || clauses[place - 1].Verdict == Verdict.Pleased)).ToList();
        return isTag.Contains(true) ? new(text, [.. clauses.Where((_, place) => !isTag[place])]) { IsTagged = true } : new(text, clauses);
    }

    /// <summary>The stems that carry a topic. Of Chinese, Japanese and Korean only pairs: a single character is in too many words.</summary>
    public static HashSet<string> Topics(string text) =>
        WordAnalyzer.Terms(text).Where(term => term.Length > 1).ToHashSet(StringComparer.Ordinal);

    // "thanks now please return 1002" and "thanks 帮我查一下" have no comma where the next request starts.
    private static IEnumerable<Clause> SplitFeedback(string text, string end)
    {
        if (Leading().Match(text) is { Success: true, Groups: var groups } && groups[2].Value is { Length: > 0 } rest &&
            (SignalPhrases.Request.IsMatch(rest) || SignalPhrases.Imperative.IsMatch(rest)))
        {
            return [Classify(groups[1].Value.Trim(), ""), Classify(rest.Trim(), end)];
        }

        return [Classify(text, end)];
    }

    private static Clause Classify(string text, string end)
    {
        var isQuestion = end.AsSpan().ContainsAny('?', '\uFF1F') || ChineseQuestion().IsMatch(text) || BareQuestion().IsMatch(text);
        var verdict = !isQuestion ? VerdictOf(text) : Reproach().IsMatch(text) ? Verdict.Negative : Verdict.None;
        var isState = verdict == Verdict.None && !isQuestion && (verdict = StateReports.Of(text)) != Verdict.None;
        if ((verdict is Verdict.Worked or Verdict.Pleased && Doubt().IsMatch(text)) || (verdict == Verdict.Negative && isState && Announced().IsMatch(text)))
        {
            verdict = Verdict.None;
        }

        var kind = FeedbackPhrases.Negation.IsMatch(text) ? ClauseKind.Negation
            : FeedbackPhrases.Affirmation.IsMatch(text) && !isQuestion ? ClauseKind.Affirmation
            : FeedbackPhrases.Acknowledgement.IsMatch(text) && verdict is not (Verdict.Worked or Verdict.Pleased) ? ClauseKind.Acknowledgement
            : FeedbackPhrases.Greeting.IsMatch(text) ? ClauseKind.Greeting
            : verdict != Verdict.None && !AsksForWork(text, verdict, isState) ? ClauseKind.Feedback
            : ClauseKind.Content;
        if (kind is ClauseKind.Content or ClauseKind.Acknowledgement or ClauseKind.Greeting)
        {
            verdict = Verdict.None;
        }

        var bare = verdict == Verdict.None ? "" : FeedbackPhrases.WithoutJudgement(isState ? StateReports.Without(text) : text);
        return new(text, isQuestion, kind, verdict, Topics(bare), SignalPhrases.AtHand.IsMatch(text)) { IsState = isState && verdict != Verdict.None };
    }

    private static Verdict VerdictOf(string text) =>
        FeedbackPhrases.Dropped.IsMatch(text) ? Verdict.Dropped
        : FeedbackPhrases.Resigned.IsMatch(text) ? Verdict.Resigned
        : FeedbackPhrases.Negative.Match(text) is { Success: true } complaint && !IsOnlyToBeChecked(text, complaint.Index) && !IsPastDoubt(text) ? Verdict.Negative
        : FeedbackPhrases.Deferred.IsMatch(text) ? Verdict.Deferred
        : FeedbackPhrases.Worked.IsMatch(text) ? Verdict.Worked
        : FeedbackPhrases.Pleased.IsMatch(text) ? Verdict.Pleased
        : Verdict.None;

    // "I'll check whether it still fails" complains of nothing.
    private static bool IsOnlyToBeChecked(string text, int complaint) =>
        FeedbackPhrases.Deferred.Match(text) is { Success: true } later && later.Index < complaint;

    private static Regex PhrasesOf(Verdict verdict) => verdict switch
    {
        Verdict.Dropped => FeedbackPhrases.Dropped,
        Verdict.Negative => FeedbackPhrases.Negative,
        Verdict.Resigned => FeedbackPhrases.Resigned,
        Verdict.Deferred => FeedbackPhrases.Deferred,
        Verdict.Worked => FeedbackPhrases.Worked,
        _ => FeedbackPhrases.Pleased,
    };

    // "Please check that the great hall is free" praises nothing: what asks for work is no judgement.
    private static bool AsksForWork(string text, Verdict verdict, bool isState)
    {
        var rest = isState ? StateReports.Without(text) : PhrasesOf(verdict).Replace(text, " ");
        if (verdict == Verdict.Dropped)
        {
            // "另外把停车证 TC-0688 取消吧" asks for a cancellation, and drops nothing.
            return text.Any(char.IsDigit) && text.AsSpan().ContainsAny('把', '帮', '请');
        }

        return SignalPhrases.Request.IsMatch(rest) || SignalPhrases.Imperative.IsMatch(text);
    }

    // A clause, and the mark that ends it. ASCII marks end one before a blank or beside Chinese, Japanese and Korean letters;
    // inside "3.5", "a.b@c.test" or "hunter2!x" they do not. \uFF0C and its like are the full-width marks.
    [GeneratedRegex(@"((?:[^,.!?;\u3002\uFF01\uFF1F\uFF1B\uFF0C\u3001\n\u2026\u2014]|(?<![\u2E80-\uFFFF])[,.!?;](?=[!-~])(?![!?.]*(?:\s|$)))+)([,.!?;\u3002\uFF01\uFF1F\uFF1B\uFF0C\u3001\n\u2026\u2014]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"^((?:ok(?:ay)? |great |perfect |awesome )?(?:thanks|thank you(?: so much| very much)?|thx|cheers|great|perfect|never ?mind|forget (?:it|that)|谢谢你?了?|算了|好的谢谢|多谢)(?: a lot| so much| again)?)[\s:]*(.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Leading();

    // "Whoa, forget that": one short word before a comma is a sigh or a name.
    [GeneratedRegex(@"^\p{IsBasicLatin}{1,8}$(?<!\P{L}.*)", RegexOptions.CultureInvariant)]
    private static partial Regex Interjection();

    /// <summary>Whether a message doubts what it would otherwise say: "not sure that was the right amount".</summary>
    public static bool IsDoubtful(string text) => Doubt().IsMatch(text);

    /// <summary>Whether a clause tells what was doubted before, which was good news or none: "I wasn't sure it would work".</summary>
    public static bool IsPastDoubt(string clause) => PastDoubt().IsMatch(clause);

    [GeneratedRegex(@"\b(?:i|we)(?: \w+)? (?:(?:was|were)(?:n['’]t| not)(?: \w+)? (?:sure|certain|convinced)|(?:did(?:n['’]t| not)|never|had(?:n['’]t| not))(?: \w+)? (?:think|thought|expect(?:ed)?|believed?|dream(?:ed|t)?|imagined?))\b.*(?:\b(?:would|could)|['’]d|\bwas going to) (?:\w+ )?(?:work|help|fit|arrive|come|go|make|manage|find|fix|solve|succeed|be (?:that |this |so )?(?:possible|easy|quick|fast|simple|able|ready|enough))\b|(?:本来|原来|原本|之前|起初|开始)(?:我)?还?(?:不太?|没太?)?(?:确定|担心|怀疑|以为不|觉得不)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PastDoubt();

    [GeneratedRegex(@"^(?:(?:is|was|are|were|does|do|did|has|have|had|can|could|will|would|should)n['’]?t (?:it|he|she|they|that|this|there|i|we|you)|(?:is|was) it not|(?:right|eh|huh|innit)|(?:是|对|不是|行)(?:吧|吗)|是不是|对不对)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TagQuestion();

    [GeneratedRegex(@"\b(?<!\b(?:was|were) )not (?:so |really |quite |entirely |too |that )?(?:sure|certain|convinced)\b(?! (?:why|what|how|who|when|where|which)\b)|不(?:太|大|是很)?确定", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Doubt();

    // "I'll be ten minutes late" tells what is coming, not how the work went.
    [GeneratedRegex(@"^(?:(?:and|but|so|oh|hey|btw) )*(?:i|we|he|she|they)(?:['’]ll| will| might| may)(?: \w+)? be\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    // "Why is it still red?" asks nothing.
    [GeneratedRegex(@"\bwhy\b.*\b(?:still|again)\b|\bhow come\b.*\b(?:still|again|not|n['’]t)\b|\bwhy (?:did|does|is|was|has|are|do|have)n['’]?t\b|怎么(?:还|又)|为(?:什么|啥)(?:还|又)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reproach();

    // "What helps against a cold" asks, with or without its mark; "what a mess", "what rubbish that is" and "who cares" do not.
    [GeneratedRegex(@"^(?:(?:and|but|so|oh|hey|btw|by the way) )*(?:(?:what|which|who)(?: \w+)? (?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|helps|means|happens|happened|comes|goes|gets|makes|causes)|(?:(?:from |until |till |since )?(?:how|where|when)(?: on)?) (?:is|are|was|were|do|does|did|can|could|may|should|would|will|much|many|long|often|far|old|tall|big)|(?:is|are|do|does|did|can|could|should|will) (?:it|there|you|we|they|i|he|she|the|a|an|my|your) \w+) (?!cares\b|knows?\b|knew\b)\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareQuestion();

    [GeneratedRegex(@"(?:吗|么|(?:哪|谁|几|多|啥|样|何|为|是|不|人|事|^.{1,3})呢|没有|了没)$", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseQuestion();
}
