using MemOS.Evidence;
using MemOS.Time;

namespace MemOS.Reading.Rules.Chinese;

/// <summary>Turns Chinese clauses into records; a clause without a subject goes on with the one before.</summary>
internal sealed partial class ChineseStatementReader(EvidenceItem item, ReadingContext context, Speaker speaker, string message)
{
    private const int LongestPlace = 12;
    private readonly IReadOnlyList<TimeMention> times = TimeRecognizer.Recognize(message, item.Content.Time.DateTime);
    private readonly EvidenceItem? previous = context.Previous(item);
    private string? subject;

    // What was told of a relative by name, without the words for which relative it is.
    private string? bare;
    private MemoryId? referred;
    private int sentence = -1;
    private int drafted = -1;

    /// <summary>Adds what a clause states.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="isFirst">Whether it is the first of its message.</param>
    /// <param name="drafts">The statements so far.</param>
    public void Read(ChineseClause clause, bool isFirst, List<RecordDraft> drafts)
    {
        if (clause.Sentence != sentence)
        {
            sentence = clause.Sentence;
            subject = null;
            referred = null;
        }

        NoteOwn(clause.Text);
        if (context.MayInstruct && ChineseInstructions.Read(clause, item, speaker) is { } instruction)
        {
            drafts.Add(instruction);
        }
        else if (!clause.IsQuestion && UsualReader.ReadChinese(clause.Text, item, speaker) is { } usual)
        {
            drafts.Add(usual);
        }
        else if (ChineseCorrections.Read(clause, message, item, drafts, context) is { } correction)
        {
            drafts.Add(correction);
        }
        else if (ChineseChoices.Read(clause, previous, item, speaker) is { } choice)
        {
            drafts.Add(choice);
        }
        else if (isFirst && previous is not null && ChineseAnswers.Read(previous.Content.Text, clause, message) is { } answer)
        {
            Add(new ChineseClause(answer, clause.Start, '。', clause.Sentence), [item.Id, previous.Id], drafts);
        }
        else if (!clause.IsQuestion && (!ChineseWords.HoldsAny(clause.Text, ChineseWords.Reports) || ChineseWords.StartOf(clause.Text, ChineseWords.Orders).Length > 0))
        {
            Add(clause, [item.Id], drafts);
        }
    }

