using System.Collections.Frozen;

namespace MemOS.Reading.Rules.English;

/// <summary>Closed classes of English words, and nouns that the rules know something about.</summary>
internal static class WordLists
{
    public static FrozenSet<string> Determiners { get; } = Of("a an the my our your his her their its this that these those some any no every each another both all much many more most few several one two three four five six");

    public static FrozenSet<string> Prepositions { get; } = Of(
        "in on at to for from with without by of about into onto over under after before during since until till through between among against near around behind beside across along off up down out as like than per via despite towards toward within because when while where which who that if unless although though so but and or instead except not");

    /// <summary>Adverbs that stand between a subject and its verb.</summary>
    public static FrozenSet<string> Adverbs { get; } = Of(
        "actually also always already almost absolutely basically barely certainly completely constantly currently definitely deeply even eventually ever exclusively finally frequently fully generally genuinely hardly honestly just kind of " +
        "lately literally mainly mostly nearly never normally now obviously occasionally often only originally partly particularly personally possibly practically pretty previously much far primarily probably proudly quickly quite rarely really recently regularly " +
        "seldom seriously simply slowly so sometimes soon specifically still strictly strongly suddenly surely then thankfully too totally truly typically ultimately usually very well both all kinda sorta sort severely passionately absolutely greatly particularly sadly happily luckily not");

    /// <summary>People by their relation to a speaker.</summary>
    public static FrozenSet<string> Kin { get; } = Of(
        "mom mum mother mommy mama dad father daddy papa parents parent sister sisters brother brothers sibling siblings son sons daughter daughters kid kids child children baby babies wife husband spouse partner girlfriend boyfriend fiancé fiancée fiance fiancee " +
        "grandma gran grandmother grandpa grandfather granddad grandad granny nan nana grandparents grandson granddaughter grandchildren aunt uncle cousin cousins niece nephew nieces nephews stepmom stepdad stepmother stepfather stepson stepdaughter mother-in-law father-in-law sister-in-law brother-in-law in-laws gf bf hubby family twins twin " +
        "girl boy lad lass half-brother half-sister godson goddaughter godmother godfather step-brother step-sister stepbrother stepsister friend friends bestie buddy roommate roommates flatmate neighbor neighbour neighbors neighbours boss manager colleague colleagues coworker coworkers co-worker teacher coach therapist doctor dentist mentor team ex girlfriend's");

    public static FrozenSet<string> MaleKin { get; } = Of("dad father daddy papa brother son husband boyfriend grandpa grandfather granddad grandad uncle nephew stepdad stepfather stepson fiancé fiance grandson");

    public static FrozenSet<string> FemaleKin { get; } = Of("mom mum mother mommy mama sister daughter wife girlfriend grandma gran grandmother granny nan nana aunt niece stepmom stepmother stepdaughter fiancée fiancee granddaughter");

    public static FrozenSet<string> Pets { get; } = Of("dog dogs cat cats puppy puppies kitten kittens pet pets rabbit hamster parrot horse fish goldfish guinea turtle tortoise bird bunny pup ferret gecko snake lizard " +
        "beagle labrador poodle retriever terrier greyhound collie spaniel dachshund husky corgi pug bulldog whippet dalmatian chihuahua rottweiler dobermann doberman sheepdog siamese tabby pony mare budgie canary cockatiel kitty doggo hen hens goat goats donkey alpaca");

    /// <summary>Things of a plan that have a time or place, with which a statement may open: "the meeting is on Thursday".</summary>
    public static FrozenSet<string> Occasions { get; } = Of(
        "meeting appointment flight deadline wedding party interview exam test call dinner lunch trip train bus concert conference class lesson standup stand-up demo launch release presentation ceremony match game surgery checkup check-up review sync retro event reservation booking " +
        "delivery move rehearsal workshop seminar webinar session hearing show festival race marathon sprint kickoff kick-off onboarding funeral birthday anniversary vacation holiday " +
        "fair recital tournament audition graduation reunion premiere viewing inspection audit picnic barbecue ferry haircut scan operation regatta auction expo retreat tasting screening performance gig viva raid scrim quiz meetup");

    /// <summary>What a speaker builds or belongs to: statements about it are statements about the speaker's work.</summary>
    public static FrozenSet<string> Projects { get; } = Of(
        "project app application team company startup service backend back-end frontend front-end codebase website site product api server database db stack repo repository business shop store company's game thesis book novel blog podcast band channel budget office plan pipeline platform system");

    public static FrozenSet<string> Colours { get; } = Of("red green blue yellow white black grey gray orange purple pink brown beige turquoise terracotta cream navy teal lilac mustard ochre crimson scarlet magnolia ivory burgundy mint");

    public static FrozenSet<string> Weekdays { get; } = Of("monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays");

    public static FrozenSet<string> Months { get; } = Of("january february march april may june july august september october november december");

    public static FrozenSet<string> QuestionWords { get; } = Of("what who whom whose which where when why how what's who's how's where's");

    /// <summary>Numbers in words, up to what ages and counts need.</summary>
    public static FrozenSet<string> NumberWords { get; } = Of(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen");

    /// <summary>Words that carry nothing by themselves; a clause made of these alone is no statement.</summary>
    public static FrozenSet<string> Empty { get; } = Of(
        "i me my myself we us our you your yours he him his she her it its they them their this that these those one ones thing things something anything everything nothing stuff so too very really just also even still now then there here " +
        "a an the and or but if of to in on at for from with by about as be am is are was were been being do does did done doing have has had having will would can could should may might must shall not no yes get got go going " +
        "good great nice cool awesome amazing fine ok okay well bad fun lot lots bit kind sort way all some any much more most same sure right true best better make made makes know think see say said want need like let try thing again soon later day time today now " +
        "here happen dream dreams goal goals best hard absolutely definitely certainly indeed totally exactly wow super pretty quite");

    public static FrozenSet<string> Of(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
