using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language;

/// <summary>Words by which people say how a message relates to the task before it.</summary>
internal static class SignalPhrases
{
    /// <summary>Another topic, said outright.</summary>
    public static readonly Regex NewTopic = PhraseTable.Any(
        PhraseTable.Words(
            "new (?:topic|subject|question|request|task)", "(?:a )?(?:completely |totally |entirely |very |slightly )?different (?:topic|subject|question|thing|matter|request|task|note|one)", "something (?:else|different|unrelated)(?: entirely)?", "(?:on|in) an(?:other|\\s+unrelated) (?:note|matter|topic)",
            "an(?:other| unrelated| separate) (?:matter|topic|subject|thing|question)", "change of (?:topic|subject|plan)", "changing (?:the )?(?:topic|subject)", "unrelated", "separately", "moving on", "switching (?:topics|gears|to something)", "let['’]?s (?:switch|move on|change)(?: \\w+){0,3}", "neues thema", "etwas anderes", "autre chose", "otra cosa", "otro tema", "altra cosa", "outra coisa"),
        PhraseTable.Unspaced("换个?(?:话题|事|问题)", "说点别的", "另(?:外)?(?:一件|有|一个)(?:事|问题)?", "别的(?:事|问题)", "新(?:话题|问题|任务)", "聊点别的", "不相关"));

    /// <summary>One more thing after this one.</summary>
    public static readonly Regex Next = PhraseTable.Any(
        PhraseTable.Words(
            "next(?: up| one| thing| task| item| request| order)?", "(?:one|a|two) (?:more|other|last|further|final|quick) (?:thing|request|task|order|one|question|favou?r|item|job)s?", "another (?:one|thing|request|task|favou?r|order|job|\\w+)", "while (?:you(?:['’]re| are)|i have you|we(?:['’]re| are))(?: \\w+){0,2}", "by the way", "btw", "the same (?:thing )?(?:for|with|again)", "same (?:again |thing |deal |procedure |drill |story )?(?:for|with|as|again)", "(?:do|repeat) (?:the same|that|this|it) (?:again )?for", "and (?:also|now|then)", "^then", "now", "second(?:ly)?", "third(?:ly)?", "(?:the )?following", "today i (?:also )?(?:need|have)", "als nächstes", "noch (?:etwas|eins|eine)", "ensuite", "maintenant", "ahora", "otro", "otra", "ora", "agora"),
        PhraseTable.Unspaced("下一(?:个|件|项|单|步|位)", "再(?:来|帮|给|订|退|查|加|寄|发|麻烦|做|处理|安排|约|办)", "还有(?:一件|一个|个|件|一单)", "顺便", "接下来", "除此之外", "还要", "还得", "同样", "也(?:帮|给|要|请)", "现在", "然后", "又有", "次に", "あと"));

    /// <summary>A remark beside the matter, which says of itself that it is one.</summary>
    public static readonly Regex Aside = PhraseTable.Any(
        PhraseTable.Words("by the way", "btw", "on a side note", "side note", "speaking of", "incidentally", "apropos", "übrigens", "au fait", "por cierto", "a proposito"),
        PhraseTable.Unspaced("顺便(?:说|问)", "话说", "对了[,，]", "说起来", "说到"));

    /// <summary>An addition, to this task or another.</summary>
    public static readonly Regex Also = PhraseTable.Any(
        PhraseTable.Words("also", "additionally", "besides", "in addition", "plus", "as well", "too", "außerdem", "aussi", "también", "anche", "também"),
        PhraseTable.Unspaced("另外", "还有", "此外", "同时", "以及", "也"));

