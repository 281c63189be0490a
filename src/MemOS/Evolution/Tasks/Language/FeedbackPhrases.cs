using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language;

/// <summary>How people say that something worked, did not, is dropped, or will be looked at later.</summary>
internal static class FeedbackPhrases
{
    // "It came while I was still at the desk" complains of nothing.
    private const string Meanwhile = "\\bwhile (?:\\w+ ){0,3}";
    private const string Not = "(?:never|(?:does|did|do|is|was|has|have|are|were|can|could|would|will)(?:n['’]?t| not))";

    public static readonly Regex Dropped = PhraseTable.Any(
        PhraseTable.Words(
            "never ?mind(?! (?:the|about (?!it|that|this)|my)\\b)", "nvm", "forget (?:it|that|this|about (?:it|that|this)|the whole thing|i asked|what i said|everything)",
            "forget (?:the|my) (?:request|whole|last|previous|earlier)(?: \\w+)?", "^(?:ok(?:ay)?|oh|ah|no|well|then|so|actually|right)? ?forget (?:about )?the (?!fact|rest|part)\\w+(?: \\w+)?$",
            "(?:drop|scrap|leave|skip|ditch|abandon|scratch) (?:it|that|this|the whole thing|the idea)(?! (?:as|at|in|on|to|by|with|(?:there|here|like (?:this|that)) (?:for|until|at)|for(?! now| today| the moment| good)|out of)\\b)",
            "(?:don['’]?t|do not) (?:bother|worry about (?:it|that|this))", "not worth (?:it|the trouble|the effort)",
            "(?:don['’]?t|do not|no longer) (?:need|want) (?:it|that|this|you to|to (?:do|continue|go on|proceed)(?: \\w+){0,3})(?: any ?more| after all| now)?",
            "(?:i['’]?m|i am|i) (?:giving|give) up(?: on (?:it|this|that))?", "let['’]?s (?!leave (?:it|this|that) (?:at that|there|here|like|as)\\b)(?:not|drop|leave|forget|skip|scrap)(?: (?:it|this|that|bother|do (?:it|this|that)))?",
            "i['’]?ll (?:just )?(?:do|handle|sort|deal with|take care of) (?:it|this|that)(?: out)? (?:myself|on my own|another way|some other way|by hand|manually)",
            "changed my mind", "call it off", "no need(?! for (?:an?|another|the|any|more)\\b)(?: any ?more| for (?:it|that|this)| to)?", "not needed(?: any ?more)?", "stop right there", "abort",
            "vergiss es", "egal", "lass (?:es|gut sein|mal)", "schon gut", "laisse tomber", "laissez tomber", "oublie[zr]?(?: ça| cela)?", "tant pis",
            "olv[ií]dalo", "d[ée]jalo", "no importa", "lascia (?:stare|perdere)", "deixa (?:pra lá|para lá)", "esquece"),
        PhraseTable.Unspaced(
            "算了", "不用了", "不必了", "别管(?:它|这个|那个)?了", "不弄了", "不搞了", "不要了", "不需要了", "当我没说", "放弃", "先不(?:弄|办|做|管|订|退|用|要|改)", "作罢", "取消吧", "不办了",
            "别(?:弄|办|做|订|退|改|查|管|麻烦)了", "不(?:做|退|订|买|查|改|寄|发|约)了", "忘了(?:它|这个|那个|这事|那件事|刚才)", "忘掉", "就这样算", "改变主意", "不折腾了", "不麻烦(?:你|您)?了",
            "もういい(?!です)", "やめ(?:て|ます|よう|とく)", "忘れて", "됐어", "그만"));

