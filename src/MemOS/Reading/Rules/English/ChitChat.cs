using System.Collections.Frozen;

namespace MemOS.Reading.Rules.English;

/// <summary>First-person clauses that say nothing to remember: courtesies, reactions, and requests to an assistant.</summary>
internal static class ChitChat
{
    // From the main verb on, see PhrasePattern. Said to anybody.
    private static readonly FrozenDictionary<string, PhrasePattern[]> Always = Table("""
        agree
        get through it|this|that
        make it .
        make it happen|work
        reach my|our dreams|goals|goal
        do my|our best .
        do my|our best to|for
        give up .
        keep going|pushing|trying|fighting
        handle anything|it
        be ~ up for the challenge
        be ~ determined to make|succeed
        try my|our best .
        go for my|our dreams
        stay positive|strong|motivated|focused
        cheer you
        support you
        be ~ nervous|excited .
        have got this
        have your
        change my mind|plans .
        know .
        know each|one other|another
        know that|it|what|how|right|i|you|the feeling
        understand .
        understand that|it|what|how|you|your
        see .
        see what|that|you|your|how|why
        guess
        suppose
        bet
        hear .
        hear you|that|about
        hope so|you|it|that|to see|to hear|everything|all|your
        think so|you|that|it
        think of|about you|it|that|your
        be ~ proud|fond of you|your
        appreciate it|that|you|your|this|the|any|all
        thank
        thanks
        apologize
        be ~ sorry
        be ~ glad|happy|thrilled|excited|stoked|pleased|proud|delighted|sad to|that|you|for|of hear|you|that|it
        be ~ glad|happy|thrilled|stoked|proud|excited you|your|for|of
        be ~ here for|to
        misread
        misspeak
        mistype
        mix up|it|them|that|those|these|the
        swap two|the ~ digits|numbers|letters
        make a mistake|typo
        get it|that|the ~ wrong
        be sure .
        be sure you|it|that|they|he|she
        be ~ honored|touched|flattered|grateful
        be ~ curious
        be ~ wondering|wonder
        be ~ jealous|envious
        be ~ lucky|blessed .
        be ~ with|behind you
        be ~ kidding|joking
        be ~ good|fine|okay|ok|great|well .
        be doing ~ good|well|great|fine|okay
        be back again|soon|in|later|with|for|here|to
        be right back
        be asking|saying|telling|hoping you
        be ~ to hear
        be not sure|certain
        be unsure
        be ~ confused
        be ~ lost
        wonder
        wish you|it|i|we|that|there
        mean
        can not wait
        wait .
        wait for|on|and it|that|this|you|your|see|them
        wait to
        let you|me
        keep you|ya
        get it|that|you|what
        do it|that|so|this|my best .
        do .
        try it|that|them|this|to remember .
        check it|that|them|this out
        take a look
        look into it|that
        look it
        tell you|ya
        talk to you
        see you
        give it|that|you
        love it|that|this|those|these .
        love you|your|how
        love to hear
        love the idea
        like it|that|this|those|these .
        like your|how
        like the idea|sound
        look forward to it|that|hearing|seeing|your|talking
        ask you
        say .
        say that|it|so|this
        remember that|you|when|it|how
        promise you
        forget
        miss you|ya
        send you
        send it .
        welcome
        admire you|your|that
        imagine
        feel you|ya
        run now
        go now
        be off .
        need to go .
        get to go .
        have to go|run .
        have fun
        have no idea
        have a question|few|couple|quick questions|question
        have ~ question|questions
        chat ~ soon|later
        talk ~ soon|later
        catch up|you
        complain .
        really .
        feel the same
        feel that way
        feel like i|we|it|a|an
        relate
        believe in|it|that|you
        remind you
        """);