    /// <summary>A correction of what was asked or done.</summary>
    public static readonly Regex Revision = PhraseTable.Any(
        PhraseTable.Words(
            "(?:no|nope|wait|hold on|hang on|hm+|oh|sorry|oops|actually|ah)+,? (?:wait|no|sorry|actually|hold on|make|that|not|it|change|i meant)", "^no[:,.]?(?= \\S*\\d)", "wait", "hold on", "hang on", "oops", "whoops", "correction", "scratch that", "i (?:meant|mean|misspoke|mistyped|made a mistake)", "(?:please )?make (?:it|that)", "change (?:it|that)$", "after all$", "(?:change|switch|move|update|correct|set|adjust|bump|push) (?:it|that|this|the \\w+)(?: \\w+)? (?:to|from|back|into)", "(?:should|ought to) (?:be|have been|read|say)", "(?:should)(?:n['’]?t| not) (?:be|have)", "redo(?: it| that)?", "(?:do|try|run|send) (?:it|that|this)? ?(?:again|once more|over)", "try (?:with|using|the)", "again,? but", "(?:i )?said", "i (?:wrote|typed|asked for|told you)", "you (?:swapped|mixed|mistyped|misread|typed|took|put|picked|chose|used|entered|sent|wrote|forgot|missed|skipped|got (?:it|that|the \\w+) wrong)", "my (?:mistake|bad|error)", "typo", "on second thou?ght", "rather than", "instead of", "(?:use|take|pick|choose|with|for) (?:\\w+ ){1,6}instead", "but (?:with|for|use|make)", "retry", "not \\S+(?: \\w+)?,? but", "it['’]?s (?:actually|really)", "i got (?:it|that|the \\w+) wrong", "wrong (?:number|date|id|one|name|order|account|address|city|day|time|email|amount)", "lieber", "doch", "besser", "plutôt", "mejor", "meglio", "melhor"),
        PhraseTable.Unspaced("不对", "不是", "等等", "等一下", "等下", "改(?:成|为|到|一下|签)", "换(?:成|到|为)", "应该是", "我(?:是说|的意思是|说的是)", "说错", "写错", "记错", "搞错", "弄错", "打错", "重新", "重来", "重做", "再试", "更正", "纠正", "还是(?!不|没|有|报|坏|一样|错|失)", "要的是", "違います", "やっぱり", "아니"));

    /// <summary>A correction in so few words that it asks for nothing: another value in the place of one that was taken.</summary>
    public static readonly Regex Correction = PhraseTable.Any(
        @"^\W*(?:(?:no|nope|nah|not|actually|sorry|oops|oh|ah|hmm|ugh|argh|er|um|wait|well|ok|hey)\b[\s,.:;!…-]*)+(?:\S+\s+){0,6}\S+\s*$|^\W*(?:\S+\s+){1,6}not (?:\S+\s+){0,3}\S+\s*$|^\W*(?:\S+\s+){0,2}(?:meant|mean|said|wrong|typo|other|instead|rather|supposed|make (?:it|that|them)|(?:change|switch|set|update|correct|move) (?:it|that|this|them))\b(?:\W+\S+){0,6}\W*$",
        @"^(?=.{1,24}$).*(?:不对|不是|错了|错啦|搞错|弄错|说错|写错|看错|听错|应该是|说的是|要的是|改成|换成|不要|是[^,，。]{1,12}[,，]\s*不是|^是|反了|而是)");

    /// <summary>How what was done should rather be: "too bright", "more like ten", "view only", 客气一点.</summary>
    public static readonly Regex Degree = PhraseTable.Any(
        PhraseTable.Words("too", "more like", "a (?:bit|little|touch)", "(?:bit|little) (?:more|less)", "(?:more|less|fewer)(?! (?:thing|question|request|order))", "rather", "prefer(?:ably)?", "better", "only", "instead", "enough", "wrong", "not (?:what|the)", "without", "that['’]?s (?:the|a|an|my|in)", "it['’]?s", "no longer than", "at most", "at least", "earlier", "later", "bigger", "smaller", "shorter", "longer", "cheaper"),
        PhraseTable.Unspaced("太", "一点", "一些", "有点", "错", "才", "而是", "格式", "要.{1,8}的$", "^要", "不要", "不用", "别", "推迟", "提前", "长一", "短一", "便宜"));

    /// <summary>Another way to what was asked for, after a failure.</summary>
    public static readonly Regex Otherwise = PhraseTable.Any(
        PhraseTable.Words("instead", "^\\W{0,9}(?:(?:ok(?:ay)?|oh|ah|hm+|well|right|damn|pity|shame|too bad|alright|fine|so|no)\\W{1,9}){0,5}then", "in that case", "otherwise", "what about", "how about", "(?:a |the )?(?:different|other) one", "alternatively", "same (?:people|person|place|day|date|time|one|thing|customer|room)", "stattdessen", "dann eben", "alors", "entonces", "allora"),
        PhraseTable.Unspaced("那(?:就|换|改|么|用|给|试|要)", "换(?:成|个|一)", "要不", "不然", "改(?:成|为|用|到)"));