    /// <summary>Regret with thanks: it did not work out, and that is the end of it.</summary>
    public static readonly Regex Resigned = PhraseTable.Any(
        PhraseTable.Words(
            "(?:thanks|thank you|thx|cheers) (?:\\w+ )?(?:anyway|anyways|all the same|regardless|nonetheless)", "(?:thanks|thank you|thx) for (?:trying|the effort|your effort|the attempt|looking)", "(?:that['’]?s )?too bad", "oh well", "(?:what|that['’]?s) a (?:shame|pity)", "bummer", "pity", "so be it", "can['’]?t be helped",
            "trotzdem danke", "schade", "merci quand même", "dommage", "gracias de todos modos", "qué lástima", "peccato", "que pena"),
        PhraseTable.Unspaced("还是谢谢", "那(?:就)?算", "(?<!不)可惜", "没办法", "遗憾", "残念"));

    public static readonly Regex Negative = PhraseTable.Any(
        PhraseTable.Words(
            "(?<!" + Meanwhile + ")(?:still|again) (?:\\w+ ){0,3}?(?:broken|fail(?:s|ed|ing)?|not|errors?|wrong|the same|missing|nothing|down|stuck|unable|can['’]?t|cannot|crash(?:es|ed|ing)?|no|see(?:ing)?|shows?|showing|says?|gets?|getting|has|have|empty|old|doesn['’]?t|isn['’]?t|hasn['’]?t|won['’]?t|pending|open|locked|slow)",
            "(?<!" + Meanwhile + ")still (?!works?\\b|working|fine|good|great|ok|okay|needs?\\b|wants?\\b|have to|would|like|there|to do|on)\\w+", "(?<!\\bi )(?:doesn|didn|isn|hasn|wasn|won|aren|weren|haven)['’]?t(?! (?:matter|hurt|mind|it (?:great|nice|\\W*$)|(?:it|he|she|they|you)\\W*$))", "another (?:broken|wrong|failed|faulty|useless|dud)(?: \\w+)?",
            Not + " (?:\\w+ ){0,4}?(?:work(?:ed|ing)?|help(?:ed|ful)?|right|correct(?:ly)?|arriv(?:e|ed)|fix(?:ed)?|solv(?:e|ed)|resolved?|go(?:ne)? through|went through|what i|show(?:n|ing|ed)?(?: up)?|appear(?:ed)?|received?|changed?|there|happen(?:ed)?|any better|ok|okay|good|seem|it|match|take|taken|received?|get|sent|come|came|done|do anything)",
            "not (?:working|right|correct|fixed|what i|good|solved|quite|helpful|resolved|happy|there|ok|okay|it|the (?:one|right|correct))",
            "(?:that|this|it|you|they|those|these)(?:['’]s|['’]ve|['’]re| is| was| got| have| are| were| has| just| all)* (?:\\w+ ){0,3}?(?:wrong|incorrect|broken|fail(?:s|ed|ing)|useless|mistake|a mess|messed up|worse|bounced|rejected|crash(?:es|ed|ing)|missing|garbage|nonsense)",
            "i(?:['’]d| had| would have) (?:hoped|expected|preferred)", "i['’]d have (?:hoped|expected|preferred|liked)", "i was (?:hoping|expecting)", "(?:i['’]d|i would) rather not", "rather not have", "not (?:quite |really |exactly )?what i (?:had in mind|meant|asked|wanted|ordered|expected)",
            "no (?:luck|success|good|change|difference|use|joy|effect)", "(?:now )?(?:it|that|this|everything|we)(?:['’]s| is|['’]re| are)? (?:now )?even (?:slower|worse|later|louder)", "(?:the )?same (?:error|problem|issue|result|message|failure)", "(?:did|does|do) nothing", "nothing (?:happened|changed|arrived|works?|came|showed)",
            "(?:wrong|incorrect)(?: \\w+){0,2}", "failed(?: again)?", "fails?", "(?:keeps?|kept) (?:failing|crashing|breaking|bouncing)",
            "disappoint(?:ed|ing)", "unacceptable", "unhappy", "useless", "what a mess", "damn", "(?:not|n['’]t|never) (?:\\w+ )?(?:satisfied|happy|pleased|impressed|acceptable|enough)", "(?:is|are|was|were|went|went) (?:dead|gone wrong|empty|blank|wrong|down|broken)", "(?:problems?|issues?|errors?|bugs?) (?:is|are|still|remains?|persists?|keeps?)(?: still| there| back| here)*", "i (?:still )?(?:can['’]?t|cannot|can not)(?! (?:really |yet |properly )*(?:check|look|test|verify|try|say|tell|talk|judge|wait|complain)\\b)", "it broke", "broke (?:it|something|everything)", "won['’]?t (?:work|open|load|start|let me)",
            "funktioniert (?:immer noch |noch )?nicht", "geht (?:immer noch |noch )?nicht", "falsch", "immer noch (?:kaputt|nicht|derselbe)", "ne (?:marche|fonctionne) (?:pas|toujours pas)",
            "toujours (?:pas|cassé|la même)", "marche pas", "pas ça", "no funciona", "sigue (?:sin|roto|fallando|igual)", "no (?:me )?sirvi[óo]", "est[áa] mal", "incorrecto", "non funziona", "sbagliato", "não funciona", "não funcionou", "errado"),
        PhraseTable.Unspaced(
            "问题(?:还在|依旧|依然|没)", "(?:还是|仍然?|依然?)(?:不|没|有|报错|坏|一样|打不|用不|老样子|错|失败)", "不行(?!吗)", "(?:退|打|弹)回(?:来)?了", "没用", "不对", "错了", "失败", "没变", "怎么还(?:是|没|不|在)", "为(?:什么|啥)还", "没有?(?:成功|解决|生效|收到|到账|反应|变化|效果|弄好|修好|改|起作用)", "不是我(?:要|想|说)", "(?<!没)有问题",
            "(?<!乐|高兴|开心|美|激动|兴奋|忙|累|饿|渴)坏了", "(?<!到)没到", "打不开", "不能用", "用不了", "不管用", "弄错", "搞错", "不起作用", "依然(?:不|没|报)", "仍然(?:不|没|报)", "又(?:报错|坏|失败|出错)", "不满意", "太差", "糟糕",
            "ダメ", "だめ", "動かない", "動きません", "間違", "안 ?돼", "안 ?됩니다", "틀렸"));