    // Said to an assistant: the task at hand, not the person.
    private static readonly FrozenDictionary<string, PhrasePattern[]> ToAssistant = Table("""
        need help|your|you|to know|to understand|some|a|an|advice|information|ideas|suggestions
        need it|this|that|them
        need more .
        need more help|info|information|ideas|advice|time|details|suggestions
        need a|an|some|the ~ recipe|list|idea|ideas|suggestion|gift|present|name|title|summary|explanation|example|template|way|word|synonym|hint|tip|tips|answer|slogan|introduction|paragraph
        need to write|create|find|get|make|figure|generate|convert|calculate|implement|parse|extract|print|display|add|remove|sort|fix|check
        want you|it|this|that|help|some|more|a list|the
        want to know|ask|understand|see|write|create|make|build|generate|implement|parse|convert|calculate|print|display|add|remove|extract|code|sort|filter|use|check
        want to get|find|have a|an|the|this|all|some|more ~ list|recipe|idea|summary|overview|answer|result|output|value|error|number|file|sense|information
        like you|some|a|more to|help|advice|suggestions
        like to know|ask|hear|see|get|write|create|make|generate|understand|discuss
        look for
        be ~ looking|searching for
        seek
        be trying|struggling to
        try to ~ figure|understand|find|get|make|write|create|implement|fix|solve|parse|convert|run|install
        search for
        have a|an|the|this|some|two|multiple|following ~ list|dataframe|array|table|function|code|file|string|script|error|variable|column|database|problem|issue|question|class|method|task|text|document|csv|json|query|component|doubt|exception|bug|requirement|template|prompt
        have this|following
        have the following|above|same|code|error|file|data|table|script|function|output|result|class|query|input
        get this|an|the|a|following ~ error|exception|issue|message|warning
        get this
        get the ~ error|exception|message|output|warning|result|same|idea|point|gist|list|code|answer|correct|wrong|right
        be getting
        be ~ working|stuck on this|it|that|the
        write a|an|the|this ~ function|code|script|program|query|test|class|story|essay|paper|report|email|letter
        give you
        provide you
        send you
        use this|the|it|that|these
        see the|this|that|an
        appreciate it|that|you|your|the|any|if|this|all .
        be ~ interested in knowing|hearing|seeing|understanding|finding|getting|more
        be ~ interested to
        be ~ open to
        try that|it|those|these|them|this|some|your|out
        check that|it|those|these|them|this|your|with
        check out the|this|that|my|your|these|some|a|it
        look into|up|at
        consider that|it|those|these|them|this|your
        keep that|it|those|these|them|this|your|an
        give it|that|them|those
        explore those|these|that|it|your|this
        start with that|those|these|your
        paste
        copy
        notice that|the|this|you
        mention
        think it|this|the|we|you|they|there
        struggle to understand
        think aloud
        think out loud
        """);

    // "I like to see the flame" is a taste, "I'd like to see the list" a request.
    private static bool IsTaste(Clause clause, VerbPhrase verb) => verb is { Lemma: "like", Modal: not "would" } && clause.Rest is [{ Lower: "to" }, ..];

    public static bool IsEmptyTalk(Clause clause, bool toAssistant) => clause.Verb is { Lemma: "be" } && clause.Rest is [{ Lower: "back" }] || clause.Verb is { } verb && !IsTaste(clause, verb) && (Fits(Always, clause, verb) || (toAssistant && !IsOfLife(clause, verb) && Fits(ToAssistant, clause, verb)));

    // "I'm looking for a job in Paris", "I want to build a website for my honey": what one asks for oneself, not of the assistant.
    private static bool IsOfLife(Clause clause, VerbPhrase verb) =>
        (verb is { Lemma: "have", Tense: Tense.Past, Perfect: false } && TokenSpans.ContainsAny(clause.Rest, Done)) || TokenSpans.ContainsAny(clause.Rest, LifeNouns) || (verb.Lemma == "want" && (TokenSpans.Contains(clause.Rest, "my") || TokenSpans.Contains(clause.Rest, "our")) && !TokenSpans.Contains(clause.Rest, "you"));

    // "I had the cataract done": what somebody had done to themselves or theirs.
    private static readonly IReadOnlySet<string> Done = WordLists.Of("done removed fixed replaced repaired out pulled checked cut dyed installed delivered painted cleaned serviced operated yesterday last");

    private static readonly IReadOnlySet<string> LifeNouns = WordLists.Of("job jobs work apartment flat house roommate flatmate girlfriend boyfriend partner internship position school university puppy dog cat husband wife baby dentist doctor physio physiotherapist therapist vet gp optician surgeon midwife hairdresser accountant lawyer solicitor landlord");

    private static bool Fits(FrozenDictionary<string, PhrasePattern[]> table, Clause clause, VerbPhrase verb)
    {
        if (!table.TryGetValue(verb.Lemma, out var patterns))
        {
            return false;
        }

        foreach (var pattern in patterns)
        {
            if (pattern.Matches(clause, verb.Main + 1, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, PhrasePattern[]> Table(string lines) => lines
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(PhrasePattern.Parse)
        .SelectMany(pattern => pattern.FirstVerbs.Select(verb => (Verb: verb, Pattern: pattern)))
        .GroupBy(pair => pair.Verb, pair => pair.Pattern)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
