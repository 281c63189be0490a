using System.Text.RegularExpressions;
using MemOS.Reading;

namespace MemOS.Consolidation;

/// <summary>
/// How answers are to be, as far as a statement tells it in whatever form: as an order ("always answer briefly"), a taste ("I like short
/// answers") or a complaint ("your answers are too short"). Of a dimension the last one holds.
/// </summary>
internal static partial class AnswerStyle
{
    /// <summary>Whether a later wish for another manner of the same dimension takes the place of the earlier one, where at least one of them fills no slot of style that could be compared.</summary>
    public static bool Replaces(HeldStatement later, HeldStatement earlier)
    {
        var now = later.Content;
        var before = earlier.Content;
        if (now.Slot is not null && now.Slot == before.Slot || !IsWish(before) || !(IsWish(now) || Lasting().IsMatch(now.Text)) || later.SharesSource(earlier) || !now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase) || !ScopeOf(now.Text).SetEquals(ScopeOf(before.Text)))
        {
            return false;
        }

        return LengthOf(now) is { } length && LengthOf(before) is { } told && length != told ||
            FormatOf(now.Text) is { } format && FormatOf(before.Text) is { } shown && format != shown ||
            LanguageOf(now) is { } language && LanguageOf(before) is { } spoken && language != spoken;
    }

    /// <summary>Whether two orders of style are each for one kind of answer: "bullet points when I ask for steps" leaves "full sentences in emails".</summary>
    public static bool AreApart(RecordContent now, RecordContent before) =>
        now.Kind == MemoryKind.Instruction && before.Kind == MemoryKind.Instruction && ScopeOf(now.Text) is { Count: > 0 } mine && ScopeOf(before.Text) is { Count: > 0 } theirs && !mine.Overlaps(theirs);

    private static HashSet<string> ScopeOf(string text) => [.. Narrow().Matches(text).Select(static match => match.Value.ToLowerInvariant().TrimEnd('s'))];

    private static bool IsWish(RecordContent content) => content.Kind is MemoryKind.Instruction || (content.Kind is MemoryKind.Preference && Answers().IsMatch(content.Text));

    // "short" or "long"; what is to be no longer so is the other.
    private static string? LengthOf(RecordContent content) =>
        content.Kind == MemoryKind.Preference && !AtAnswers().IsMatch(content.Text) ? null : LengthOf(content.Text);

    private static string? LengthOf(string text) =>
        LengthWord().Match(text) is not { Success: true } word ? Limit().IsMatch(text) ? "long" : null
        : (word.Groups["short"].Success != (Over().IsMatch(text[..word.Index]) || text[..word.Index].EndsWith("too ", StringComparison.Ordinal))) ? "short" : "long";

    // "bullets", "prose" or "tables"; what is to be no longer so is "not" that.
    private static string? FormatOf(string text)
    {
        if (FormatWord().Match(text) is not { Success: true } word)
        {
            return null;
        }

        var format = word.Groups["bullets"].Success ? "bullets" : "prose";
        return Over().IsMatch(text[..word.Index]) ? "not " + format : format;
    }

    private static string? LanguageOf(RecordContent content) =>
        content.Slot == "answer language" ? content.SlotValue : content.Kind == MemoryKind.Instruction && Language().Match(content.Text) is { Success: true } language && !Over().IsMatch(content.Text[..language.Index]) ? language.Groups["name"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"\b(?:(?<short>short(?:er)?|brief(?:ly)?|concise(?:ly)?|terse(?:ly)?)|(?<long>long(?:er)?|detailed|(?:more|in) detail|in depth|lengthy))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LengthWord();

    [GeneratedRegex(@"\b(?:short(?:er)?|brief|concise|terse|long(?:er)?|detailed|lengthy) (?:answers|replies|responses|explanations)\b|\b(?:answers|replies|responses|explanations) (?:are |to be |that are )?(?:too )?(?:short|brief|concise|long|detailed)\b|detail from now on", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtAnswers();

    [GeneratedRegex(@"\b(?:scrap|forget|drop|lift|lose|ditch|ignore)\b.*\b(?:sentence|word|line|length)s? (?:rule|limit|cap)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\b(?:(?<bullets>bullet(?:s|ed| points?)?|bullet-points?)|(?<prose>prose|paragraphs|(?:full|whole|complete) sentences))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormatWord();

    [GeneratedRegex(@"\b(?:speak|talk|answer|answers|reply|replies|respond|write|use|switch to|back to|in)(?: to (?:User|me))?(?: in)? (?<name>English|German|French|Spanish|Italian|Dutch|Portuguese|Polish|Swedish|Norwegian|Danish|Finnish|Russian|Turkish|Greek|Czech|Japanese|Chinese|Korean|Arabic|Hindi|Welsh|Irish)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex(@"\b(?:stop|no more|no longer|not(?! only)|never|without|forget|drop|scrap|ditch|skip|less|instead of|rather than|no)\b[^.,;]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Over();

    [GeneratedRegex(@"\b(?:answers?|replies|responses|explanations|bullet(?: points?|s)|prose|paragraphs)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answers();

    [GeneratedRegex(@"\b(?:answers?|replies|responses|explanations)\b.*\b(?:fine|ok|okay|welcome|too (?:short|long|brief)|from now on)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lasting();

    // Of one kind of answer alone.
    [GeneratedRegex(@"\b(?:recipes?|e-?mails?|code|summar(?:y|ies)|reviews?|letters?|lists?|commits?|captions?|posts?|(?<=\b(?:when|whenever|if) (?:User|I|we) (?:ask|want|need|write|am|is)s? (?:for |about )?)\w+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Narrow();
}