    public static readonly Regex Deferred = PhraseTable.Any(
        PhraseTable.Words(
            "(?:i['’]?ll|i will|let me|i['’]?m going to|i am going to|gonna|we['’]?ll|i['’]?d|i need to|i have to|i want to|i shall) (?:\\w+ ){0,3}?(?:check|test|try|verify|look|see|confirm|review|inspect|have a look|take a look|get back|let you know|report back|read|find out|double[- ]check|tell you|keep an eye|go (?:over|through))(?: \\w+){0,8}",
            "(?:check|test|try|look at|verify|review) (?:it|this|that)?(?: \\w+)? ?(?:later|tomorrow|tonight|soon|this (?:afternoon|evening)|next week)",
            "(?:will|(?:need|needs|have|has|want|wants|going|about|got|yet|time|chance) to) (?:check|test|try|verify|review|confirm|report)(?: \\w+){0,3}", "can(?:['’]?t|not| not) (?:really |yet |properly )*(?:check|look|test|verify|try|say|tell|judge)(?: \\w+){0,4}", "(?:i|we)(?:['’]ll| will) (?:ask|hear|learn|know|call|phone|write|mail|text)(?: \\w+){0,4}(?: (?:whether|if|how|what|when|and))?", "let you know", "get back to you", "we['’]?ll see", "when i get (?:home|back|there)", "remains to be seen", "(?:leave|keep|park|rest|stop|pause) (?:it|this|that|things) (?:at that|there|here|like (?:this|that)|as (?:it|that|they) (?:is|are)) (?:for (?:now|the moment|the time being|the present)|at the moment|until \\w+(?: \\w+)?)",
            "(?:not sure|can['’]?t (?:tell|say)|cannot (?:tell|say)|don['’]?t know) (?:yet|if (?:it|that|this)(?: \\w+){0,3})", "(?:haven['’]?t|have not) (?:\\w+ )?(?:checked|tried|tested|looked|seen)", "too early to (?:tell|say)", "^(?:maybe )?later$",
            "(?:ich )?(?:schaue|prüfe|teste|probiere|sehe)(?: \\w+){0,3} (?:später|morgen|nachher)", "je (?:vérifierai|regarderai|testerai|verrai)(?: \\w+){0,3}", "(?:plus tard|demain)", "lo (?:revisar[ée]|ver[ée]|probar[ée]|miro|reviso)(?: \\w+){0,3}", "más tarde", "mañana", "controllerò(?: \\w+){0,3}", "più tardi", "vou (?:ver|verificar|testar)(?: \\w+){0,3}"),
        PhraseTable.Unspaced(
            "等(?:着)?(?:他|她|他们|她们|对方|客户|人家|老师|师傅|那边)(?:\\w{0,4}?)(?:回|答复|消息|确认|通知|来电)",
            "(?:稍后|回头|晚点|晚些时候|等会儿?|等下|待会儿?|明天|之后|过会儿?|一会儿?|改天|有空|有时间|晚上|下午|到时候?)(?:我)?(?:再|会|去|先)*(?:来)?(?:看|检查|试|确认|测|查|核|验|告诉|说)", "我(?:先|再|去|会)+(?:看|试|检查|确认|测试|核对|验证)", "再说吧?", "看看再", "等等看",
            "(?:先|暂时|暂且)就?(?:这样|到这(?:里|儿)?|放(?:着|一放))", "我还没(?!收|拿|见|看到)", "还不(?:知道|清楚|确定)", "(?:看|试|测|查)不了", "再说", "回头(?:再|跟)", "あとで", "後で", "確認して(?:みます|おきます)", "나중에"));

