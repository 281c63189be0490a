using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>Feedback that neither thanks nor complains, but reports how things are now: "it's green", "she can log in", "the page is blank".</summary>
/// <remarks>
/// A frame (something is, looks, runs; somebody can, got) around a word of good or bad state; a negation before the word turns it
/// around. The words are those of outcomes of work, not of mood or taste. It knows nothing of the work: it tells for a clause alone
/// that it judges at all, and by which words, where <see cref="ReportReader"/> reads a message that is known to follow work.
/// </remarks>
internal static class StateReports
{
    private const string Good =
        "(?:much |way |a lot |far )?(?:fast|faster|quick|quicker|snappy|snappier|better|smoother|clearer|cleaner|quieter|safer)|green|live|online|up(?: to date)?|visible|available|accessible|reachable|clean|quiet|stable|healthy|smooth|smoothly|" +
        "clear|readable|legible|active|unlocked|enabled|unblocked|synced|in sync|in place|complete|tidy|flawless|flawlessly|back|responsive|happy|glad|thrilled|overjoyed|ecstatic|over the moon|content|enthusiastic|proud|amazed|improved|possible|passing|responding|loading|printing|charging|connecting|syncing|flowing|selling|pleased|satisfied|delighted|relieved|impressed|" +
        "accurate|perfect|perfectly|fine|good|great|ok|okay|intact|usable|functional|operational|delivered|accepted|approved|here|home|in (?:my|his|her|their|the) \\w+|all there|right|correct|ready|resolved|restored|reconnected|open again|balanced|valid|consistent|as it should(?: be)?|on time|ideal|spotless|recovered";

    private const string Bad =
        "slow|slower|sluggish|red|down|offline|dead|broken|empty|blank|missing|late|stuck|frozen|wrong|incorrect|inaccurate|outdated|out of (?:date|sync|order|service|stock)|stale|duplicated?|doubled|garbled|corrupt|corrupted|unreadable|illegible|" +
        "unreachable|unavailable|inaccessible|invisible|locked(?: out)?|blocked|disabled|inactive|overdue|misspelled|misspelt|incomplete|cut off|truncated|too \\w+|worse|unstable|flaky|unhappy|upset|angry|annoyed|furious|confused|" +
        "useless|off (?:with|by|again)|way off|a mess|messed up|failing|erroring|timing out|crashing|hanging|flickering|lagging|laggy|spinning|lost|swapped|mixed up|reversed|upside down|the wrong \\w+|(?:an?|the) old \\w+|4\\d\\d|5\\d\\d|on fire|in the (?:wrong \\w+|spam)|not found";

    private const string Be =
        "(?:\\w+['’](?:s|re|m)|is|are|was|were|be|been|being|am|looks?|looked|looking|seems?|seemed|feels?|felt|sounds?|appears?|appeared|gets?|got|became|becomes|stays?|stayed|remains?|remained|runs?|ran|running|turned|turned out|came(?: out| back)?|comes(?: out)?|goes|went|reads)";

    private const string Not = "(?:not|n['’]t|never|no longer|hardly|barely|nowhere near|anything but|far from|neither)";

    private const string BadlyDone = "rejected|declined|cancell?ed|denied|refused|wiped|overwritten|charged twice|billed twice|delayed|deleted|corrupted|broken|lost|spoiled|ruined|destroyed|forgotten|mixed up|misplaced|stolen|withheld|returned to sender|sent back|flagged|reverted|rolled back|misrouted|mistaken|ignored|skipped|dropped|damaged|interrupted|aborted";

    private const string OutcomeVerb =
        "replied|answered|responded|cleared|signed|booked|shipped|delivered|accepted|approved|arrived|posted|published|processed|refunded|transferred|credited|uploaded|installed|restored|renewed|confirmed|agreed|paid|resumed|recovered|landed|reappeared|matched|succeeded|reached (?:me|us|him|her|them)";

    private const string Somebody = "(?:i|we|you|she|he|they|everyone|everybody|users?|the \\w+(?: \\w+)?|[\\p{Lu}]\\p{Ll}+)";