    private void Add(ChineseClause clause, IReadOnlyList<MemoryId> sources, List<RecordDraft> drafts)
    {
        var text = clause.Text;
        var start = clause.Start;
        for (var opener = ChineseWords.StartOf(text, ChineseWords.Openers); opener.Length > 0 && !(opener is "不" or "好" or "对" or "那" && opener.Length < text.Length); opener = ChineseWords.StartOf(text, ChineseWords.Openers))
        {
            text = text[opener.Length..].TrimStart();
            start = clause.End - text.Length;
        }

        if (text.Length < 2 || ChineseWords.StartOf(text, ChineseWords.EmptyTalk).Length > 0)
        {
            return;
        }

        // "老师说作业下周一再交": what those in charge have told is so.
        if (Charge().Match(text) is { Success: true } charge && (ChineseChanges.IsChange(text) || times.Any(mention => text.Contains(mention.Text, StringComparison.Ordinal))))
        {
            text = text[charge.Length..];
            start = clause.End - text.Length;
            subject ??= "我";
        }

        // "明天下午两点开会，在国贸三期": where it is belongs to what it is.
        if (subject == "我" && text.Length <= LongestPlace && text[0] == '在' && drafts.Count > 0 && drafts[^1] is { EventTime: not null } plan && plan.Sources[0] == item.Id && ChineseVocabulary.Match(text) is null && !ChineseWords.HoldsAny(text, ["了", "做", "开", "学", "看", "等", "找", "写", "减", "吃", "住", "着"]))
        {
            drafts[^1] = plan with { Text = $"{plan.Text.TrimEnd('。')}，{ChineseWords.InThirdPerson(text, speaker.Name)}。" };
            return;
        }

        // "我女儿满月酒，十月十二号": the day belongs to what it is the day of.
        if (drafts.Count > 0 && drafts[^1] is { EventTime: null, Kind: not MemoryKind.Instruction } dayless && dayless.Sources[0] == item.Id && clause.Sentence == drafted && times.Any(mention => mention.Start == start && mention.Length == text.Length && !ChineseTimes.IsNow(mention)) && TimeOf(start, clause.End, text) is { } day)
        {
            drafts[^1] = dayless with { Text = $"{dayless.Text.TrimEnd('。')}，{Dated(text, start, clause.End)}。", EventTime = day, Kind = dayless.Kind == MemoryKind.Fact ? MemoryKind.Event : dayless.Kind };
            return;
        }

        // "开会时说": whose words were in the quotation marks is not told by itself.
        if (text[^1] is '说' or '道' or '问' or '讲' or '喊' && !ChineseWords.HoldsAny(text[^2..], ["小说", "传说", "学说", "知道", "味道", "频道", "跑道", "街道", "过道", "疑问", "学问", "主讲", "走道", "隧道"]))
        {
            return;
        }

        // "我养了条边牧，叫闪电": the name is that of what was just told.
        if (Called().IsMatch(text) && drafts.Count > 0 && clause.Sentence == drafted && drafts[^1] is { Kind: not MemoryKind.Instruction } owner && owner.Sources[0] == item.Id && Keeping().IsMatch(owner.Text))
        {
            drafts[^1] = owner with { Text = $"{owner.Text.TrimEnd('。')}，{text}。" };
            return;
        }

        referred = subject is not null and not "我" ? referred : null;
        bare = null;
        if (SubjectOf(ref text, drafts.Count > 0 ? drafts[^1] : null) is not { } about || (text.Contains('你', StringComparison.Ordinal) && context.MayInstruct))
        {
            return;
        }

        var match = ChineseVocabulary.Match(text);
        var time = TimeOf(start, clause.End, text);
        if (match is null && time is null && text.Length < 4 && !ChineseOwnTalk.IsHabit(text))
        {
            return;
        }

        drafts.Add(Draft(text, Dated(text, start, clause.End), about, match, time, referred is { } other && !sources.Contains(other) ? [.. sources, other] : sources));
        drafted = clause.Sentence;
        NoteRelative(text);
    }

    [System.Text.RegularExpressions.GeneratedRegex("^(?:老师|学校|物业|公司|领导|房东|医院|前台|客服|航空公司|旅行社|通知|诊所|教练)(?:刚|又|昨天|今天|那边)?(?:来电话|打电话|发消息|发通知|通知)?说(?![我你他她])")]
    private static partial System.Text.RegularExpressions.Regex Charge();

    [System.Text.RegularExpressions.GeneratedRegex("^(?:名字|小名|大名)?(?:就)?叫(?:做)?[^我他她你，]{1,6}$")]
    private static partial System.Text.RegularExpressions.Regex Called();

    [System.Text.RegularExpressions.GeneratedRegex("养了?|领养|收养|生了|有了?[一两]?[个只条位名匹]")]
    private static partial System.Text.RegularExpressions.Regex Keeping();

    private RecordDraft Draft(string text, string dated, string about, (ChineseRule Rule, string Value)? match, EventTime? time, IReadOnlyList<MemoryId> sources)
    {
        var slot = match?.Rule.Slot switch
        {
            null or "" => ChineseWords.HoldsAny(about, ChineseWords.Occasions) && (time is not null || text.Contains('点', StringComparison.Ordinal)) ? SlotVocabulary.Time : null,
            "technology" => English.WordClasses.Technology(match.Value.Value.ToLowerInvariant()),
            "favorite" => SlotVocabulary.FavoritePrefix + match.Value.Rule.Before,
            "likes" => SlotVocabulary.LikesPrefix + match.Value.Value,
            var name => ChineseTimes.IsPast(text) && name is "home" or "employer" or "job" && text.Contains('过', StringComparison.Ordinal) ? null : name,
        };
        var polarity = match?.Rule.Polarity ?? Polarity.None;

        // What others cannot bear by their health is a fact about them, no taste.
        var isHealth = match?.Rule.After.EndsWith("过敏", StringComparison.Ordinal) == true;
        var ailment = isHealth && about != speaker.Subject;
        return new()
        {
            Kind = ailment ? MemoryKind.Fact : isHealth ? MemoryKind.Profile : KindOf(text, match?.Rule, time),
            Text = ChineseWords.InThirdPerson(dated, speaker.Name) + "。",
            Subject = about,
            EventTime = time,
            Confidence = 0.8,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Slot = slot,
            SlotValue = slot is null ? null : slot.StartsWith(SlotVocabulary.LikesPrefix, StringComparison.Ordinal) ? polarity == Polarity.Positive ? "yes" : "no" : (match?.Value ?? text).ToLowerInvariant(),
            Polarity = ailment ? Polarity.None : polarity,
            Topic = ailment || polarity == Polarity.None ? null : match!.Value.Value,
            RejectedValue = slot is not null && SlotVocabulary.IsTechnology(slot) ? GivenUp(text) : null,
            Ends = (bare is null ? null : ChineseChanges.Ends(bare)) ?? ChineseChanges.Ends(text) ?? (about.Contains('的', StringComparison.Ordinal) && time is not null && ChineseWords.HoldsAny(text, ChineseChanges.Moves) ? about[(about.IndexOf('的', StringComparison.Ordinal) + 1)..] : null),
            IsChange = ChineseChanges.IsChange(text),
            Sources = sources,
        };
    }

