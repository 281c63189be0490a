using System.Collections.Frozen;

namespace MemOS.Recall.Words;

/// <summary>English forms that no suffix rule takes back to their base: "went" is searched as "go".</summary>
internal static class IrregularForms
{
    // One line a base form, then its forms.
    private const string Table = """
        arise arose arisen
        awake awoke awoken
        bear bore borne born
        beat beaten
        become became
        begin began begun
        bend bent
        bite bit bitten
        bleed bled
        blow blew blown
        break broke broken
        breed bred
        bring brought
        build built
        burn burnt
        buy bought
        catch caught
        choose chose chosen
        cling clung
        come came
        creep crept
        deal dealt
        dig dug
        draw drew drawn
        dream dreamt
        drink drank drunk
        drive drove driven
        eat ate eaten
        fall fell fallen
        feed fed
        feel felt
        fight fought
        find found
        flee fled
        fly flew flown
        forbid forbade forbidden
        forget forgot forgotten
        forgive forgave forgiven
        freeze froze frozen
        give gave given
        go goes went gone
        grind ground
        grow grew grown
        hang hung
        hear heard
        hide hid hidden
        hold held
        keep kept
        kneel knelt
        know knew known
        lay laid
        lead led
        lean leant
        learn learnt
        leave left
        lend lent
        lie lay lain
        light lit
        lose lost
        make made
        mean meant
        meet met
        pay paid
        ride rode ridden
        ring rang rung
        rise rose risen
        run ran
        say said
        see saw seen
        seek sought
        sell sold
        send sent
        sew sewn
        shake shook shaken
        shine shone
        shoot shot
        show shown
        shrink shrank shrunk
        sing sang sung
        sink sank sunk
        sit sat
        sleep slept
        slide slid
        speak spoke spoken
        spell spelt
        spend spent
        spin spun
        spring sprang sprung
        stand stood
        steal stole stolen
        stick stuck
        sting stung
        strike struck stricken
        swear swore sworn
        sweep swept
        swim swam swum
        swing swung
        take took taken
        teach taught
        tear tore torn
        tell told
        think thought
        throw threw thrown
        understand understood
        wake woke woken
        wear wore worn
        weave wove woven
        weep wept
        win won
        wind wound
        write wrote written
        child children
        foot feet
        goose geese
        man men
        mouse mice
        person people
        tooth teeth
        woman women
        wife wives
        knife knives
        half halves
        shelf shelves
        wolf wolves
        mom mum mommy
        dad daddy
        good better best
        bad worse worst
        """;

    private static readonly FrozenDictionary<string, string> Bases = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(form => (Form: form, Base: words[0])))
        .DistinctBy(pair => pair.Form)
        .ToFrozenDictionary(pair => pair.Form, pair => pair.Base, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Spans = Bases.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string BaseOf(string word) => Bases.TryGetValue(word, out var found) ? found : word;

    public static ReadOnlySpan<char> BaseOf(ReadOnlySpan<char> word) => Spans.TryGetValue(word, out var found) ? found : word;
}