    private static readonly Regex Positive = PhraseTable.Any(
        PhraseTable.Words(
            $"{Be} (?:(?!{Not}\\b)\\w+ ){{0,3}}?(?:{Good})", $"{Be} (?:\\w+ )?{Not} (?:\\w+ )?(?:{Bad})(?: any ?more| any longer)?",
            $"^(?:now |all |ok |okay |everything |finally )*(?:{Good})(?: now| again| at last| everywhere)+", "all (?:green|clear|quiet|there|here|clean|up|online)",
            $"{Somebody} can (?:now |finally |both |all |again )*(?:see|log in|sign in|get in|open|access|use|print|read|reach|connect|enter|work|play|download|hear|join|edit|pay|go on)(?! (?:it |that )?(?:only|no|nothing)\\b)(?: \\w+){{0,3}}",
            $"{Somebody} (?:just |already |has |have |all |both )*(?:got|received|confirmed|accepted|likes?|loves?|liked|loved|approved|signed|picked (?:it|them) up)(?: it| them| everything| the \\w+| her \\w+| his \\w+| my \\w+)?(?: now| already| today)?",
            "(?:it|that|this|everything|they|all|both|the \\w+(?: \\w+)?) (?:all |just |finally |now )*(?:loads?|opens?|prints?|adds? up|match|fit|balance|work|agree|starts|boots|plays|compiles|builds|passes|passed|renders|connects|connected|syncs|went live|came up|came back|made it|fits|matches|adds up|balances|lines up|runs|recovered|started|opened|printed)(?: now| again| fine| ok| okay| smoothly| instantly| at last| without \\w+)*",
            "(?:passed|passes|prints|loads|opens|runs|starts|boots)(?: now| again| fine| ok| smoothly)+", "^passed$", "^(?:it |all |tests? |everything )*pass(?:ed|es)?$",
            "(?:no|zero) (?:more |new |further )?(?:errors?|alerts?|complaints?|warnings?|failures?|problems?|issues?|objections)", "without (?:any )?(?:errors?|problems?|issues?|a hitch|trouble|warnings?)",
            $"(?:\\w+['’](?:s|ve)|has|have) (?:now |already |just |finally |all |both )*been (?!{BadlyDone})\\w+(?:ed|en|nt|lt|pt|ld|wn|ut|ne|de|id)", "finally", "at last",
            $"^(?:ok |okay |oh |yes |ah |and |great )*(?!(?:i|you|we|please|it)\\b)(?:the |his |her |my |our |their )?\\w+(?: \\w+)? (?:just |already |have |has |now |finally |both |all )*(?:{OutcomeVerb})",
            $"(?:the \\w+(?: \\w+)?|it|that|everything|both|they)(?:['’]s|['’]re| is| are| was| were| shows?(?: up)? as| appears? as| is marked as) (?:now |all |already |just |fully |properly |correctly |both )*(?!{BadlyDone}|{Bad})\\w+(?:ed|pped|tted|wn|ilt|aid|ent|ept|old)",
            "(?:much|greatly|vastly|significantly) improved", $"\\w+ (?:shows?(?: up)?|appears?|is marked) as (?!{BadlyDone}|{Bad})\\w+(?:ed|en)",
            "no more \\w+", "no longer (?:\\w+ing|an? (?:problem|issue))", "\\w+ly done", "saved (?:my|the|our|his|her) (?:day|life|evening|morning|bacon|skin)", "good sign", "(?:four|five|5) stars", "in business",
            "(?:that|it|this)(?:['’]s| is| was) (?:exactly |just )?(?:what|how) (?:i|we|she|he|they|you) (?:meant|wanted|needed|asked|had in mind|expected|like)",
            "lgtm", "ship it", "\\+1", "10/10", "5/5", "a\\+", "five stars", "thumbs up", "no complaints", "couldn['’]?t be better", "can['’]?t complain", "what a (?:relief|difference)", "problem solved", "case closed", "bingo", "jackpot", "hallelujah", "phew", "there (?:it|we|they|he|she) (?:is|are|go|goes)", "there you go"),
        PhraseTable.Unspaced(
            "没有?(?:任何)?(?:问题|毛病|异常|报错|错误)", "快(?:多|很多)?了", "(?<!不)正常", "(?<![不没])通了", "亮了", "恢复", "(?<!没|没有|不)生效", "上线了", "好使", "好用", "顺畅", "流畅", "(?<!没|没有)到了", "都在", "齐了",
            "(?:能|可以)(?:正常)?(?:用|访问|打开|登录|登陆|看到|看见|上网?|进去?|连上?|打印|收到|使用|运行)了?", "一切(?:正常|顺利|都好)", "稳定", "清楚", "准确", "对上了", "跑(?:通|起来)了?", "过了", "通过了", "出来了", "签(?:字|好|了)", "没再", "(?<!不)(?:省事|省心|方便)", "(?<!不)(?:喜欢|开心|高兴)", "就要这个", "就是它", "已经\\w{1,8}了?$", "是对的", "都?对的", "是我要的", "合适", "舒服"));

