using System.Text.RegularExpressions;
using MemOS.Reading;

namespace MemOS.Consolidation;

/// <summary>
/// How answers are to be, as far as a statement tells it in whatever form: as an order ("always answer briefly"), a taste ("I like short
/// answers") or a complaint ("your answers are too short"). Of a dimension the last one holds.
/// </summary>
/// <param name="IsWish">Whether it is an order or a taste of answers.</param>
/// <param name="IsLasting">Whether it holds from now on, in whatever form it is told.</param>
/// <param name="Length">"short" or "long".</param>
/// <param name="Format">"bullets" or "prose", or what it is not to be.</param>
/// <param name="Language">The language.</param>
/// <param name="Scope">The kinds of answer that it is for; empty for all.</param>
internal sealed partial record AnswerStyle(bool IsWish, bool IsLasting, string? Length, string? Format, string? Language, IReadOnlySet<string> Scope)
{
    private static readonly HashSet<string> Everything = [];

    /// <summary>The style that a statement tells; <see langword="null"/> where it tells none. Made once for a statement that is compared with many.</summary>
    public static AnswerStyle? Of(RecordContent content)
    {
        var isWish = content.Kind is MemoryKind.Instruction || (content.Kind is MemoryKind.Preference && Answers().IsMatch(content.Text));
        var isLasting = !isWish && content.Kind is MemoryKind.Preference or MemoryKind.Fact && Lasting().IsMatch(content.Text);
        return isWish || isLasting ? new(isWish, isLasting, LengthOf(content), FormatOf(content.Text), LanguageOf(content), ScopeOf(content.Text)) : null;
    }

    /// <summary>Whether a later wish for another manner of the same dimension takes the place of the earlier one, where at least one of them fills no slot of style that could be compared.</summary>
    public static bool Replaces(HeldStatement later, HeldStatement earlier)
    {
        if (later.Style is not { } now || earlier.Style is not { IsWish: true } before || (later.Content.Slot is { } slot && slot == earlier.Content.Slot) || later.SharesSource(earlier) || !later.Content.Subject.Equals(earlier.Content.Subject, StringComparison.OrdinalIgnoreCase) || !now.Scope.SetEquals(before.Scope))
        {
            return false;
        }

        return Differ(now.Length, before.Length) || Differ(now.Format, before.Format) || Differ(now.Language, before.Language);
    }

    /// <summary>Whether two orders of style are each for one kind of answer: "bullet points when I ask for steps" leaves "full sentences in emails".</summary>
    public static bool AreApart(HeldStatement later, HeldStatement earlier) =>
        later.Content.Kind == MemoryKind.Instruction && earlier.Content.Kind == MemoryKind.Instruction && later.Style is { Scope: { Count: > 0 } mine } && earlier.Style is { Scope: { Count: > 0 } theirs } && !mine.Overlaps(theirs);

    private static bool Differ(string? now, string? before) => now is not null && before is not null && now != before;

    private static HashSet<string> ScopeOf(string text) => Narrow().IsMatch(text) ? [.. Narrow().Matches(text).Select(static match => match.Value.ToLowerInvariant().TrimEnd('s'))] : Everything;

    // "short" or "long"; what is to be no longer so is the other.
    private static string? LengthOf(RecordContent content) =>
        content.Kind == MemoryKind.Preference && !AtAnswers().IsMatch(content.Text) ? null : LengthOf(content.Text);

    private static string? LengthOf(string text) =>
        LengthWord().Match(text) is not { Success: true } word ? Limit().IsMatch(text) ? "long" : null
        : (word.Groups["short"].Success != (Over().IsMatch(text[..word.Index]) || text[..word.Index].EndsWith("too ", StringComparison.Ordinal))) ? "short" : "long";

    // "bullets" or "prose"; what is to be no longer so is "not" that.
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
        content.Slot == "answer language" ? content.SlotValue : content.Kind == MemoryKind.Instruction && LanguageWord().Match(content.Text) is { Success: true } language && !Over().IsMatch(content.Text[..language.Index]) ? language.Groups["name"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"\b(?:(?<short>short(?:er)?|brief(?:ly)?|concise(?:ly)?|terse(?:ly)?)|(?<long>long(?:er)?|detailed|(?:more|in) detail|in depth|lengthy))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LengthWord();

    [GeneratedRegex(@"\b(?:short(?:er)?|brief|concise|terse|long(?:er)?|detailed|lengthy) (?:answers|replies|responses|explanations)\b|\b(?:answers|replies|responses|explanations) (?:are |to be |that are )?(?:too )?(?:short|brief|concise|long|detailed)\b|detail from now on", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtAnswers();

    [GeneratedRegex(@"\b(?:scrap|forget|drop|lift|lose|ditch|ignore)\b.*\b(?:sentence|word|line|length)s? (?:rule|limit|cap)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\b(?:(?<bullets>bullet(?:s|ed| points?)?|bullet-points?)|(?<prose>prose|paragraphs|(?:full|whole|complete) sentences))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormatWord();

    [GeneratedRegex(@"\b(?:speak|talk|answer|answers|reply|replies|respond|write|use|switch to|back to|in)(?: to (?:User|me))?(?: in)? (?<name>English|German|French|Spanish|Italian|Dutch|Portuguese|Polish|Swedish|Norwegian|Danish|Finnish|Russian|Turkish|Greek|Czech|Japanese|Chinese|Korean|Arabic|Hindi|Welsh|Irish)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LanguageWord();

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
