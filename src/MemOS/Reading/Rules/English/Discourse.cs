using System.Collections.Frozen;

namespace MemOS.Reading.Rules.English;

/// <summary>Words that open a sentence and say nothing: "well", "by the way", "hey Mel".</summary>
internal static class Discourse
{
    private static readonly FrozenSet<string> Openers = WordLists.Of(
        "well oh ooh ohh yeah yes yep yup no nope nah so soo sooo soooo and but also plus actually honestly basically meanwhile anyway anyways ok okay hey hi hello hiya wow woah whoa hmm hm haha hah lol sure right btw fyi then like sorry thanks cool great awesome nice exactly " +
        "definitely absolutely totally ah aw aww ugh man dude gosh alright unfortunately sadly luckily fortunately thankfully anyhow obviously besides frankly seriously finally first firstly secondly thirdly lastly update correction edit ps however though speaking okay wait congrats please indeed true agreed " +
        "tbh imo imho ngl fwiw omg lmao additionally furthermore moreover overall personally again still yet pls plz");

    private static readonly string[][] Phrases =
    [
        .. """
        by the way
        second ,
        third ,
        to be honest
        to be fair
        to be clear
        in fact
        in other words
        as for me
        you know
        you see
        you know what
        i mean
        guess what
        guess who
        of course
        on a related note
        on another note
        on a side note
        on a different note
        on another topic
        on a separate note
        last question
        side note
        quick update
        change of plans
        change of plan
        slight change of plans
        small change of plans
        plot twist
        small correction
        quick correction
        life update
        small life update
        big update
        you are right
        these days
        you know what
        small update
        big news
        good news
        bad news
        fun fact
        for the record
        just so you know
        so you know
        for context
        for reference
        for your information
        as you know
        as i said
        as i mentioned
        like i said
        one more thing
        another thing
        also note that
        note that
        please note that
        please remember that
        remember that
        keep in mind that
        bear in mind that
        mind that
        since you asked
        since you ask
        please remember
        remember
        don't forget that
        do not forget that
        i should mention that
        i should mention
        i should also mention that
        i should add that
        i forgot to mention that
        i forgot to mention
        i have to say
        i must say
        i have to admit that
        i must admit that
        i have to say that
        i have to admit
        i must admit
        i must confess
        i admit
        i gotta say
        i will admit
        i just wanted to say that
        i wanted to let you know that
        i wanted to tell you that
        i want you to know that
        you can mention that
        you could mention that
        you may mention that
        feel free to mention that
        you can say that
        you could say that
        you can add that
        it may help that
        you should know that
        just to let you know
        let me tell you
        the thing is
        the truth is
        turns out
        it turns out that
        it turns out
        no worries
        no problem
        thank you
        thanks so much
        thanks a lot
        my bad
        no wait
        good point
        sounds good
        good idea
        good question
        me too
        same here
        not really
        not yet
        should say
        i should say
        should add
        should mention
        i forgot to say
        forgot to say
        forgot to mention
        forgot to add
        for what it is worth
        in case it matters
        in case that matters
        to add to that
        heads up
        warning tho
        warning though
        word of warning
        if i remember correctly
        if you must know
        if you ask me
        if that helps
        if it helps
        if it matters
        that said
        that being said
        having said that
        on top of that
        at the moment
        after all
        in my opinion
        in my case
        in general
        long story short
        believe it or not
        lucky me
        which is why
        which means that
        which means
        that is why
        this is why
        not that it matters
        """.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).OrderByDescending(words => words.Length),
    ];

    // Heads that say how sure or glad the speaker is of the statement that follows: "I think I'll…", "I'm afraid we…".
    private static readonly string[][] Hedges =
    [
        .. """
        i think that
        i think
        i believe that
        i believe
        i guess
        i suppose
        i reckon
        i would say that
        i would say
        i am afraid that
        i am afraid
        i am pretty sure that
        i am pretty sure
        i am sure that
        i am sure
        i am happy to say that
        i am happy to say
        i am glad to say that
        i am proud to say that
        i realized that
        i realised that
        i realized
        i realised
        i decided that
        i can say that
        i confess that
        i confess
        i swear
        i am asking because
        i ask because
        asking because
        i only ask because
        i just remembered that
        it is just that
        it is because
        the reason is that
        given that
        """.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).OrderByDescending(words => words.Length),
    ];

    private static readonly ILookup<string, string[]> PhrasesByFirst = Phrases.ToLookup(words => words[0], StringComparer.Ordinal);
    private static readonly ILookup<string, string[]> HedgesByFirst = Hedges.ToLookup(words => words[0], StringComparer.Ordinal);

    public static bool IsOpener(string lower) => Openers.Contains(lower);

    /// <summary>How many tokens of an empty phrase stand at this place; 0 when there is none.</summary>
    public static int PhraseAt(ReadOnlySpan<Token> tokens) => LengthAt(PhrasesByFirst, tokens);

    /// <summary>How many tokens of a hedge stand at this place; 0 when there is none.</summary>
    public static int HedgeAt(ReadOnlySpan<Token> tokens) => LengthAt(HedgesByFirst, tokens);

    private static int LengthAt(ILookup<string, string[]> byFirst, ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length == 0)
        {
            return 0;
        }

        foreach (var phrase in byFirst[tokens[0].Lower])
        {
            if (TokenSpans.StartsWith(tokens, phrase))
            {
                return phrase.Length;
            }
        }

        return 0;
    }
}
