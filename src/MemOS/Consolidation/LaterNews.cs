using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Reading.Rules;
using MemOS.Reading.Rules.English;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>
/// Tells by rules whether a later statement makes an earlier one untrue by the thing that both tell of, where they fill different
/// attributes or none: another place or time of an occasion, another way in which one thing is done, what is there, works, is eaten
/// or can be done now.
/// </summary>
internal static partial class LaterNews
{
    /// <summary>Whether the later one takes the place of the earlier.</summary>
    public static bool Replaces(HeldStatement later, HeldStatement earlier)
    {
        var now = later.Content;
        var before = earlier.Content;
        if (AnswerStyle.Replaces(later, earlier))
        {
            return true;
        }

        if (now.Kind == MemoryKind.Instruction || before.Kind == MemoryKind.Instruction)
        {
            return false;
        }

        return ((MovesPlace(now, before) || MovesTime(now, before)) && before.EventTime?.End > earlier.ValidFrom.DateTime) ||
            (((DoesOtherwise(now, before) && later.Stems.IsDenied == earlier.Stems.IsDenied) || GoesElsewhere(now, before)) && !later.SharesSource(earlier)) ||
            Consequences.Follow(later, earlier) || IsWeddingAnew(later, earlier) || IsWithAnother(later, earlier) || IsTripAnew(later, earlier) || DoesInstead(later, earlier) || IsCalledOff(later, earlier) || Departures.Ends(later, earlier) || MovesFromDay(later, earlier) || IsMended(later, earlier) || PicksAgain(later, earlier) || (earlier.Lacks.Count > 0 && HasNow(now, before, earlier.Lacks)) || EatsAgain(now, before) || HasAgain(now, before) || (HasPartner(now, before) && !later.SharesSource(earlier)) || GoesOff(now, before);
    }

    // "Heats with a pump now instead": the same is done, in another way, from now on.
    private static bool DoesInstead(HeldStatement later, HeldStatement earlier) =>
        later.Content.Kind == MemoryKind.Fact && earlier.Content.Kind == MemoryKind.Fact && later.Signs.Cues.Contains("instead") && (later.Signs.Cues.Contains("now") || (Pursuing().Match(later.Content.Text) is { Success: true } mine && Pursuing().Match(earlier.Content.Text) is { Success: true } theirs && mine.Value == theirs.Value)) && later.Signs.Head is { } head && head == earlier.Signs.Head && later.Stems.IsDenied == earlier.Stems.IsDenied && SlotComparison.SameSubject(later.Content, earlier.Content);