    public static readonly Regex Worked = PhraseTable.Any(
        PhraseTable.Words(
            "(?:works|worked|working)(?: now| fine| great| perfectly| well| again| like a charm| as expected| beautifully| nicely)*", "did the trick", "does the trick", "that['’]?s done it", "that did it", "there (?:we|you) (?:are|go)", "(?:so )?that['’]?s that", "that does it",
            "solved", "fixed", "resolved", "sorted(?: out)?", "all (?:good|set|sorted|fine|done|correct|there)", "(?:looks?|looking|sounds?|seems?) (?:\\w+ )?(?:good|great|right|perfect|correct|fine|fantastic|lovely|ok|okay)",
            "exactly (?:what|right|as|how|it|that)?(?: \\w+){0,3}", "spot on", "(?:just|precisely) (?:what|right|as)(?: \\w+){0,3}", "what i (?:wanted|needed|asked for|was after|was looking for)",
            "received (?:it|the|my|a|your)?(?: \\w+){0,3}", "(?:arrived|came through|came in|went through|went out|goes through|shows? up|showed up|is there|is in|has landed|landed|is back|is up)", "(?:i|we) (?:can )?(?:see|got) (?:it|them|the|both|everything|that)(?: \\w+){0,4}",
            "(?:that|this|it|everything)(?:['’]s| is) (?:right|correct|it|perfect|great|fine|good|all|the one|done|exactly|working)", "happy with", "up and running", "back (?:up|online|to normal)", "confirmed", "success(?:ful(?:ly)?)?", "checks out", "as expected", "no (?:more )?(?:errors|problems|issues|complaints)",
            "that (?:really )?(?:helped|helps)", "that was (?:quick|fast|it|easy|great|perfect|helpful)", "mission accomplished", "nailed it", "problem gone", "it['’]?s gone", "good (?:now|to go)",
            "(?:es )?(?:funktioniert|geht|klappt)(?: jetzt| wieder| super| prima)*", "hat (?:geklappt|funktioniert)", "erledigt", "genau (?:richtig|so|das)?", "passt", "(?:ça|ca|tout|cela) (?:marche|fonctionne)(?: \\w+){0,2}", "c['’]est (?:bon|parfait|réglé|ça)",
            "(?:ya |todo )?funciona(?: \\w+){0,2}", "funcion[óo]", "resuelto", "solucionado", "listo", "funziona(?: \\w+){0,2}", "risolto", "funcionou", "resolvido", "deu certo"),
        PhraseTable.Unspaced(
            "(?<![不没])好了(?!吗|么|没)", "可以了(?!吗)", "搞定", "(?<!没|没有|未)解决了?(?!吗|不)", "(?<!没|没有|不)成功", "没问题", "正是", "(?<!没|没有)收到(?:了(?!吗)|\\w)", "(?:已|都|刚|也)(?:经)?收到", "(?<!不)对了(?!吗)", "(?<!不)正确", "没错", "(?<!没|没有)到账", "能用了", "看到了", "弄好了", "修好了", "正常了", "行了", "都对", "就是这(?:个|样)",
            "できました", "動きました", "直りました", "大丈夫", "됐어요", "잘 ?됩니다", "해결"));

