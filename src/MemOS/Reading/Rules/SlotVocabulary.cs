using System.Collections.Frozen;

namespace MemOS.Reading.Rules;

/// <summary>
/// The attributes that hold one value at a time, and the English words that fill them. A later value of the same subject and slot
/// supersedes the earlier one.
/// </summary>
/// <remarks>
/// Slots made elsewhere from the words of a statement: <c>favorite X</c>, <c>X is</c> (a possession's attribute, see
/// <see cref="OwnedAttributes"/>), <c>time</c> (when an occasion takes place), <c>language</c> and the other technologies, and
/// <c>likes X</c>, whose value is the polarity (<c>yes</c>, <c>no</c>; <c>chosen</c>, <c>refused</c> where behaviour shows it). <c>plan X</c> and <c>does X</c> hold many values: they are superseded only by a
/// statement that rejects one.
/// </remarks>
internal static class SlotVocabulary
{
    public const string LikesPrefix = "likes ";
    public const string PlanPrefix = "plan ";
    public const string FavoritePrefix = "favorite ";
    public const string Time = "time";

    // slot; kind; pattern (see PhrasePattern); value, where the words do not hold it.
    private const string Table = """
        home; Profile; live|reside ?out|back in|at|near|on $
        home; Profile; live ~ from $;
        home; Profile; live with me|us in $
        home; Profile; be based|living|residing in|at $
        home; Profile; base in|at $
        home; Profile; move ?back|out|over|up|down to|into|in $
        home; Profile; move|relocate|emigrate|immigrate from ~ to $
        home; Profile; relocate|emigrate|immigrate ?back to $
        home; Profile; settle ?down in $
        home; Profile; be @name based $
        home; Profile; move in with $
        home; Profile; get|find|rent ~ place|flat|apartment|house in $
        home; Profile; live alone in|at|near $
        household; Profile; live alone; alone
        household; Profile; live by myself|himself|herself; alone
        household; Profile; live on my own; alone
        household; Profile; live with $
        coffee; Preference; take|drink|have|like my coffee $
        tea; Preference; take|drink|have|like my tea $
        eggs; Preference; take|have|like|eat my eggs $
        steak; Preference; take|have|like|eat my steak $
        origin; Profile; be ?originally from $
        origin; Profile; come from $
        origin; Profile; grow up in|on|near|at $
        birthplace; Profile; be born in # in $
        birth year; Profile; be born in #
        birthplace; Profile; be born ?and ?raised in $
        birthday; Profile; be born on $
        age; Profile; be # years|year|yo|y/o
        age; Profile; be # .
        age; Profile; be a|an # year|years old
        age; Profile; turn # .
        age; Profile; turn # years|today|yesterday|in|on|last|this|next|tomorrow
        name; Profile; be called $
        name; Profile; be named $
        name; Profile; go by $
        name; Profile; answer to $
        job; Profile; work as $
        school; Profile; be a pupil at $
        job; Profile; be a|an ~ @job
        job; Profile; be the|our ~ @job
        job; Profile; be @job .
        job; Profile; be retired; retired
        job; Profile; retire; retired
        job; Profile; be unemployed; unemployed
        job; Profile; be self-employed; self-employed
        job; Profile; become a|an ~ @job
        job; Profile; start working as $
        job; Profile; be ?now working as $
        job; Profile; get promoted to $
        job; Profile; promote to $
        job; Profile; be made|named|appointed ?a|an|the ~ @job
        job; Profile; switch to|into ~ @job
        job; Profile; land|get|find|accept|take|secure|start|have ~ position|job|role|gig as $
        job; Profile; get hired as $
        job; Profile; hire as $
        job; Profile; train|retrain|qualify as $
        employer; Profile; land|find|secure ~ job|position|role at|with $
        employer; Profile; work at|for|with $
        employer; Profile; do the ~ at $
        employer; Profile; run|manage|teach|lead|handle|head|oversee|drive|cook|code|design|clean|serve ~ at $
        employer; Profile; drive|cook|code|design|clean|write ~ for $
        club; Profile; play ~ for $
        club; Profile; sign for|with $
        household; Profile; share my|our|a|the ~ with $
        employer; Profile; be on|in|behind the ~ at $
        employer; Profile; be employed at|by $
        employer; Profile; employ at|by $
        employer; Profile; join $
        employer; Profile; start ?working at|with $
        employer; Profile; start a|my ?new job at|with $
        employer; Profile; get ~ job at|with $
        employer; Profile; take ~ job at|with $
        employer; Profile; accept ~ offer|job|position|role from|at|with $
        employer; Profile; be ?now working at|for $
        employer; Profile; switch jobs to $
        employer; Profile; change jobs and $
        employer; Profile; quit my|the job; none
        employer; Profile; leave my|the job; none
        employer; Profile; lose my job .; none
        employer; Profile; get laid off; none
        employer; Profile; lay off; none
        employer; Profile; get fired; none
        relationship; Profile; be ~ @relation
        relationship; Profile; get married; married
        relationship; Profile; marry $; married
        relationship; Profile; get engaged; engaged
        relationship; Profile; get divorced; divorced
        relationship; Profile; divorce; divorced
        relationship; Profile; break up with; single
        relationship; Profile; break up .; single
        relationship; Profile; split up with; single
        relationship; Profile; be ~ dating|seeing $; dating
        relationship; Profile; date $; dating
        relationship; Profile; be in a relationship; dating
        relationship; Profile; be ~ together since|for; dating
        relationship; Profile; have a boyfriend|girlfriend|partner; dating
        children; Profile; have # kids|children
        stage; Profile; go to @stage
        stage; Profile; be in @stage
        stage; Profile; start|enter|begin @stage
        stage; Profile; attend @stage
        stage; Profile; be in year|grade|form #
        stage; Profile; start|enter|begin year|grade|form #
        stage; Profile; go|move up|into|to|on ?into|to year|grade|form #
        stage; Profile; be in # grade
        stage; Profile; start # grade
        team; Profile; be|work|play on|in the|our $
        team; Profile; join the|our $
        team; Profile; move|switch|transfer|change|assign to the|our $
        shift; Profile; be|work on ?the $
        shift; Profile; work the|a|an $
        shift; Profile; do the|a|an $
        shift; Profile; work $
        shift; Profile; work nights|days|mornings|evenings|weekends|earlies|lates
        shift; Profile; move|switch|change|transfer|put to|on|onto ?the $
        school; Profile; go to $
        school; Profile; study at $
        school; Profile; attend $ university
        school; Profile; go to ~ university|college|school
        school; Profile; be a pupil|student at $
        field of study; Profile; study $
        field of study; Profile; major in $
        field of study; Profile; be majoring in $
        field of study; Profile; do a degree|masters|phd|bachelor|course in $
        field of study; Profile; change|switch ?my course|degree|major|subject|courses|majors to $
        height; Profile; be # cm|tall|feet|foot|m|meters
        weight; Profile; weigh $
        diet; Preference; be ?a|an ~ @diet
        diet; Preference; become ?a|an ~ @diet
        diet; Preference; go ?fully|completely @diet
        diet; Preference; turn @diet
        diet; Preference; follow ?a|an ~ @diet
        diet; Preference; stick to ?a|an ~ @diet
        diet; Preference; keep @diet
        diet; Preference; eat @diet
        diet; Preference; do @diet
        diet; Preference; stop|quit eating meat; no meat
        diet; Preference; give up meat; no meat
        diet; Preference; start eating ?some meat|fish|dairy|chicken|beef|eggs|pork|seafood|cheese; eats animal food
        diet; Preference; go back to eating meat|fish|dairy|chicken|beef|eggs|pork|seafood|cheese; eats animal food
        diet; Preference; eat meat|fish|dairy|chicken|beef|eggs|pork|seafood|cheese again; eats animal food
        diet; Preference; eat ~ and ~ again; eats animal food
        diet; Preference; be back to eating ?some meat|fish|dairy|chicken|beef|eggs|pork|seafood|cheese; eats animal food
        diet; Preference; be back on meat|fish|dairy|chicken|beef|eggs|pork|seafood|cheese; eats animal food
        car; Profile; drive a|an|my ~ $
        phone; Profile; switch to ?an|a @phone
        phone; Profile; get|buy ?a|an|the ?new @phone
        phone; Profile; have|own|use ?got a|an|the|my ~ @handset
        phone; Profile; be on a|an ~ @handset
        car; Profile; have|own ?got a|an|the|my|one ~ @make
        diet; Preference; stop|quit being ?a|an @diet .; eats animal food
        diet; Preference; give up being ?a|an @diet .; eats animal food
        weight; Profile; be ?now ?down|up ?to # kg|kilos|lbs|pounds
        """;

