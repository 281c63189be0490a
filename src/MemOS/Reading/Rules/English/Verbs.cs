using System.Collections.Frozen;
using MemOS.Recall.Words;

namespace MemOS.Reading.Rules.English;

/// <summary>English verbs: which words are forms of one, and their third person.</summary>
internal static class Verbs
{
    // Verbs of everyday talk in their base form; needed where nothing else tells a verb from a noun.
    private const string BaseTable = """
        accept achieve act add admire adopt adore advise afford agree aim apply appreciate arrange arrive ask attend avoid bake be become begin believe belong bike bring build buy
        call camp can cancel care carry catch celebrate change check choose clean climb close coach collect come commute consider consume continue cook cost count create cry cut cycle
        dance date deal decide decorate deliver depend design despise destroy detest develop die discover discuss dislike do donate draw dream dress drink drive drop earn eat embrace emigrate encourage
        end enjoy enroll enter escape exercise expect experience explore express face fall fear feed feel fight figure fill find finish fish fit fix fly focus follow forget found gain garden get
        give go graduate grow guess handle happen hate have hear help hike hire hit hold hope host hunt hurt identify imagine improve include inherit inspire intend interview invest invite
        jog join juggle jump keep kick know knit lack land laugh launch lead learn leave lend let lift like listen live loathe look lose love maintain make manage marry mean meditate meet mentor migrate mind miss move
        need note notice observe offer open order organize organise own pack paint participate pass pay perform photograph pick plan plant play post practice practise pray prefer prepare prioritize prioritise promise promote protect prove pull pursue push put
        quit raise reach read realize receive recommend record recover refuse rehearse relax relocate rely remember renovate rent repair replace require research respect rest retire return ride run
        sail save say search see seek seem sell send serve set settle sew share shop show sign sing sit skate ski skip sleep smoke snowboard speak spend stand start stay steer stop struggle study suffer suggest support surf swim switch
        take talk teach tell tend thank think tolerate train travel treat try turn understand upgrade use value visit volunteer vote wait wake walk want wash watch wear weigh welcome win wish wonder work worry write
        postpone reschedule delay abandon abide adapt admit advertise allow announce answer apologize apologise approve argue assist assume attach babysit bathe beat beg behave boil borrow break breed brew browse burn bury calculate cease cheat
        cheer chew collapse combine commit communicate compare compete complain complete compose concentrate confess confirm confuse connect consult contribute convert convince correct crash crawl criticize crochet customize declare
        decline decrease defend define delegate delete deny deploy describe deserve dig disagree disappear disappoint distribute dive divide divorce download drag edit educate eliminate employ enable encounter engage entertain establish
        estimate evaluate examine exchange exist expand expire export extend fail ferment fetch forgive freelance freeze gather generate greet grind haggle harvest heal hesitate hide hug hurry ignore illustrate import impress increase
        inform injure insist inspect install introduce invent involve irritate isolate justify kill kiss kneel knock lie lock lower mail manufacture measure melt memorize memorise mention modify monitor motivate mourn mow multiply
        navigate negotiate nominate obey obtain occur offend operate oppose oversee owe peel persuade pour predict preserve pretend prevent produce prohibit pronounce propose provide publish punish purchase quote react rebuild recall
        recharge recycle reduce refer refill reflect refund refurbish regret reject remind remove rename repeat reply rescue resign resolve restart restore restrict resume reveal reverse revise rinse roast rob rotate rub ruin sacrifice
        satisfy scream scroll sculpt separate shave shout shrink shut sink skydive sneeze snorkel solve specialize specialise spill split spoil sponsor spread squeeze stare starve steal stick stir stitch strengthen stretch submit
        subscribe substitute succeed surprise surrender survive suspect swallow swear sweep swing tackle taste tear tease thrive throw tidy transfer translate transport trust unpack unsubscribe update upload vacuum vanish vary wander warn
        weave whisper wipe withdraw wrap yell snore smell argue limp whine moan nag giggle hum cough sweat babble howl meow fidget ring hang blow flow shine snow rain beep nick pinch store host code ship chair audit tutor supervise process stock stack cater knock roll feature tick drip scratch bark bite purr chase nibble hoard graze hatch rewrite rebuild redo resell scrap ditch swap bump push
        """;

    // Past forms that equal the base or that the word index leaves out.
    private const string MorePast = "had did was were got gotten been done gone put cut hit hurt quit set shut split spread let cost bet burst cast read misread said saw left ran came became began met felt kept made lost won";

    private const string ModalTable = "will would can could should must might may shall ought";

    private const string IngNouns = "morning evening thing something anything nothing everything king ring spring string wedding building ceiling being wing sibling clothing pudding";

    private static readonly FrozenSet<string> Bases = Words(BaseTable);
    private static readonly FrozenSet<string> Past = Words(MorePast);
    private static readonly FrozenSet<string> Modals = Words(ModalTable);
    private static readonly FrozenSet<string> NounsInIng = Words(IngNouns);

    // Adjectives and nouns that end like a past form.
    private static readonly FrozenSet<string> NotPast = Words(
        "red bed need seed speed feed shed bleed indeed hundred wicked naked sacred beloved breed weed greed exceed proceed succeed ted fred ned alfred med led embed kid children men women people feet teeth mice worse worst best better mom mum mommy dad daddy half lives leaves bored tired excited interested married retired wives knives born");