    [GeneratedRegex(@"\b(?:saving(?: up)?|training|applying|learning|studying|looking) (?:for|to)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pursuing();

    // "Is not running the half marathon" of "is running the Ghent half marathon on 9 March", while that is ahead.
    private static bool IsCalledOff(HeldStatement later, HeldStatement earlier) =>
        later.Stems.IsDenied && !earlier.Stems.IsDenied && earlier.Content.EventTime is { } then && then.End > later.ValidFrom.DateTime && (later.Content.EventTime is not { } time || time.End <= later.ValidFrom.DateTime.AddDays(1) || time == then) &&
        later.Signs.Head is { } head && head == earlier.Signs.Head && later.Content.Subject.Equals(earlier.Content.Subject, StringComparison.OrdinalIgnoreCase) && later.Thing.Head is { } thing && thing == earlier.Thing.Head && later.Thing.Kinds.All(earlier.Thing.Kinds.Contains) &&
        !ThatDayAlone().IsMatch(later.Content.Text.Split(',')[0]);

    // "Is not seeing the dentist today" gives up no appointment of next month.
    [GeneratedRegex(@"\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|week))\b", RegexOptions.IgnoreCase)]
    private static partial Regex ThatDayAlone();

    // "Flies to Accra on 4 March instead of the 1st": the day that is given up is named.
    private static bool MovesFromDay(HeldStatement later, HeldStatement earlier) =>
        later.Content.EventTime is not null && earlier.Content.EventTime is { } then && then.End > earlier.ValidFrom.DateTime && GivenUpDay().Match(later.Content.Text) is { Success: true } day && day.Groups[1].Value == then.Start.Day.ToString(System.Globalization.CultureInfo.InvariantCulture) &&
        SlotComparison.SameSubject(later.Content, earlier.Content) && (later.Signs.Names.Any(earlier.Signs.Names.Contains) || later.Stems.Core.Any(stem => !char.IsAsciiDigit(stem[0]) && stem != later.Signs.Head && earlier.Stems.Core.Contains(stem)));

    [GeneratedRegex(@"\b(?:instead of|rather than|not) (?:on )?the (\d{1,2})(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GivenUpDay();

    // "Is broken", "works again".
    private static bool IsMended(HeldStatement later, HeldStatement earlier) =>
        later.Stems.IsInOrder && earlier.Stems.IsDefect && !earlier.Stems.IsInOrder && (HasDefect(later.Content, earlier.Content) || SlotComparison.IsSameThing(later.Content, earlier.Content) || (SlotComparison.SameSubject(later.Content, earlier.Content) && later.Content.Subject.Contains("'s ", StringComparison.Ordinal)));

    // "My ankle is fine again" of "I have a broken ankle".
    private static bool HasDefect(RecordContent now, RecordContent before) =>
        now.Subject.IndexOf("'s ", StringComparison.Ordinal) is > 0 and var mark && now.Subject[..mark].Equals(before.Subject, StringComparison.OrdinalIgnoreCase) && now.Subject[(mark + 3)..] is var thing && !thing.Contains(' ', StringComparison.Ordinal) && WordAnalyzer.Terms(before.Text).Any(WordAnalyzer.Terms(thing).Contains);

    // Two picks out of one offer, the later one told as a change of mind.
    private static bool PicksAgain(HeldStatement later, HeldStatement earlier) =>
        later.Draft!.IsChange && later.Content.Kind == MemoryKind.Preference && earlier.Content.Kind == MemoryKind.Preference && later.Sources.Count > 1 && earlier.Sources.Count > 1 && later.Sources[1] == earlier.Sources[1] && later.Content.Topic != earlier.Content.Topic;

    /// <summary>What a statement says that its subject has none of, each as the words for it; empty for most. Made once for a statement that is compared with many.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> LackOf(RecordContent content)
    {
        if (content.Text.Length > LongestDenial)
        {
            return [];
        }

        // "Does not have a dog".
        var lacks = new List<IReadOnlySet<string>>();
        if (Lacked().Match(content.Text) is { Success: true } lacked)
        {
            lacks.Add(new HashSet<string> { lacked.Groups[1].Value });
        }

        lacks.AddRange(Kinds.Where(kind => Array.Exists(kind.Denials, denial => content.Text.Contains(denial, StringComparison.OrdinalIgnoreCase))).Select(static kind => kind.Members));
        return lacks;
    }

    // Whether one tells of a pet, a child or a sibling of the speaker's where the other denied any: "has no pets", "User's cat keeps scratching".
    private static bool HasNow(RecordContent now, RecordContent before, IReadOnlyList<IReadOnlySet<string>> lacks) =>
        SlotComparison.OwnerOf(now.Subject).Equals(before.Subject, StringComparison.OrdinalIgnoreCase) &&
        lacks.Any(members => IsMember(now.Subject, members) || (members.Count > 1 && now.Text.StartsWith(now.Subject + " has ", StringComparison.OrdinalIgnoreCase) && Possessed(now.Text[(now.Subject.Length + 5)..], members)));

    [GeneratedRegex(@"\b(?:not have|not own|has no|have no|never had) (?:a |an |any )?([a-z]+)\b(?! (?:problem|issue|idea|time|clue))")]
    private static partial Regex Lacked();

    private const int LongestDenial = 60;

    private static readonly string[] Nothings = [" no ", " not have ", " not have any ", " not own ", " not own any ", " without "];

    private static readonly IReadOnlySet<string> Children = WordLists.Of("son daughter child kid baby boy girl twins sons daughters");

    private static readonly (string[] Denials, IReadOnlySet<string> Members)[] Kinds =
    [
        (DenialsOf("pet"), WordLists.Pets), (DenialsOf("animals"), WordLists.Pets), (DenialsOf("children"), Children), (DenialsOf("kids"), Children), (DenialsOf("siblings"), WordLists.Of("brother sister twin brothers sisters")),
    ];

    private static string[] DenialsOf(string denied) => [.. Nothings.Select(nothing => nothing + denied)];

    private static bool IsMember(string subject, IReadOnlySet<string> members) => subject.IndexOf("'s ", StringComparison.Ordinal) is > 0 and var mark && !subject.AsSpan(mark + 3).Contains("'s", StringComparison.Ordinal) && subject[(mark + 3)..].Split(' ') is { Length: < 4 } words && Array.Exists(words, word => members.Contains(word.ToLowerInvariant()));

    private static bool Possessed(string text, IReadOnlySet<string> members) => text.Split(' ') is [var article, .. var words] && article is "a" or "an" or "two" or "three" or "one" or "got" && words.Take(2).Any(word => members.Contains(word.TrimEnd('.', ',').ToLowerInvariant()));

    // Whether both plan a journey at the same time, to different places: "is going to Crete in July", "is going to Slovenia in July".
    private static bool GoesElsewhere(RecordContent now, RecordContent before) =>
        now is { Slot: "plan go" or "plan fli" or "plan fly" or "plan travel" or "plan visit", SlotValue: { } there, EventTime: { } time } && before is { SlotValue: { } elsewhere, EventTime: { } then } && now.Slot == before.Slot && time == then && !SlotComparison.Overlap(there, elsewhere) && char.IsUpper(Capital(now.Text, there)) && char.IsUpper(Capital(before.Text, elsewhere));

    // How a value is written where it is told: a place has a capital.
    private static char Capital(string text, string value) => text.IndexOf(value, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && at < text.Length ? text[at] : ' ';

    // Whether one tells of eating what the other's diet leaves out: "eats fish twice a week", "is vegetarian".
    private static bool EatsAgain(RecordContent now, RecordContent before)
    {
        if (before is not { Slot: "diet", SlotValue: "vegetarian" or "vegan" or "no meat" or "plant-based" or "pescatarian" } || !now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase) || now.Polarity == Polarity.Negative)
        {
            return false;
        }

        var words = now.Text.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        var eats = Array.FindIndex(words, static word => word is "eats" or "eat");
        return eats > 0 && !words.Take(eats).Any(static word => word is "not" or "never" or "no" or "rarely" or "hardly") && words.Skip(eats + 1).Any(word => Meats.Contains(word) || (before.SlotValue != "pescatarian" && Fishes.Contains(word)));
    }

    private static readonly IReadOnlySet<string> Meats = WordLists.Of("meat chicken beef pork steak bacon sausage sausages ham lamb burgers turkey duck veal");
    private static readonly IReadOnlySet<string> Fishes = WordLists.Of("fish salmon tuna mackerel cod herring prawns shrimp seafood sushi sardines");

    // Whether one tells of having what the other turned down: "drinks two mugs of black coffee every morning", "does not drink coffee".
    private static bool HasAgain(RecordContent now, RecordContent before)
    {
        if (before is not { Polarity: Polarity.Negative, Topic: { Length: > 0 } topic } || now.Polarity != Polarity.None || now.Kind != MemoryKind.Fact || !now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var words = now.Text.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        var can = Array.IndexOf(words, "can");

        // "Can safely take penicillin", where there was an allergy.
        if (can is > 0 and < 4 && before.Kind == MemoryKind.Profile && words.Skip(can + 1).Take(2).Any(static word => word is "eat" or "take" or "have" or "drink" or "use" or "tolerate") && !words.Contains("not") && new HashSet<string>(WordAnalyzer.Terms(now.Text), StringComparer.Ordinal).IsSupersetOf(WordAnalyzer.Terms(topic)))
        {
            return true;
        }

        var does = Array.FindIndex(words, static word => word is "eats" or "drinks" or "smokes" or "wears" or "uses" or "watches" or "plays");
        return does is > 0 and < 4 && !words.Take(does).Any(static word => word is "not" or "never" or "rarely" or "hardly" or "seldom") && before.Text.Contains(words[does][..^1].TrimEnd('e'), StringComparison.OrdinalIgnoreCase) &&
            (new HashSet<string>(WordAnalyzer.Terms(now.Text), StringComparer.Ordinal).IsSupersetOf(WordAnalyzer.Terms(topic)) || (topic == "coffee" && words.Skip(does).Any(Coffees.Contains)));
    }

    // "I've gone off lapsang", which was the favourite tea.
    private static bool GoesOff(RecordContent now, RecordContent before) =>
        now is { Polarity: Polarity.Negative, Topic: { Length: > 2 } topic } && before is { Kind: MemoryKind.Preference, SlotValue: { } favorite, Slot: { } slot } && slot.StartsWith(SlotVocabulary.FavoritePrefix, StringComparison.Ordinal) && now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase) && (favorite.Equals(topic, StringComparison.OrdinalIgnoreCase) || favorite.StartsWith(topic + " ", StringComparison.OrdinalIgnoreCase));

    private static readonly IReadOnlySet<string> Coffees = WordLists.Of("espresso espressos latte lattes cappuccino cappuccinos americano americanos macchiato mocha");

    // "I'm single", and later "my girlfriend Noor is allergic": not any more.
    private static bool HasPartner(RecordContent now, RecordContent before) =>
        before is { Slot: "relationship", SlotValue: "single" } && now.Subject.StartsWith(before.Subject + "'s ", StringComparison.OrdinalIgnoreCase) && now.Kind is not MemoryKind.Event && Partner().IsMatch(now.Subject) && !Gone().IsMatch(now.Text);

    [GeneratedRegex(@"\b(?:died|dead|left|was|were|had|loved|used to|late|ex)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gone();

    [GeneratedRegex(@"'s (?:girlfriend|boyfriend|partner|fianc[eé]e?|wife|husband)(?: \p{Lu}\w*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Partner();

    // Whether both tell where or with what one thing is done, which it is in one way at a time: "the choir meets in the church hall", "… at the library".
    private static bool DoesOtherwise(RecordContent now, RecordContent before) =>
        now.Kind != MemoryKind.Preference && before.Kind != MemoryKind.Preference && now.Subject.Contains("'s ", StringComparison.Ordinal) && before.Subject.Contains("'s ", StringComparison.Ordinal) &&
        (now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase) || SlotComparison.IsSameThing(now, before)) && !SlotComparison.TellsOfPerson(now.Subject, SlotComparison.OwnerOf(now.Subject)) &&
        Way().Match(now.Text) is { Success: true } mine && Way().Match(before.Text) is { Success: true } theirs && mine.Groups["verb"].Value.TrimEnd('s') == theirs.Groups["verb"].Value.TrimEnd('s') && Sides(mine.Groups["how"].Value) == Sides(theirs.Groups["how"].Value) && !SlotComparison.Overlap(mine.Groups["what"].Value, theirs.Groups["what"].Value);

    // In, at and on tell a place; others tell what they tell.
    private static string Sides(string preposition) => preposition is "at" or "on" ? "in" : preposition;

    [GeneratedRegex(@" (?<verb>meets?|rehearses?|trains?|takes place|sits?|runs?|comes?|opens?|closes?|starts?|finishes|ends?|lives?|stands?|hangs?|costs?|lasts?|(?<=(?:thesis|dissertation|talk|paper|essay|project|book|novel|presentation|article|lecture|report|podcast|blog|film|course|research) )is)(?: now)? (?<how>(?<!\bis(?: now)? )(?:in|at|on|from|with|for)|(?<=\bis(?: now)? )about(?! to | \d)) (?<what>[^,.;]+)")]
    private static partial Regex Way();

    // Whether one tells where an occasion takes place that the other puts elsewhere: "the party will be at Cornwall Park", "Mia's party at the bowling alley".
    private static bool MovesPlace(RecordContent now, RecordContent before)
    {
        if (now is not { Slot: "place", SlotValue: { } place } || before.Slot == "place")
        {
            return false;
        }

        var head = now.Subject[(now.Subject.LastIndexOf(' ') + 1)..];
        return head.Length < now.Subject.Length && SlotComparison.OwnerOf(now.Subject).Equals(SlotComparison.OwnerOf(before.Subject), StringComparison.OrdinalIgnoreCase) && WordLists.Occasions.Contains(head) &&
            before.Text.Contains(" " + head, StringComparison.OrdinalIgnoreCase) && before.Text.Contains(" at ", StringComparison.Ordinal) && !before.Text.Contains(place, StringComparison.OrdinalIgnoreCase);
    }

    // Whether one tells when an occasion of the speaker's is, of which the other told another time: "the wedding is in September", "is getting married in June".
    private static bool MovesTime(RecordContent now, RecordContent before) =>
        now is { Slot: SlotVocabulary.Time, EventTime: { } time } && before is { Slot: { } occasion, EventTime: { } then } && FacetVocabulary.IsDated(occasion) && time != then &&
        now.Subject.EndsWith("'s " + occasion, StringComparison.OrdinalIgnoreCase) && SlotComparison.OwnerOf(now.Subject).Equals(before.Subject, StringComparison.OrdinalIgnoreCase) || IsDueAnew(now, before);

    // "My sister is getting married on 12 July", "the wedding is on 19 July": whoever's it is, it is the one that was spoken of.
    private static bool IsWeddingAnew(HeldStatement later, HeldStatement earlier) =>
        later.Content is { Slot: SlotVocabulary.Time, EventTime: { } time } now && earlier.Content is { EventTime: { } then } before && time != then && (later.ValidFrom - earlier.ValidFrom).Duration() < OneTalk && TheWedding().IsMatch(now.Text) && Marrying().IsMatch(before.Text) && SlotComparison.OwnerOf(now.Subject).Equals(SlotComparison.OwnerOf(before.Subject), StringComparison.OrdinalIgnoreCase);

    // "We're with British Gas", "we're with Octopus now": of providers, banks and the like there is one at a time.
    private static bool IsWithAnother(HeldStatement later, HeldStatement earlier) =>
        later.Content.Subject.Equals(earlier.Content.Subject, StringComparison.OrdinalIgnoreCase) && !later.SharesSource(earlier) && later.Content.Slot is null && earlier.Content.Slot is null &&
        With().Match(later.Content.Text) is { Success: true } mine && NowOnly().IsMatch(later.Content.Text) && With().Match(earlier.Content.Text) is { Success: true } theirs && mine.Groups["verb"].Value == theirs.Groups["verb"].Value && mine.Groups["who"].Value != theirs.Groups["who"].Value;

    [GeneratedRegex(@"^\S+(?:'s \S+)? (?<verb>(?:banks|insures|rides|flies|shops|trains|plays|volunteers) (?:with|for))(?: the)? (?<who>\p{Lu}[\w&'-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex With();

    [GeneratedRegex(@"\b(?:now|these days|nowadays|since (?:last|this) \w+|from (?:this|now))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NowOnly();

    // "I'm flying to Lisbon on 12 September", "our Lisbon trip is now on 19 September": one journey, which was still to come.
    private static bool IsTripAnew(HeldStatement later, HeldStatement earlier) =>
        later.Content is { EventTime: { } time } now && earlier.Content is { EventTime: { } then } before && time != then && (later.Draft!.IsChange || now.Slot == SlotVocabulary.Time) && Trip().Match(now.Subject) is { Success: true } trip && Consequences.JourneyOf(before.Text) == trip.Groups["place"].Value && (time.Start - then.Start).Duration().TotalDays < LongestShift && !before.Subject.Contains("'s ", StringComparison.Ordinal) &&
        SlotComparison.OwnerOf(now.Subject).Equals(SlotComparison.OwnerOf(before.Subject), StringComparison.OrdinalIgnoreCase);

    // Of how many days a journey is put off and stays the same journey.
    private const int LongestShift = 46;

    [GeneratedRegex(@"'s (?:(?<place>\p{Lu}\w+) (?:trip|flight|visit|holiday|vacation|journey)|(?:trip|flight|visit|journey) to (?<place>\p{Lu}\w+))$", RegexOptions.CultureInvariant)]
    private static partial Regex Trip();

    private static readonly TimeSpan OneTalk = TimeSpan.FromHours(2);

    [GeneratedRegex(@"^The wedding (?:is|will be|takes place|has (?:been )?moved|was moved|moved)\b")]
    private static partial Regex TheWedding();

    [GeneratedRegex(@"\b(?:get(?:s|ting) married|is marrying|marries|'s wedding)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Marrying();

    // "The deadline for my thesis is 31 March", "my thesis is due on 30 April".
    private static bool IsDueAnew(RecordContent now, RecordContent before) =>
        now is { Slot: { } occasion, EventTime: { } time } && FacetVocabulary.IsDated(occasion) && before is { Slot: SlotVocabulary.Time, EventTime: { } then } && time != then &&
        before.Subject.StartsWith($"{now.Subject}'s {occasion}", StringComparison.OrdinalIgnoreCase) && WordAnalyzer.Terms(before.Subject[(now.Subject.Length + 3 + occasion.Length)..]).All(term => WordAnalyzer.Terms(now.Text).Contains(term));
}