    private static readonly FrozenDictionary<string, SlotRule[]> ByVerb = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(Parse)
        .SelectMany(rule => rule.Pattern.FirstVerbs.Select(verb => (Verb: verb, Rule: rule)))
        .GroupBy(pair => pair.Verb, pair => pair.Rule)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Attributes of one's own things that have one value, by the noun: "my budget is $500". The value is the slot's name.</summary>
    public static FrozenDictionary<string, string> OwnedAttributes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["name"] = "name", ["nickname"] = "nickname", ["age"] = "age", ["birthday"] = "birthday", ["job"] = "job", ["profession"] = "job", ["occupation"] = "job", ["title"] = "job title",
        ["employer"] = "employer", ["company"] = "company", ["boss"] = "boss", ["manager"] = "manager", ["address"] = "address", ["hometown"] = "origin", ["home"] = "home", ["email"] = "email", ["number"] = "number",
        ["phone"] = "phone", ["car"] = "car", ["laptop"] = "laptop", ["computer"] = "computer", ["budget"] = "budget", ["goal"] = "goal", ["height"] = "height", ["weight"] = "weight", ["size"] = "size", ["wife"] = "wife",
        ["husband"] = "husband", ["timezone"] = "timezone", ["language"] = "language", ["major"] = "field of study", ["salary"] = "salary", ["rent"] = "rent", ["diet"] = "diet", ["password"] = "password", ["username"] = "username",
        ["team"] = "team", ["role"] = "job", ["school"] = "school", ["university"] = "school", ["plan"] = "plan", ["color"] = "color", ["colour"] = "color", ["editor"] = "editor", ["database"] = "database", ["favorite"] = "favorite", ["favourite"] = "favorite",
        ["status"] = "status", ["pronouns"] = "pronouns", ["doctor"] = "doctor", ["dentist"] = "dentist", ["therapist"] = "therapist", ["flatmate"] = "household", ["roommate"] = "household", ["housemate"] = "household", ["landlord"] = "landlord", ["gym"] = "gym", ["bank"] = "bank",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The rules whose pattern begins with a verb.</summary>
    public static ReadOnlySpan<SlotRule> For(string lemma) => ByVerb.TryGetValue(lemma, out var rules) ? rules : [];

    /// <summary>Whether a later value of the slot supersedes the earlier one by itself.</summary>
    public static bool IsSingle(string slot) => !slot.StartsWith(PlanPrefix, StringComparison.Ordinal) && !slot.StartsWith(LikesPrefix, StringComparison.Ordinal);

    /// <summary>Whether the slot names a technology that a project uses.</summary>
    public static bool IsTechnology(string slot) => English.WordClasses.IsTechnology(slot);

    private static SlotRule Parse(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        return new(parts[0], Enum.Parse<MemoryKind>(parts[1]), PhrasePattern.Parse(parts[2]), parts.Length > 3 && parts[3].Length > 0 ? parts[3] : null);
    }
}