    // Participles that the past form does not give.
    private static readonly FrozenSet<string> Participles = Words("been done gone got gotten had made said come become run put cut hit hurt quit set read let");

    private static readonly FrozenSet<string> NoParticiples = Words("had did was were went saw ate took wrote");

    public static bool IsModal(string lower) => Modals.Contains(lower);

    public static bool IsBase(string lower) => Bases.Contains(lower);

    public static bool IsNounInIng(string lower) => NounsInIng.Contains(lower);

    public static bool IsBe(string lower) => lower is "am" or "is" or "are" or "was" or "were" or "be" or "been" or "being";

    /// <summary>Whether the word can be a past form or a past participle.</summary>
    public static bool IsPast(string lower) => lower.Length > 2 && !NotPast.Contains(lower) &&
        (Past.Contains(lower) || IsRepeated(lower) || (lower.EndsWith("ed", StringComparison.Ordinal) && lower.Length > 3) || (lower[^1] != 's' && !ReferenceEquals(IrregularForms.BaseOf(lower), lower)));

    public static bool IsParticiple(string lower) =>
        Participles.Contains(lower) || lower is "married" or "retired" or "born" || (IsPast(lower) && !NoParticiples.Contains(lower));

    public static bool IsGerund(string lower) => lower.Length > 4 && lower.EndsWith("ing", StringComparison.Ordinal) && !NounsInIng.Contains(lower);

    /// <summary>Whether the word looks like a finite verb after a name or noun: a past form, "is", or the third person of a known verb.</summary>
    public static bool IsFinite(string lower) => IsBe(lower) || IsModal(lower) || lower is "has" or "have" or "had" or "does" or "did" or "do" || IsPast(lower) || IsThirdPerson(lower);

    public static bool IsThirdPerson(string lower) =>
        lower.Length > 3 && lower[^1] == 's' && lower[^2] != 's' &&
        (Bases.Contains(lower[..^1]) || (lower.EndsWith("es", StringComparison.Ordinal) && Bases.Contains(lower[..^2])) || (lower.EndsWith("ies", StringComparison.Ordinal) && Bases.Contains(lower[..^3] + "y")));

    /// <summary>A form of a verb taken back to what patterns are written in: irregular forms to their base, the rest to its stem.</summary>
    public static string Lemma(string lower) => lower switch
    {
        "am" or "is" or "are" or "was" or "were" or "been" or "being" or "be" => "be",
        "has" or "had" or "having" => "have",
        "did" or "does" or "done" or "doing" => "do",
        "got" or "gotten" or "gets" or "getting" => "get",
        "goes" => "go",
        _ when IsRepeated(lower) => EnglishStemmer.Stem("re" + IrregularForms.BaseOf(lower[2..])),
        _ => EnglishStemmer.Stem(IrregularForms.BaseOf(lower)),
    };

    // "Rewrote", "rebuilt": the irregular form of a verb that is done again.
    private static bool IsRepeated(string lower) => lower.Length > 5 && lower.StartsWith("re", StringComparison.Ordinal) && Bases.Contains("re" + IrregularForms.BaseOf(lower[2..])) && IrregularForms.BaseOf(lower[2..]) != lower[2..];

    /// <summary>The third person of a base form: "go" gives "goes". Other forms come back as they are.</summary>
    public static string ThirdPerson(string lower)
    {
        if (lower.Length == 0)
        {
            return lower;
        }

        return lower switch
        {
            "am" or "are" or "is" => "is",
            "were" => "was",
            "have" => "has",
            "do" => "does",
            "be" => "is",
            _ when lower.EndsWith('s') || lower.EndsWith("sh", StringComparison.Ordinal) || lower.EndsWith("ch", StringComparison.Ordinal) ||
                lower.EndsWith('x') || lower.EndsWith('z') || lower.EndsWith('o') => lower + "es",
            _ when lower.EndsWith('y') && lower.Length > 1 && !"aeiou".Contains(lower[^2], StringComparison.Ordinal) => lower[..^1] + "ies",
            _ => lower + "s",
        };
    }

    /// <summary>The past form of a base form.</summary>
    public static string PastOf(string lower) => lower switch
    {
        "be" => "was", "have" => "had", "do" => "did", "go" => "went", "get" => "got", "grow" => "grew", "meet" => "met", "buy" => "bought", "see" => "saw", "take" => "took", "make" => "made", "come" => "came",
        "find" => "found", "eat" => "ate", "drink" => "drank", "write" => "wrote", "read" => "read", "run" => "ran", "win" => "won", "lose" => "lost", "leave" => "left", "teach" => "taught", "choose" => "chose", "drive" => "drove",
        "fly" => "flew", "give" => "gave", "spend" => "spent", "sell" => "sold", "begin" => "began", "swim" => "swam", "sing" => "sang", "think" => "thought", "feel" => "felt", "keep" => "kept", "put" => "put", "quit" => "quit",
        _ when lower.EndsWith('e') => lower + "d",
        _ when lower.EndsWith('y') && lower.Length > 1 && !"aeiou".Contains(lower[^2], StringComparison.Ordinal) => lower[..^1] + "ied",
        "stop" or "plan" or "travel" or "shop" => lower + lower[^1] + "ed",
        _ => lower + "ed",
    };

    private static FrozenSet<string> Words(string table) => table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
