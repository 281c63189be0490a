using System.Collections.Frozen;
using MemOS.Recall.Words;

namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>What an English word tells about the state of things: the vocabulary by which people report how work turned out.</summary>
/// <remarks>
/// Base forms; every inflection of one has its stem. Written for this repository. A word that is good in one trade and bad in
/// another ("closed", "off", "down") is in neither list: <see cref="Contrasts"/> holds it against what was asked for.
/// </remarks>
internal static class ReportWords
{
    private const string Bad = """
        abort absurd abysmal accident ache afraid aggressive alarm alert ambiguous angry annoy annoyed anomaly argh atrocious awful awkward
        backlog backwards bad baffle banned bark beep blame blank bleed blink blip block blotchy blunder blurry blur bluescreen bogus boil boo blew botch bounce break bricked broken brownout buffer bug buggy bummer bump burn burnt burst busted butcher buzz
        cancel catastrophe catastrophic complication concern chaos chaotic cheat choke chop choppy chopped clash clip clog clogged clump clumsy clunky clutter cluttered collapse collide collision complain complaint complains conflict confuse confused confusing contradict contradictory corrupt corrupted cough crack cracked cramped crap crappy crash crazy creak creepy crooked cry cursed
        damage damn dangerous dark dead deadlock decay decline delete  difficulty defective defect deficient deformed degrade delay denied deny dent deserted despair destroy deteriorate dim dirty disagree disappear disappoint disaster disastrous discard disconnect discrepancy disgusting dislike dismal dispute disrupt dissatisfied distort dizzy dodgy doubtful drab drain dreadful drip drown dud droop droopy dull dumb dump duplicate dust dusty
        edgy embarrass embarrassing empty erratic erroneous error exception expire explode expose
        fail failure faint fake fall fallout false faint falsely fault faulty feeble fiasco filthy fire flake flaky flat flatline flaw flawed flicker flood fluke flunk foggy forbid forbidden forget forgot forgotten fraud freeze frozen frustrate frustrated frustrating fumble furious fuss fuzzy
        garbage garble garbled ghost gibberish glitch glitchy gloomy grainy grief grim grind gripe groan gross grumble grumpy
        hack halt hamper hang hassle hate haywire headache hell hiccup hinder hiss hog horrible horrid horrify hostile hurt
        hitch hurdle
        idle idiotic ignore illegal illegible ill inaccessible inaccurate inadequate incomplete incompatible incomprehensible inconsistent inconvenient incorrect incorrectly inferior infinite insane insufficient insult interfere interrupt intermittent invalid invisible irate irrelevant irritate irritating issue
        jam jammed janky jerky jitter jittery joke jumble junk
        kaput kill knock
        lack lag leftover lock laggy lame late laugh leak leaky lie limp litter lockout lose loss lost lousy lumpy
        mad malfunction mangle manually mash meaningless melt mess messy mia misaligned misconfigured misdirect misdelivered misfile misfire misinterpret mislabel misleading misplace misprint misread misroute miss missing misspell misspelled misspelling mist mistake mistaken mistranslate misunderstand misunderstanding misunderstood mixup moan moldy mournful muddle muddy mushy mutilate mute
        nag nasty nag needless neglect negligent nightmare noisy nonexistent nonsense nonworking nope nowhere nuisance null
        obscure obsolete odd offend offensive offline omit omission oops orphan outage outdated outrage outrageous outraged overbook overcharge overdraw overdrawn overdue overflow overheat overload overlap overlook overripe overrun overshoot oversleep overwrite overwrote
        painful panic paralyse patchy pathetic peel perish phantom placeholder pile pixelate pixelated pointless poor poorly problem problematic puddle puke puzzled
        quit
        ragged rage reverse remove ramshackle rattle redundant refuse reject rejected rejection relapse reluctant reopen repulse resist retard revert revoke rip risky rot rotten rough rubbish rude ruin rupture rust rusty ruined
        sabotage sad scam scare scary scatter scorch scramble scrape scratch scratched screech screw screwed scuff seize sever shabby shift shifted shake shaky shambles shatter shoddy short shortage shout shutdown sick silly skip slam slip sloppy slow sluggish smash smear smoky smudge snag soak soaked soggy sorry sore sour spam spill spoil spoilt spotty squash squeak squeal stain stale stall starve static steal sticky stink stolen stop strand stranded strange streak streaky stretched struggle stuck stuffy stumble stupid stutter suck suffer suspicious swear swollen
        tangle tangled tear terrible terrify throttle thin threw throw timeout tilt tilted tiny toast torn trap trash trip trouble truncate truncated turbulent twisted typo
        ugh ugly unacceptable unanswered unassigned unavailable unaware unbearable unchanged uncomfortable undelivered undeliverable undefined undo unexpected unexpectedly unfinished unfit unfortunate unfortunately unhappy unhelpful unimpressed unintelligible unknown unpaid unplayable unpleasant unprocessed unprofessional unreachable unreadable unrecognizable unrelated unreliable unresolved unresponsive unsatisfied unsafe unsent unsolved unstable unsuccessful untidy untouched unusable unusual unwanted unwell upset urgent useless
        vague vain void vandal vanish vibrate violate vomit vulnerable
        wail warp withdraw withdrawn withdrew withhold withheld warped waste weak weird whine wilt wipe wither wobble wobbly woe worrying worse worsen worst worthless wound wreck wrinkle wrinkled wrong wrongly
        yank yell yuck
        """;