    /// <summary>The beginning of one more thing.</summary>
    public static readonly Regex Addition = PhraseTable.Any(
        @"^\W*(?:and|also|plus|then|now|next|ok(?:ay)?,? (?:and|now|next))\b",
        "^(?:再|还|也|另|然后|接着|顺便|那(?!.{0,8}吧)|下)|也");

    /// <summary>Words that speak of what is at hand.</summary>
    public static readonly Regex Anaphora = PhraseTable.Any(
        PhraseTable.Words("it", "its", "that", "this", "them", "those", "these", "they", "her", "him", "his", "he", "she", "their", "the same", "there", "both", "that one", "the (?:first|second|third|last|other|former|latter)(?: one)?"),
        PhraseTable.Unspaced("它", "这(?:个|单|些|样|次)", "那(?:个|单|些|样|次)", "他", "她", "刚才", "上面", "同一"));

    /// <summary>Words by which a judgement speaks of what is at hand, without naming it.</summary>
    public static readonly Regex AtHand = PhraseTable.Any(
        PhraseTable.Words("it", "that", "this", "these", "those", "they", "both", "everything", "all", "still", "again", "now", "same", "you", "your", "exactly", "(?:the )?(?:results?|outcome|problems?|issues?|errors?|bugs?|output|answer|response|fix|solution|thing|whole thing|last (?:one|step))"),
        PhraseTable.Unspaced("它", "这", "那", "还是", "又", "都", "就", "结果", "问题", "错误"));

    /// <summary>Words by which something is asked for.</summary>
    public static readonly Regex Request = PhraseTable.Any(
        PhraseTable.Words(
            "please", "pls", "plz", "kindly", "(?:can|could|would|will) (?:you|we|i)", "(?:i|we)(?: \\w+)? (?:need|want) \\w+", "(?:i|we)(?: \\w+)? have (?!been|had|got|seen|done|heard|made|received|found|gone|never|no|not|already|it|them|that|this|what|everything|nothing|both|all|just)\\w+", "(?:i|we)['’]?d (?:like|love|want|prefer)", "(?:i|we) would (?:like|love|want|prefer)", "let['’]?s", "help me", "(?:would|do) you mind", "mind (?:\\w+ing|if)", "time to", "how about", "what about", "bitte", "kannst du", "können sie", "könnten sie", "ich (?:möchte|brauche|will)", "s['’]il (?:vous|te) pla[îi]t", "peux-tu", "pouvez-vous", "je (?:voudrais|veux)", "por favor", "puedes?", "podr[ií]as?", "quiero", "necesito", "per favore", "puoi", "vorrei", "você pode", "preciso"),
        PhraseTable.Unspaced("(?<![申邀])请(?![假客教])", "麻烦(?!(?:你|您|大家|各位|师傅)们?了)", "帮(?!大忙|上忙|到|了|忙了)", "给我", "我(?:们)?(?:要(?!的)|想(?!的|到|象|不到|要的)|需要(?!的)|得(?!到|了|救))", "能不能", "能否", "可不可以", "替我", "查(?:一?下|询|查)", "把", "需要", "想要", "(?:^|再|我)来一", "(?:^|那)(?!.*了[!。]?$|.{0,6}(?:成功|失败)|\\S{1,2}的是)(?:退|订|取消|查|发|寄|买|约|预订|安排|创建|新建|添加|删除|修改|更新|通知|转|充|开|关)", "お願い", "ください", "해 ?주세요"));

