namespace MemOS.Reading.Rules;

/// <summary>The phrases that say that something is over, called off, parted with, or there as it was wanted (see <see cref="PhrasePattern"/>).</summary>
internal static class EndingPhrases
{
    // The value begins where the pattern ends.
    private const string Objects = """
        cancel|scrap|abandon|axe
        call off
        quit|stop|drop|ditch|discontinue
        give up ?on
        drop out of
        cut out
        get rid of
        sell|return|lose|donate|scrap &
        give away &
        break|split up with
        part ways with
        say goodbye to
        leave
        resign|retire|step|stand from|as|down
        step|stand down from|as
        hand over &
        retire from
        graduate from
        recover from
        move out of
        switch|move|migrate|change|go ?away|over from
        hand|put|give|turn in my notice at
        give notice at
        trade|swap|exchange|replace ?in &
        decide|opt|vote against
        back|pull|opt out of
        skip
        withdraw from
        call it off with
        be ~ done|finished|through with
        finish|complete
        unsubscribe from
        come|taper off
        wean myself|ourselves off
        take|get|put|have me|us off
        check out of
        get out of ^
        have|work|do my|our last|final day|shift|week|session|lesson|class at|in|of|with
        take|teach|do|play|smoke|drink|give|sing my|our last|final
        make the|my|our last|final payment on
        pay off my|our
        repay my|our|the
        bury|cremate &
        nuke|trash|junk|offload|disband|dissolve &
        dump|flog|unload all ?of my|our
        dump|flog ^
        let go of &
        be|get ~ laid off from|at|by
        be|get ~ redundant from|at|by
        be|get ~ fired|sacked|dismissed from|at|by
        be let go from|by|at
        flunk|fail out of
        change my|our mind about|on
        pull the plug on
        kick|bin|delete|uninstall|rehome|axe|shelve &
        pack|jack in &
        throw|chuck|clear|give|put out|away &
        hand|give|send back|in &
        shave|chop|cut|take off &
        shut|wind|lay|tear down|off|up &
        wrap up &
        pass on &
        grow out of
        outgrow &
        write|phase off|out &
        retire|decommission|sunset &
        let go by|from
        fire|sack|dismiss from|by
        lay off from|by
        stop|quit being ?a|an
        give up being ?a|an
        call time on
        be off &
        wipe|erase ^
        close my|our|the
        have|get|buy|use a|an new
        postpone|delay|reschedule|rebook|push|move|shift|bring my|our|the
        """;

    private const string Wishes = """
        buy|get|receive|find|adopt|win|secure|land|order|purchase the|my|our|a|an
        get into
        pass the|my|our
        pick up the|my|our|a|an
        bring home the|my|our|a|an
        collect the|my|our|a|an
        finish|complete the|my|our
        """;

    private const string Subjects = """
        fall through
        go bust|under|bankrupt
        go ?away|off for good
        be gone|dead|bust|history|toast|scrapped|ended .
        have gone bust|under|bankrupt
        close|shut|end .
        close|shut down
        be sold|rehomed|towed .
        be written off
        go to the|a ~ scrapyard|dump|tip|scrap|charity|breakers
        go to scrap
        go to my|our|a|the ~ @kin
        go to a|the ~ student|neighbour|colleague|school|museum|shop
        bail|flake .
        bail|flake out|on
        give up on me|us
        give up the ghost
        drop out
        move out
        leave .
        have had its|his|her|their day
        come to an end
        be off|over|cancelled|canceled|postponed|rescheduled .
        be ~ called off
        cancel
        call off
        postpone
        reschedul
        die
        pass away
        slip away
        breathe his|her|their last
        be ~ axed|canned|shelved|pulled|withdrawn|repealed|abolished
        fall apart
        come off|out|down .
        wrap|split|break up
        disband|dissolve|lapse|expire|fold
        run out .
        be ~ put down|to .
        be ~ put to sleep
        be ~ discontinued|dissolved|disbanded|demolished|uninstalled|deleted|binned|scrapped|rehomed
        go for scrap
        go to a|the ~ rescue|shelter|sanctuary|farm
        be ~ knocked on the head
        finish .
        be ~ out|done|finished|no .
        be a thing|matter of the past
        clear up
        heal
        be ~ healed
        turn out to be wrong|false|nothing|harmless|unfounded|mistaken
        turn out to be a|an mistake|error|misdiagnosis
        break|split up with me|us
        be no more .
        be ~ paid|cleared off
        be|get ~ stolen|nicked|pinched .
        be|get ~ stolen|nicked|pinched from|off|outside|at|last|on|in|by|yesterday|today|overnight
        be|get ~ repossessed|impounded|crushed
        """;

    // Of what is done by whomever: "they've axed the number 9", "the doctor took me off the tablets".
    private const string Others = """
        take|get|keep me|us off
        axe|cancel|scrap|discontinue|can|shelve|withdraw &
        call off &
        shut|close down &
        pull the plug on
        outgrow &
        """;

    /// <summary>Said of what the speaker does: the thing stands behind the phrase.</summary>
    public static readonly PhrasePattern[] OfObjects = Parse(Objects);

    /// <summary>Said of what the speaker has now, and wanted before: the thing stands behind the phrase.</summary>
    public static readonly PhrasePattern[] OfWishes = Parse(Wishes);

    /// <summary>Said of what anybody does: the thing stands behind the phrase.</summary>
    public static readonly PhrasePattern[] OfOthers = Parse(Others);

    /// <summary>Said of the thing itself, in the speaker's or nobody's name: the thing is the subject.</summary>
    public static readonly PhrasePattern[] OfSubjects = Parse(Subjects);

    private static PhrasePattern[] Parse(string table) =>
        [.. table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).OrderByDescending(line => line.Split(' ').Length).Select(PhrasePattern.Parse)];
}