    public static readonly Regex Pleased = PhraseTable.Any(
        PhraseTable.Words(
            "thanks?(?: (?:a lot|a million|so much|very much|again|heaps|a bunch|loads|a ton))?", "thank you(?: (?:so much|very much|again|kindly))?", "thx", "tks", "thanx", "tnx", "tysm", "ty", "cheers", "ta", "much (?:appreciated|obliged)", "(?:i |really |much )*appreciate (?:it|that|this|your)(?: \\w+)?", "appreciated", "grateful",
            "(?:that['’]?s |this is |how |so |very |really |simply |just |absolutely |pretty )*(?:perfect|excellent|awesome|great|brilliant|wonderful|delicious|yummy|tasty|gorgeous|stunning|charming|handy|useful|helpful|clever|smart|solid|slick|ace|epic|fab|fabulous|first[- ]class|flawless|outstanding|remarkable|exceptional|incredible|phenomenal|magnificent|glorious|legendary|top[- ]notch|spectacular|delightful|pleasant|impressive|exquisite|sublime|admirable|commendable|convenient|fantastic|lovely|superb|amazing|terrific|marvell?ous|splendid|beautiful|neat|nice|nicely done|sweet|cool|super|stellar|magic)(?: (?:job|work|stuff|news|one|service|help))*",
            "^(?:very |really |pretty |so far so |ok(?:ay)? )?good$", "^(?:(?:that|it|this)(?:['’]s| was| is) )?(?:so |very |really |pretty |super |surprisingly )*(?:easy|painless|effortless)(?: enough| peasy| indeed)?$", "^(?:oh |ah |aw |ok |well )?(?:brill|ta|top|tops|lush|mint|grand|class|beaut|beauty|bliss|champion|smashing|cracking|corking|belting|boss|bonza|ripper|capital|dandy|peachy|nifty|tidy|dope|sick|lit|fire|goated|noice|swell|ace|aces|bingo|bang on|bob on|hallelujah|excellent stuff|get in|result|winner|chef['’]s kiss|sorted)(?: (?:job|work|stuff|one|mate|man|pal|bro|love|dear|buddy))?$", "(?:top|full) marks", "good on (?:you|ya)", "well played", "props", "super[- ]duper", "well done", "good (?:job|work|stuff|one|news)", "you(?:['’]re| are) (?:the best|a (?:star|lifesaver|legend|gem|genius|hero))", "(?:a )?(?:life ?saver|legend|star)", "you (?:rock|rule|made my day|saved me(?: \\w+){0,4})", "hats off", "impressive", "chapeau", "love it", "yay", "hooray", "woohoo", "bravo", "kudos", "that(?:['’]ll| will) do(?: nicely| just fine| very well)?", "over the moon", "on cloud nine", "chuffed", "stoked", "thrilled", "delighted", "high[- ]fived?(?: me| us)?", "thumbs up", "nicely (?:put|done)", "made (?:my|her|his|their) (?:day|week)", "that['’]?s (?:all|everything)(?: \\w+){0,3}", "that will be all", "that is all",
            "danke(?: \\w+){0,2}", "vielen dank", "besten dank", "super", "prima", "klasse", "wunderbar", "perfekt", "toll", "merci(?: \\w+){0,2}", "parfait", "super", "génial", "impeccable", "gracias(?: \\w+){0,2}", "muchas gracias", "perfecto", "genial", "estupendo", "excelente", "grazie(?: \\w+){0,2}", "perfetto", "ottimo", "obrigad[oa]", "valeu", "perfeito", "ótimo",
            "bedankt", "dank (?:je|u)", "tack(?: så mycket)?", "takk", "tak", "kiitos", "dzięki", "dziękuję", "спасибо", "отлично", "дякую", "teşekkürler", "teşekkür ederim", "arigat[oō]"),
        PhraseTable.Unspaced(
            "(?:谢谢|感谢|多谢)(?:你|您)?的?(?:帮助|帮忙|协助|支持|服务)", "(?:谢谢|感谢|多谢)(?:你|您)(?:这么快)?(?:地)?(?:帮|替|给)(?:我|忙)?\\S*", "谢谢", "多谢", "感谢", "谢了", "谢啦", "辛苦了?", "(?<!不)麻烦(?:你|您|大家|各位|师傅)们?了", "完美", "漂亮", "牛", "妙", "太好了", "太棒", "很好", "非常好", "真好", "不错", "真棒", "很棒", "厉害", "给力", "满意", "赞", "靠谱", "好极了", "👍", "🙏", "🎉", "❤", "😊", "😀", "🙂", "💯", "👌",
            "ありがと", "助かり", "完璧", "感謝", "고마워", "감사", "완벽"));

