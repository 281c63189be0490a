using System.Collections.Frozen;

namespace MemOS.Reading.Rules;

/// <summary>The English words that state a preference, and which way they point.</summary>
internal static class PreferenceVocabulary
{
    // + or -; pattern (see PhrasePattern). The value is the topic.
    private const string Table = """
        + like|love|enjoy|adore|prefer|favor|favour|cherish|crave|appreciate|fancy $
        + be ~ fan of $
        + be ~ into $
        + be ~ fond of $
        + be ~ keen on $
        + be ~ passionate|enthusiastic|crazy|mad about $
        + be ~ obsessed|hooked|fascinated|captivated with|on|by $
        + be ~ interested in $
        + be ~ drawn|partial|attracted|devoted|committed|dedicated to $
        + be ~ lover|enthusiast|buff|addict|person|fanatic
        + be ~ comfortable|happiest with|in $
        + be ~ looking|aiming for $
        + draw to $
        + get ~ into $
        + come ~ around|round on|to $
        + warm to $
        + grow to like|love|enjoy|appreciate $
        - have had enough of $
        - get enough of $
        - be ~ done with $
        - be ?so|totally|completely|well over $
        + be ~ much of $
        - do|live without $
        - have ~ gone off $
        + be ~ big on $
        + have ~ passion|love|preference|fondness|taste|appreciation|penchant|enthusiasm|weakness|knack for $
        + have ~ preference|interest|fascination for|in|with $
        + have ~ soft spot for $
        + have ~ sweet tooth
        + choose|pick|select $
        + opt|go for $
        + go with $
        + swear by $
        + lean|gravitate toward|towards|to $
        + rather $
        + value|prioritize|prioritise $
        + stick to|with $
        + find ~ $
        + crave $
        + thrive on|in $
        + learn|study best from|by|with|through $
        + follow ~ diet|lifestyle
        - dislike|hate|detest|despise|loathe|avoid|refuse|dread|boycott|shun $
        - be ~ allergic|intolerant|averse|sensitive|opposed to $
        - be ~ afraid|scared|terrified|wary|tired|sick|skeptical|suspicious|petrified of $
        - be ~ allergic|claustrophobic|squeamish|afraid|intolerant
        - be ~ against|uncomfortable $
        - be ~ bored|annoyed|bothered|overwhelmed|disgusted|irritated|uncomfortable|put by|with|off $
        - be ~ uninterested|disinterested in $
        - have ~ allergy|aversion|dislike|intolerance|sensitivity|allergies|resistance|objection to|toward|towards|of|for $
        - have ~ fear|phobia|hatred|dislike|distaste|disdain of|for|toward|towards $
        - have ~ fear|phobia|allergy|allergies|intolerance|aversion|diabetes|asthma|celiac|anxiety
        - have no interest|patience|tolerance|desire|appetite|time in|for|to $
        - have ~ trouble|difficulty|problem|problems|issue|issues with $
        - steer|stay|keep clear|away of|from $
        - suffer from $
        - struggle with|to $
        - fear $
        - react ~ to $
        - tire of $
        - go ?right|completely|totally|clean off $
        - grow|get ~ tired|sick|bored of|with $
        - fall out of love with $
        - lose ~ interest|appetite|taste in|for $
        + fall in love with $
        + warm up to $
        + develop ~ taste for $
        + become ~ fan of $
        - lack ~ interest|patience
        """;

    private static readonly FrozenDictionary<string, PreferenceRule[]> ByVerb = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => new PreferenceRule(line[0] == '+' ? Polarity.Positive : Polarity.Negative, PhrasePattern.Parse(line[2..]), line.Contains(" no ", StringComparison.Ordinal)))
        .SelectMany(rule => rule.Pattern.FirstVerbs.Select(verb => (Verb: verb, Rule: rule)))
        .GroupBy(pair => pair.Verb, pair => pair.Rule)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Verbs that state a preference when denied, or with "only", "always" or "never": "I don't eat meat".</summary>
    public static FrozenSet<string> Habits { get; } = English.WordLists.Of(
        "eat drink use wear watch consume buy do play read listen smoke travel fly drive trust shop order tolerate stand bear abide handle stomach digest want need care support take stay go attend hire work purchase choose participate engage believe ride cook visit live sleep share pay like love enjoy feel date appreciate tolerate visit eat");

    /// <summary>Words between subject and verb that turn a habit into a preference.</summary>
    public static FrozenSet<string> HabitMarkers { get; } = English.WordLists.Of("only exclusively always strictly never rarely seldom solely generally usually typically");

    /// <summary>Opinions after "find": "I find flashcards ineffective".</summary>
    public static FrozenSet<string> BadQualities { get; } = English.WordLists.Of(
        "boring ineffective hard difficult annoying tedious overwhelming distracting stressful uncomfortable too unappealing dull confusing frustrating exhausting repetitive impersonal overrated offensive disturbing unsettling intimidating unpleasant gimmicky uninteresting off-putting tiring depressing");

    /// <summary>Verbs that take the speaker as object: "horror movies bore me", "it does not appeal to me".</summary>
    public static FrozenSet<string> ObjectVerbs { get; } = English.WordLists.Of("appeal bore bother annoy suit scare disgust excite fascinat interest irrit stress overwhelm upset trigger work help calm relax frighten terrifi");

    public static ReadOnlySpan<PreferenceRule> For(string lemma) => ByVerb.TryGetValue(lemma, out var rules) ? rules : [];
}