    /// <summary>A request by its first word.</summary>
    public static readonly Regex Imperative = PhraseTable.Any(
        "^(?:(?:and|now|then|so|ok|okay|also|next|well|just|first|great|thanks) )*" + PhraseTable.Words(
            "activate|add|adjust|allocate|announce|append|apply|approve|archive|arrange|assess|assign|attach|audit|authori[sz]e|back up|backup|backfill|ban|bill|blacklist|block|book|bring|broadcast|build|bump|buy|calculate|call|cancel|capture|change|charge|check|classify|clean(?: up)?|clear|clone|close|collect|combine|compare|compile|compose|compress|compute|configure|confirm|connect|contact|convert|copy|create|credit|cut|deactivate|debit|decrease|delete|deliver|deploy|detach|dial|dim|disable|disconnect|dispatch|donate|download|draft|drain|drop|duplicate|edit|email|encrypt|enable|enroll|enrol|enter|erase|escalate|estimate|exchange|execute|expand|expire|export|extend|extract|fetch|file|fill|filter|find|fire|fix|flag|flush|forward|freeze|fulfil+|gather|generate|get|give|grab|grant|hand|hide|hire|hold|import|include|increase|inform|initiate|insert|inspect|install|invite|invoice|issue|join|kick off|kill|label|launch|lend|link|list|load|lock|log|look up|look for|lower|mail|make|map|mark|merge|message|migrate|mirror|monitor|mount|move|mute|note|notify|offboard|onboard|open|optimi[sz]e|order|organi[sz]e|pack|patch|pause|pay|pick|pin|ping|place|plan|play|post|postpone|prepare|print|prioriti[sz]e|process|promote|provision|publish|pull|purchase|purge|push|put|query|queue|raise|read|reactivate|reassign|rebook|reboot|rebuild|recalculate|record|recover|redirect|reduce|redeem|refill|refresh|refund|register|reindex|reject|release|reload|relocate|remind|remove|rename|renew|rent|reopen|repair|repeat|replace|reply|report|reprint|request|reroute|rerun|reschedule|resend|reserve|reset|resi[sz]e|resolve|restart|restock|restore|resume|retrieve|return|revert|review|revoke|ring|roll|rotate|route|run|save|scale|scan|schedule|seal|search|sell|send|set|settle|share|ship|show|shut|sign|skip|snooze|sort|spin up|split|start|stop|store|submit|subscribe|subtract|summari[sz]e|suspend|swap|switch|sync|tag|take|tell|terminate|test|text|tidy|top up|trace|track|transcribe|transfer|translate|trigger|trim|turn|unarchive|unassign|unblock|uninstall|unlock|unmute|unpause|unsubscribe|untag|update|upgrade|upload|use|validate|verify|void|waive|wake|warn|water|whitelist|wipe|wire|wrap|write|zip")
        + @"(?!['’]s|(?<=read)\s+(?:it|them|that)$|\s+(?:(?!and |that |which |if |when |who |to |for |in |on |so |because |it |them )\w+\s+){1,2}(?:turned|is|are|was|were|went|came|looks?|works?|showed|shows|passed|failed|has|got|arrived|loads|opens|runs|says)\b|\s+(?:is|are|was|were|has|have|had|looks?|works?|worked|received|arrived|came|went|goes|passe[sd]|failed|fails|sent|confirmed|printed|done|got|shows?|seems?|did|does|can|still|never|finally|just|now\s+works?|completed?|succeeded|not)\b)");

    /// <summary>Questions that end a piece of work rather than ask for something it needs.</summary>
    public static readonly Regex ClosingQuestion = PhraseTable.Any(
        PhraseTable.Words("(?:anything|something|what) else", "else (?:i|we) can", "can i (?:help|assist|do for)(?: you)?", "(?:help|assist) you(?: with| today)?", "how can i", "what can i (?:do|help)", "how may i", "further", "any other", "more help", "what(?:['’]s| is) (?:up|next|on your mind)", "^(?:and )?next(?: (?:one|please|order|customer|patient|task|thing|up|in line))?\\?*$", "who(?:['’]s| is) next", "how are you", "noch etwas", "autre chose", "algo m[áa]s", "altro", "mais alguma"),
        PhraseTable.Unspaced("还有(?:什么|其他|别的|需要|吗)", "^下一(?:个|位|单|件)", "其他(?:需要|问题|事)", "别的(?:需要|事|问题)", "有什么(?:可以|能|需要)", "可以帮(?:你|您)", "需要(?:我)?(?:什么|其他)", "什么(?:需要|可以)?帮"));