    public static readonly Regex Affirmation = PhraseTable.Any(
        "^(?:" + PhraseTable.Words("yes(?: please)?", "yep", "yeah", "yup", "sure(?: thing)?", "go ahead(?: please)?", "please do(?: so)?", "do it", "do that", "correct", "right", "that['’]?s (?:right|correct|the one|it|him|her)", "that one(?: please)?", "sounds good", "absolutely", "definitely", "of course", "indeed", "exactly", "proceed", "confirm(?:ed)?", "ok(?:ay)? (?:go ahead|do it|proceed)", "ja(?: bitte)?", "oui", "s[íi]", "sim", "sì", "by all means", "why not", "fine by me", "make it so", "please") + "|" +
        PhraseTable.Unspaced("是的", "对的?", "可以的?", "确认", "没错", "是", "行", "就这个", "继续吧?", "嗯嗯?", "好的?", "好啊", "当然", "没问题", "要的?", "はい", "네") + ")$");

    /// <summary>Words that agree with a report: what was done is what was wanted.</summary>
    public static readonly Regex Confirmation = PhraseTable.Any(
        "^(?:" + PhraseTable.Words("(?:yes )?(?:that['’]?s |that is |all |quite |absolutely )?(?:correct|right|accurate|exact)", "(?:yes )?exactly", "precisely", "indeed", "richtig", "stimmt", "genau", "exact(?:ement)?", "correcto", "exacto", "esatto", "certo") + "|" +
        PhraseTable.Unspaced("没错", "对的?", "对了", "可以的?", "(?:行|好)?可以", "OK的", "正确", "是这样的?", "就是这样", "そうです", "その通り", "맞아요?", "맞습니다") + ")$");

    public static readonly Regex Negation = PhraseTable.Any(
        "^(?:" + PhraseTable.Words("no(?: (?:thanks|thank you|thx|need))?", "nope", "nah", "not (?:now|really|today|at the moment)", "nothing(?: else)?", "no(?:thing)? more", "nein(?: danke)?", "non(?: merci)?", "no gracias") + "|" +
        PhraseTable.Unspaced("不用?", "不了", "没有了?", "没了", "不需要", "不必", "いいえ", "아니요") + ")$");