    // What is so for years, or now, goes on, though its sentence ends like that of a thing done: "在一起四年了", "房租涨到3500了". What one has at a time is no
    // possession: "周三有一个面试".
    private static MemoryKind KindOf(string text, ChineseRule? rule, EventTime? time) =>
        rule is { Slot.Length: > 0 } || (rule is not null && time is null) ? rule.Kind : time is not null || (ChineseTimes.IsPast(text) && !Lasting().IsMatch(text) && !Running().IsMatch(text) && !(ChineseChanges.IsChange(text) && ChineseChanges.Ends(text) is null)) ? MemoryKind.Event : MemoryKind.Fact;

    [System.Text.RegularExpressions.GeneratedRegex("[0-9一二三四五六七八九十两几半多好]+(?:个)?(?:年|月|星期|礼拜)(?:半|多)?了$")]
    private static partial System.Text.RegularExpressions.Regex Lasting();

    // "在成都开了家奶茶店": what was opened runs on.
    [System.Text.RegularExpressions.GeneratedRegex("开了(?:一|两|三)?[家间][^，。]{2,}$")]
    private static partial System.Text.RegularExpressions.Regex Running();

    // "从Java换成了Go".
    private static string? GivenUp(string text)
    {
        var from = text.IndexOf('从', StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOfAny(['换', '改', '迁', '转'], from);
        return to > from + 1 ? text[(from + 1)..to].Trim().ToLowerInvariant() : null;
    }

    // "我有一个女儿", "我养了一只猫": what the next clauses without a subject go on about.
    private void NoteRelative(string text)
    {
        if (!ChineseWords.HoldsAny(text, ["有", "养了", "养着", "生了", "领养了", "收养了"]))
        {
            return;
        }

        foreach (var kin in ChineseWords.Kin)
        {
            if (kin.Length > (text.EndsWith('猫') || text.EndsWith('狗') ? 0 : 1) && text.EndsWith(kin, StringComparison.Ordinal))
            {
                subject = "我的" + kin;
                context.Person = new(subject, '?', item.Id);
                return;
            }
        }
    }

    // "给我家老二买凉鞋，她穿24码": whom a request names is whom the next clause is about.
    private void NoteOwn(string text)
    {
        var at = text.IndexOf('我', StringComparison.Ordinal);
        if (at > 0 && ChineseWords.StartOf(text[(at + 1)..].TrimStart('家', '的'), ChineseWords.Family) is { Length: > 0 } kin)
        {
            context.Person = new("我的" + kin, '?', item.Id);
        }
    }

    // Whom the clause is about; the text gets the subject that it goes on with.
    private string? SubjectOf(ref string text, RecordDraft? told)
    {
        if (text.StartsWith('我') || text.StartsWith("咱们", StringComparison.Ordinal))
        {
            var rest = text.StartsWith("我们", StringComparison.Ordinal) || text.StartsWith("咱们", StringComparison.Ordinal) ? text[2..] : text[1..];
            var owned = rest.StartsWith('的') ? rest[1..] : rest;
            var kin = ChineseWords.StartOf(owned, ChineseWords.Kin);
            if (kin.Length > 0 && !(kin == "家" && owned.StartsWith("家在", StringComparison.Ordinal)))
            {
                text = "我的" + owned;
                subject = "我的" + kin;
                context.Person = new(subject, '?', item.Id);
                return $"{speaker.Subject}的{kin}";
            }

            subject = "我";
            referred = null;
            return speaker.Subject;
        }

        // "儿子的钢琴考级是6月15号", said to an assistant: one's own son.
        if (context.MayInstruct && ChineseWords.StartOf(text, ChineseWords.Family) is { Length: > 0 } relative && text.Length >= relative.Length + 2)
        {
            text = "我的" + text;
            subject = "我的" + relative;
            context.Person = new(subject, '?', item.Id);
            return $"{speaker.Subject}的{relative}";
        }

        // "女儿朵朵在学钢琴", "朵朵不学了": a relative or a pet that was told of by name.
        if (subject is null && ChineseRelatives.Named(text, context, speaker) is { } called)
        {
            bare = text;
            text = "我的" + called.Kin + text;
            subject = "我的" + called.Kin;
            referred = called.Told;
            context.Person = new(subject, '?', called.Told);
            return $"{speaker.Subject}的{called.Kin}";
        }

        if (ChineseNames.At(text, context.Names) is { Length: > 0 } person1 && person1 != speaker.Name)
        {
            subject = person1;
            return person1;
        }

        var occasion = ChineseWords.StartOf(text, ChineseWords.Occasions);
        if (occasion.Length > 0 || OccasionSet.Match(text) is { Success: true } set && (occasion = set.Groups[1].Value).Length > 0)
        {
            return $"{speaker.Subject}的{occasion}";
        }

        // "小雨九岁了": whose age is told is a person.
        if (subject is null && Aged().Match(text) is { Success: true } aged && ChineseWords.StartOf(text, ChineseWords.Kin).Length == 0)
        {
            subject = aged.Groups[1].Value;
            return subject;
        }

        // "她喜欢画画": whom was just spoken of.
        if (text[0] is '他' or '她' or '它' && text.Length > 2 && text[1] is not '们' and not '说' && context.Person is { } person && person.Text.StartsWith('我'))
        {
            text = person.Text + text[1..];
            subject = person.Text;
            referred = person.Message;
            return speaker.Subject + person.Text[1..];
        }

        // "这扫地机器人真香": what one thinks of a thing is told of oneself.
        if (context.MayInstruct && text[0] is '这' or '那' && ChineseAttributes.IsOpinion(text))
        {
            text = "我:" + text;
            return speaker.Subject;
        }

        if (text.StartsWith('他') || text.StartsWith('她') || text.StartsWith('你') || text.StartsWith('它') || (text.StartsWith('这') && ChineseWords.StartOf(text, ["这周", "这个月", "这几天", "这两天", "这阵子", "这学期", "这星期", "这礼拜", "这些年", "这几年", "这两个", "这半个月", "这半年", "这三个"]).Length == 0) || (text.StartsWith('那') && !ChineseTimes.Settled().IsMatch(text)) || text.StartsWith("大家", StringComparison.Ordinal) || text.StartsWith('请') || text.StartsWith('帮') || text.StartsWith('给'))
        {
            return null;
        }

        // "今年32岁", "住在成都": goes on with the subject of its sentence, or begins with a time or an adverb before "我".
        var self = text.IndexOf('我', StringComparison.Ordinal);
        if (self > 0 && self <= 8 && subject is null)
        {
            // "上周六我们女儿出生了，叫禾禾": the name is hers.
            if (ChineseWords.StartOf(text[(self + 1)..].TrimStart('们', '家', '的'), ChineseWords.Children) is { Length: > 0 } child && ChineseChanges.Ends(text) == "怀孕")
            {
                subject = "我的" + child;
                context.Person = new(subject, '?', item.Id);
                return speaker.Subject;
            }

            subject = "我";
            return speaker.Subject;
        }

        // "那就定周日晚上吧": what is settled, in a group too.
        if (ChineseTimes.Settled().Match(text) is { Success: true } settled && times.Any(mention => settled.Groups[1].Value.Contains(mention.Text, StringComparison.Ordinal)))
        {
            text = settled.Groups[1].Value;
            subject = "我";
        }

        // "下周五还要再去一次": a plan without a subject is the speaker's own.
        if (subject is null && times.Count > 0 && ChineseWords.HoldsAny(text, ["要", "得", "打算", "准备", "计划", "会去"]))
        {
            subject = "我";
        }

        // "明天下午两点跟投资人开会": so is what is set for a day.
        var opening = text;
        if (subject is null && context.MayInstruct && times.Any(mention => opening.StartsWith(mention.Text, StringComparison.Ordinal) && mention.Future is { } due && due.Start >= item.Content.Time.Date && !ChineseTimes.IsNow(mention) && ChineseWords.HoldsAny(opening[mention.Text.Length..], ChineseWords.Doings)) && !ChineseWords.HoldsAny(text, ChineseWords.Weather))
        {
            subject = "我";
        }

        if (subject is null && !(ChineseVocabulary.Match(text) is { } match && match.Rule.Slot.Length > 0 && ChineseOwnTalk.IsOpening(text[..Math.Max(0, text.IndexOf(match.Rule.Before, StringComparison.Ordinal))], times)))
        {
            // Said to an assistant without a subject, but with something to keep, or news of one's own among others: the words stay as they are.
            var own = context.MayInstruct ? text.Length > 3 && !text.Contains('你', StringComparison.Ordinal) && ChineseOwnTalk.Tells(text) : ChineseOwnNews.Tells(text, told, previous, times, context, speaker);
            text = own ? "我:" + text : text;
            return own ? speaker.Subject : null;
        }

        subject ??= "我";
        if (self < 0)
        {
            text = subject + text;
        }

        return subject == "我" ? speaker.Subject : subject[0] == '我' ? speaker.Subject + subject[1..] : subject;
    }

    // "同学聚会定在周六": an occasion, behind a word or two that tell which.
    private static readonly System.Text.RegularExpressions.Regex OccasionSet = new($"^[\u4E00-\u9FFF]{{1,4}}?({string.Join('|', ChineseWords.Occasions)})(?:定在|约在|安排在|改到|改在|推迟|提前|挪到|挪去|延到|顺延|调到|移到|在|是)", System.Text.RegularExpressions.RegexOptions.CultureInvariant | System.Text.RegularExpressions.RegexOptions.Compiled);

    [System.Text.RegularExpressions.GeneratedRegex("^(?!今|现|已|刚|去|明|马|快|虚|周|我|你|他|她|都|才|也|就)([\u4E00-\u9FFF]{2,3}?)(?:今年|已经|刚满|都)?[0-9一二三四五六七八九十]+岁了")]
    private static partial System.Text.RegularExpressions.Regex Aged();

    private EventTime? TimeOf(int start, int end, string text)
    {
        foreach (var mention in times)
        {
            if (mention.Start >= start && mention.Start < end && mention.Kind is TimeMentionKind.Date or TimeMentionKind.DateRange or TimeMentionKind.DateTime or TimeMentionKind.DateTimeRange && !ChineseTimes.IsNow(mention) && !ChineseTimes.IsOfHabit(mention, text))
            {
                return ChineseTimes.Resolve(mention, text);
            }
        }

        return null;
    }

    // Dates behind the relative times; the text may have gained or lost words at its start, so places count from its end.
    private string Dated(string text, int start, int end)
    {
        var dated = text;
        for (var i = times.Count - 1; i >= 0; i--)
        {
            var mention = times[i];
            var fromEnd = end - (mention.Start + mention.Length);
            if (mention.Start >= start && fromEnd >= 0 && fromEnd < text.Length && mention.Kind is TimeMentionKind.Date or TimeMentionKind.DateRange or TimeMentionKind.DateTime or TimeMentionKind.DateTimeRange && !ChineseTimes.IsNow(mention) && !ChineseTimes.IsOfHabit(mention, text) &&
                !mention.Text.Contains('年', StringComparison.Ordinal) && ChineseTimes.Resolve(mention, text) is { } time)
            {
                // "周日晚" of "周日晚上": the date goes behind the word.
                fromEnd -= fromEnd > 0 && text[^fromEnd] == '上' && mention.Text[^1] is '晚' or '早' ? 1 : 0;
                dated = dated.Insert(text.Length - fromEnd, $"({time})");
            }
        }

        return dated;
    }
}