    private const string Good = """
        accept accepted accessible accurate ace acknowledge active adore agree alive align aligned amaze amazing appear applaud appreciate approve approved arrive attend authentic available awesome
        balance beam beat beautiful beautifully best better bingo blast bless bliss bloom book bounceless brilliant bright brew breeze
        calm celebrate cheerful cheer chime clean cleaner clear clearly clever click comfortable comfy compile complete completely confirm congratulate connect content convenient cool correct correctly cosy cosier cozy cozier cover covered crisp cure
        dance dandy dazzle decent delicious deliver delight delighted dry done
        eager easy easier ecstatic effective effortless effortlessly elated elegant enjoy enjoyable enough excellent excited exact exactly exquisite
        fabulous fair fantastic fast faster fine finish finally fit fix fixed flawless flawlessly flourish flow fluent fond fresh friendly functional fun fully
        gain gentle genius glad gleam glow glorious good gorgeous grand grateful great green grin
        handsome handy happy happily hooray healthy heal helpful hum hug
        ideal immaculate impeccable impress impressed impressive improve improved inspire instant instantly intact
        joy joyful jackpot
        keen kudos kind
        land laudable legible legit lifesaver like lit live load lovely love luck lush
        magic magical magnificent marvel marvelous marvellous match mend merge merry
        neat neatly nice nicely nicer normal normally
        online onboard onward open operational optimal outstanding
        painless pass paid pay peaceful perfect perfectly phenomenal pleasant please pleased pleasing plenty polished praise precise precisely pretty prompt promptly properly properly proud purr
        quick quicker quickly quiet
        readable ready reach reachable reappear reassure receive recover refreshed rejoice relax relaxed relieve relieved relief relieved reliable resolve resolved respond responsive restore resume right rock
        safe safely satisfied satisfy satisfactory satisfying saved scan secure seamless seamlessly sharp shine shiny sign signoff sleek slick smile smooth smoothly smoother snappy solid solve sound sparkle spotless splendid stable steady stellar straight stunning sturdy stylish sublime succeed success successful successfully suit super superb supportive sweet swift swimmingly
        tasty terrific thank thankful thaw thorough thrill thrilled thrive thumb tidy tidier timely triumph
        unblocked unbroken undamaged unharmed unlocked unscathed upgrade upbeat usable useful
        valid verified verify viable vibrant vivid
        warm warmer welcome well win wonder wonderful work workable worth wow
        yay yes yippee yummy
        """;

    // What was wanted has come about: the verbs of the end of an errand.
    private const string Done = """
        accept acknowledge activate add admit agree answer appear apply approve archive arrive assign attend back begin book board boot buy call catch change charge check clear collect come complete confirm connect contain copy credit debit deliver deploy depart display dispatch dock download earn email enable enter exist exit export fetch file fill find finish fix flow forward get give go grant greet grow hand have hear hold import include inform install issue join jump kick know land launch let light list live load log look mail make manage map mark match meet mention merge migrate move note notify occupy offer open order own pack park pass pay pick place play point post print process produce publish pull purchase push put quote ramp rank react read reconcile reboot receive record redeem redirect refill refund register release reload rename renew rent replace reply report reschedule reserve reset resolve respond restart restore resume return reveal ring rise roll run sail save scan schedule secure see sell send serve set settle share ship show sign sing sit sleep spin stand start state stay store stream submit subscribe surface sync take talk tell text thank tick track train transfer translate travel turn unlock update upload use verify visit wake want wash water wear wire work write
        """;

    private static readonly FrozenDictionary<string, ReportSense> Senses = Build();

    /// <summary>What a word tells, by any of its forms.</summary>
    public static ReportSense Of(string word) =>
        Senses.TryGetValue(word, out var sense) || Senses.TryGetValue(Stem(word), out sense) ? sense : ReportSense.None;

    /// <summary>The stem under which words are listed.</summary>
    public static string Stem(string word) => EnglishStemmer.Stem(IrregularForms.BaseOf(word));

    private static FrozenDictionary<string, ReportSense> Build()
    {
        var senses = new Dictionary<string, ReportSense>(StringComparer.Ordinal);
        void Add(string table, ReportSense sense)
        {
            foreach (var word in table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                senses.TryAdd(word, sense);
                senses.TryAdd(Stem(word), sense);
            }
        }

        Add(Bad, ReportSense.Bad);
        Add(Good, ReportSense.Good);
        Add(Done, ReportSense.Done);
        return senses.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