    /// <summary>Questions that ask for the verdict.</summary>
    public static readonly Regex VerdictQuestion = PhraseTable.Any(
        PhraseTable.Words("did (?:that|it|this) (?:\\w+ )?(?:help|work|fix|solve|do)", "does (?:that|it|this|everything) (?:\\w+ )?(?:work|look|help|fix|solve)", "is (?:that|it|this|everything) (?:\\w+ )?(?:ok|okay|right|working|correct|fixed|fine|good)", "working now", "(?:(?:bett|soft|bright|dark|warm|cool|cold|loud|quiet|fast|slow|clear|sharp|small|larg|bigg|short|long|high|low|cheap|happi)er|good|right|ok(?:ay)?|fine|enough)(?: now| so| like this| like that| that way)?\\?$", "all set", "how does (?:that|it) look", "are you happy"),
        PhraseTable.Unspaced("解决了吗", "可以了吗", "好了吗", "行了吗", "对吗", "成功了吗", "满意吗"));

    /// <summary>How an assistant takes thanks or praise.</summary>
    public static readonly Regex ThanksTaken = PhraseTable.Any(
        PhraseTable.Words(
            "you(?:['’]re| are) (?:very |most |so |always |quite )?welcome", "^welcome", "(?:my|a|it['’]s a|it was a|with|always a|what a) pleasure", "^any ?time", "don['’]t mention it", "(?<!(?:be|would) )(?:happy|delighted|pleased|good|lovely|nice|great) to (?:help|hear|be of)(?: \\w+){0,3}", "(?<!be )glad (?:to (?:hear|help|be|have|know)|it|that|you|he|she|they|this)\\b", "that['’]s (?:good|great|wonderful|lovely) (?:to hear|news)", "at your service", "^thank you\\W*$", "thanks for saying so",
            "gern(?:e)?(?: geschehen)?", "bitte sehr", "de rien", "avec plaisir", "de nada", "con gusto", "prego", "di niente", "de nada", "disponha"),
        PhraseTable.Unspaced("不(?:用|必|要)?客气", "不(?:用|必)谢", "应该的", "别客气", "甭客气", "小事一桩", "举手之劳", "太好了", "真好", "乐意", "荣幸", "很高兴", "那就好", "哪里哪里", "过奖", "どういたしまして", "천만에요"));

    /// <summary>How an assistant takes thanks, in words that answer nothing else.</summary>
    public static readonly Regex PlainThanksTaken = PhraseTable.Any(
        PhraseTable.Words("you(?:['’]re| are) (?:very |most |so |always |quite )?welcome(?! (?:to|here|back|in|at)\b)", "(?:^|[.!] )(?:my|it['’]s a|it was a|always a) pleasure(?! to meet)", "don['’]t mention it", "thanks for saying so", "gern(?:e)? geschehen", "de rien", "de nada", "di niente", "disponha"),
        PhraseTable.Unspaced("不(?:用|必|要)?客气", "不(?:用|必)谢", "应该的", "别客气", "甭客气", "小事一桩", "举手之劳", "过奖", "どういたしまして", "천만에요"));

    /// <summary>A moment that is asked for.</summary>
    public static readonly Regex Pause = PhraseTable.Any(
        "^(?:" + PhraseTable.Words("(?:(?:ok(?:ay)?|sure|yes|please|just|so|um|hm+) )*(?:(?:wait|hold on|hang on|hold the line|bear with me|give me|need|i need) ?)?(?:for )?(?:just )?(?:a|an|one|two|half a) (?:moment|second|sec|minute|min|tick|mo|bit)s?(?: please)?", "(?:please )?(?:wait|hold on|hang on|bear with me)(?: please)?", "(?:just )?let me (?:just )?(?:check|look|see|think|find (?:it|out)|look (?:it|that) up|have a look|take a look|get (?:it|that)|fetch (?:it|that)|ask)", "brb", "(?:i(?:['’]?ll| will) )?be right back") + "|" +
        PhraseTable.Unspaced("(?:好的?)?(?:你|您|请|麻烦)?(?:稍微?等|等|稍候)(?:一?下|一会儿?|会儿?|片刻|等|我(?:一?下|看看|找找|查查|想想|问问))?", "我(?:先|去)*(?:看|找|查|想|问)(?:一下|一看|看|找|查|想|问)", "让我(?:想想|看看|找找|查查)", "容我想想", "马上(?:回来)?") + ")$");