    private static readonly Regex Negative = PhraseTable.Any(
        PhraseTable.Words(
            $"{Be} (?:(?!{Not}\\b)\\w+ ){{0,3}}?(?:{Bad})", $"{Be} (?:\\w+ )?{Not} (?:\\w+ ){{0,2}}?(?:{Good})", $"(?:is|are|was|were)n['’]?t (?:\\w+ ){{0,2}}?(?:{Good})",
            $"^(?:now |all |everything )*(?:{Bad})(?: now| again)+", $"(?:{Be}|has|have) (?:now |just |all |both |again |been )*(?:{BadlyDone})",
            "(?:it|that|this|everything|they|all|both|the \\w+(?: \\w+)?) (?:all |just |now |still |keeps? |kept )*(?:crash(?:es|ed|ing)|hangs?|hung|freezes|froze|times out|timed out|vanished|disappeared|bounced|broke|throws|threw|errors?|errored|reverted|shut down|died|dies|lags|flickers|disconnects|disconnected)(?: again| now)*",
            "(?:there(?:['’]s| is| are)|(?:i|we|they|she|he|it|that|users?)(?:['’]m| am| are| is)? (?:still |now |only |just )*(?:see|sees|get|gets|getting|got|have|has|seeing|shows?|showing|says?|gives?|giving|returns?)) (?:an? |the |some |lots of |many |only |me |us )*(?:\\w+ )?(?:errors?|exceptions?|4\\d\\d|5\\d\\d|bugs?|problems?|issues?|warnings?|failures?|nothing|blank|timeouts?|typos?|mistakes?|garbage|nonsense|complaints?)",
            "(?:someone|somebody|one|two|half|some|most|part|parts|many)(?: of)?(?: \\w+){0,3} (?:is|are|was|were) (?:missing|wrong|gone|lost|off|empty)", 
            "(?:nobody|no one|none)(?: of (?:them|us|the \\w+))? \\w+", "(?:somebody|someone|another (?:person|customer|user)) ?(?:else)?['’]s", "^too \\w+", "not even (?:close|near)", "regret(?:s|ted)?", "nowhere near",
            "you(?:['’]ve| have)? \\w+ (?:\\w+ ){0,4}?(?:wrong|old|other|different|instead|twice)(?: \\w+)?", "says? (?:\\w+ ){0,3}?(?:denied|error|forbidden|failed|not found|unavailable|invalid|expired|no)",
            $"(?!i\\b){Somebody} (?:still |just |also )*(?:can['’]?t|cannot|can not|couldn['’]?t|could not|(?:is|are|was|were) unable to)", "(?<!\\bi )(?<!\\bwe )(?<!\\byou )don['’]?t(?! (?:worry|mind|matter))",
            "ugh+", "wtf", "argh+", "what the \\w+", "no way", "nightmare", "disaster", "terrible", "horrible", "awful", "bad(?: job| work)?", "poor(?: job| work)?"),
        PhraseTable.Unspaced(
            "不通", "太?慢", "卡(?:住|死|顿)?了?", "挂了", "崩", "(?:全|都|又|很)?乱了", "生气", "发火", "恼火", "不(?:高兴|开心|喜欢)", "没(?:有)?人(?:收|看|用|回|理|能)", "不是(?:他|她|我|这|那)", "怎么(?:变|成|会)", "(?:扣|付|发|收)了?(?:两|2|多|好几)(?:次|遍|份)", "空白", "空的", "没(?:有)?反应", "(?:登录?|登陆|连|访问|找|打|进|收|用|传|下载|看)不(?:上|到|开|去|见)", "(?:登录?|登陆|连|访问|找|打|进|收|用|传|下载)不了", "报(?:了)?错", "出错", "(?<!没有|没|无)异常", "超时", "(?<!没)丢了", "[发写改订买弄搞选填寄退转打传标算记开]错", "(?:被|给)?退回", "被(?:拒|取消|驳回|拦截)", "没有?用(?!上)", "不见了", "少了", "重复了", "乱码", "不稳定", "更糟", "👎", "😞", "😡", "😠", "😢", "😭", "💔"));

    /// <summary>What a clause reports: that it worked, that it did not, or nothing. Of two reports the last one holds.</summary>
    public static Verdict Of(string text)
    {
        var bad = Negative.Match(text);
        var good = Positive.Matches(text).LastOrDefault();
        return bad.Success && (good is null || good.Index < bad.Index + bad.Length) ? Verdict.Negative
            : good is not null ? Verdict.Worked
            : Verdict.None;
    }

    /// <summary>A text without the words of the report.</summary>
    public static string Without(string text) => Positive.Replace(Negative.Replace(text, " "), " ");
}