    public static readonly Regex Acknowledgement = PhraseTable.Any(
        "^(?:" + PhraseTable.Words("ok(?:ay)?", "okey", "k", "kk", "alright", "all right", "fine", "i see", "understood", "noted", "got it", "gotcha", "hmm+", "mm+", "aha", "ah+", "oh+", "well", "so", "hm", "fair enough", "makes sense", "very well", "right then", "good to know", "interesting", "and", "then", "now", "anyway", "anyways", "um+", "uh+", "er+", "wow", "gut", "d['’]accord", "vale", "va bene", "bon") + "|" +
        PhraseTable.Unspaced("好的?", "好吧", "嗯+", "行吧?", "知道了", "明白了?", "了解了?", "收到", "哦+", "噢", "那", "那么", "这样啊", "原来如此", "了解です", "알겠") + ")$");

    public static readonly Regex Greeting = PhraseTable.Any(
        "^(?:" + PhraseTable.Words("(?:hi|hello|hey)(?: there| again| all| everyone| everybody| folks| team)*", "good (?:morning|afternoon|evening|night|day)(?: all| again| everyone| everybody| folks| team| there| to you)*", "morning(?: all| everyone)?", "how are you(?: doing| today)*", "long time no see", "welcome back", "(?:it['’]?s )?(?:nice|good|great) to (?:meet|see) you(?: again| all)*",
            "i(?:['’]?m| am) (?:now )?back(?: again| now| here)*(?: (?:at|from|in) (?!business\\b|control\\b)\\w+(?: \\w+)?)?", "brb", "bbl", "bbs", "afk", "g2g", "gtg", "ttyl", "cya", "(?:i(?:['’]?ll| will) )?be (?:right )?back(?: soon| shortly| later| in \\w+(?: \\w+)?)?", "(?:i(?:['’]?ve| have)? )?(?:got to|gotta|have to) (?:go|run|dash)(?: now)?", "bye(?: bye| for now)?", "goodbye", "(?:see|catch|talk to) (?:you|ya)(?: \\w+){0,3}", "have a (?:nice|good|great|lovely) (?:\\w+)", "take care", "greetings", "hallo", "guten (?:tag|morgen|abend)", "bonjour", "salut", "hola", "buenos d[ií]as", "ciao", "ol[áa]", "you too", "no worries", "happy \\w+") + "|" +
        PhraseTable.Unspaced("(?:你|您|大家|各位|你们|早上|上午|中午|下午|晚上|大家早上?)好[呀啊哦啦]?", "(?:大家)?早上?[呀啊哦]?", "早安", "再见", "拜拜", "嗨", "在吗", "在不在", "有人吗", "晚安", "好久不见", "(?:回头|明天|下次|待会儿?|改天)见", "我又?回?来(?:了|啦)", "我?(?:马上|很快|一会儿?|稍后|等会儿?|待会儿?)就?(?:回来?|来)", "我?先(?:走|撤|下|忙)(?:了|啦)", "こんにちは", "안녕하세요") + ")$");

    /// <summary>Words of judgement and courtesy that say nothing about the topic, as stems are taken of what is left.</summary>
    public static readonly Regex Courtesy = PhraseTable.Any(PhraseTable.Words("for (?:your|the|all your) (?:help|quick \\w+|support|assistance|time)", "for (?:helping|trying|that|this|everything)", "so far", "right away", "really", "very much", "a lot", "the first time", "first try"));

    /// <summary>A text without its words of judgement.</summary>
    public static string WithoutJudgement(string text) =>
        new[] { Dropped, Resigned, Negative, Deferred, Worked, Pleased, Courtesy }.Aggregate(text, (left, phrases) => phrases.Replace(left, " "));
}