    /// <summary>What somebody tells to be forgotten, by name.</summary>
    public static readonly Regex Forgotten = PhraseTable.Any("^(?:(?:ok(?:ay)?|oh|ah|no|actually|sorry|hm+|please)\\W+){0,3}(?:just )?forget (?:about )?(?:the|my|that|those|our) ((?!fact|rest|part)\\w+(?: \\w+)?)\\W*$");

    /// <summary>How an assistant takes a complaint: an apology that opens the answer.</summary>
    public static readonly Regex BlameTaken = PhraseTable.Any(
        PhraseTable.Words(
            "^(?:(?:oh|ah|oops|no|yes|ouch|right|indeed|hm+|dear)\\W+){0,2}(?:i(?:['’]m| am) )?(?:so |very |really |terribly |truly |awfully |deeply )*sorry(?! to (?:hear|say)\\b|\\W+(?:again|but)\\b|\\W+(?:for|about) (?:the|your|any|that|his|her|their) (?:\\w+ )?(?:delay|wait|loss|inconvenience|trouble|\\w+)\\W*(?:earlier|before)?\\W*$|\\W+(?:i|we) (?:can|could|can['’]t|cannot|did ?n['’]?o?t|do ?n['’]?o?t|have no|have nothing|know no)\\b|\\W+(?:nothing|no|none|not)\\b)", "^(?:(?:oh|ah|oops|yes|you['’]re right)\\W+){0,2}(?:my|i|please|sincere|our)(?: \\w+){0,2} (?:apologi[sz]e|apologies)", "^apologies", "^(?:(?:oh|ah|oops|yes)\\W+){0,2}(?:that (?:was|is) |that['’]s )?(?:entirely |all )?my (?:mistake|bad|error|fault|slip)", "^(?:oh\\W+)?i (?:misunderstood|misread|misheard|mixed|got (?:that|it) wrong|should have)", "^(?:please )?forgive me",
            "^entschuldigung", "^das tut mir leid", "^désolée?", "^pardon", "^lo siento", "^perdón", "^mi dispiace", "^scusa(?:mi)?", "^desculpe"),
        "^(?:(?:哎呀|啊|哦|您说得对|你说得对|确实)[,，。!！]*)?(?:非常|实在|真是|真的|十分|很|真)?(?:(?:抱歉|对不起|不好意思|对不住)(?!听到|，?我(?:不|没|无)|,我(?:不|没|无)|，?让您久等)|是我(?:的错|弄错|看错|搞错|没)|我(?:弄错|看错|搞错|理解错|疏忽)了?)|^(?:申し訳|すみません|ごめん)|^죄송");

    /// <summary>How an assistant admits a fault.</summary>
    public static readonly Regex FaultAdmitted = PhraseTable.Any(
        PhraseTable.Words("^(?:(?:oh|ah|oops|yes|you['’]re right)\\W+){0,2}(?:i (?:misunderstood|misread|misheard|mixed|got (?:that|it) wrong|should (?:not )?have)|(?:that (?:was|is) |that['’]s )?(?:entirely |all )?my (?:mistake|bad|error|fault|slip))"),
        "^(?:[^。！？]{0,8}[,，。])?(?:是我(?:的错|弄错|看错|搞错|没)|我(?:弄错|看错|搞错|理解错|疏忽)了?)");

    /// <summary>Ways to ask without a question mark.</summary>
    public static readonly Regex Asking = PhraseTable.Any(
        PhraseTable.Words("please (?:provide|tell|give|share|confirm|specify|send|choose|enter|clarify)", "let me know (?:which|what|when|where|who|how|if|whether|the)(?! \\w+(?: \\w+)? (?:goes|went|turns? out|works?|worked|looks?|tastes?|likes?|was|is going))", "could you (?:provide|tell|give|share|confirm|specify)", "i(?:['’]ll| will)? (?:just )?need (?:the|your|to know|a|one)", "which (?:one|\\w+) (?:do|did|should|would|is)"),
        PhraseTable.Unspaced("请(?:说|讲|报|发|把|填|补充|描述|指定|提供|告诉|告知|问|确认|选择|输入|说明|给)", "需要(?:您|你)(?:提供|确认|告诉)", "哪(?:个|一|种|位|天|张)", "(?:吗|呢|么)[。!]?$"));
}
