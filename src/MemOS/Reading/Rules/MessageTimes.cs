using MemOS.Time;

namespace MemOS.Reading.Rules;

/// <summary>The times that a message names, resolved against the time it was said. The one place that calls the recogniser.</summary>
internal sealed class MessageTimes
{
    private readonly string text;
    private readonly DateTime said;
    private IReadOnlyList<TimeMention>? found;

    public MessageTimes(string text, DateTimeOffset said)
    {
        this.text = text;
        this.said = said.DateTime;
    }

    // Most messages state nothing that needs a time: they are not searched for one.
    private IReadOnlyList<TimeMention> Mentions => found ??= [.. Rescheduled(text, said, TimeRecognizer.Recognize(text, said)).Where(mention => !IsRepeated(mention) && !IsRate(mention))];

    // "36.50 a month from today" costs so much a month.
    private bool IsRate(TimeMention mention) =>
        mention.Text.StartsWith("a ", StringComparison.OrdinalIgnoreCase) && text.AsSpan(0, mention.Start).TrimEnd() is [.., var last] && (char.IsAsciiDigit(last) || last is '$' or '€' or '£' || EndsInMoney(text.AsSpan(0, mention.Start)));

    private static bool EndsInMoney(ReadOnlySpan<char> text)
    {
        foreach (var word in (ReadOnlySpan<string>)["euros", "dollars", "pounds", "quid", "bucks", "francs", "kroner", "crowns"])
        {
            if (text.TrimEnd().EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "On Sunday afternoons" is every Sunday.
    private bool IsRepeated(TimeMention mention)
    {
        var behind = text.AsSpan(mention.Start + mention.Length).TrimStart();
        return behind.StartsWith("mornings", StringComparison.OrdinalIgnoreCase) || behind.StartsWith("afternoons", StringComparison.OrdinalIgnoreCase) || behind.StartsWith("evenings", StringComparison.OrdinalIgnoreCase) || behind.StartsWith("nights", StringComparison.OrdinalIgnoreCase) || (IsWeekday(mention.Text) && IsPlural(behind));
    }

    // "Monday deadlines are evil": those of every Monday; "Friday suits me" is one.
    private static bool IsPlural(ReadOnlySpan<char> behind)
    {
        const int Shortest = 5;
        var end = 0;
        while (end < behind.Length && char.IsAsciiLetterLower(behind[end]))
        {
            end++;
        }

        return end > Shortest && behind[end - 1] == 's' && behind[end - 2] != 's' && !English.Verbs.IsThirdPerson(behind[..end].ToString());
    }

    /// <summary>When what a clause tells happened or will happen; <see langword="null"/> when it names no calendar time.</summary>
    public EventTime? Of(Clause clause)
    {
        EventTime? found = null;
        foreach (var mention in Mentions)
        {
            if (mention.Start >= clause.Start && mention.Start < clause.End && IsCalendar(mention) && ResolveFrom(mention, clause) is { } time)
            {
                // The finer of two times that lie in one another: "in May … on the 7th".
                if (found is null || (time.Granularity < found.Value.Granularity && found.Value.Start <= time.Start && time.End <= found.Value.End))
                {
                    found = time;
                }
            }
        }

        return found;
    }

    /// <summary>Whether a time is named within a span of the message.</summary>
    public bool Any(int start, int end)
    {
        foreach (var mention in Mentions)
        {
            if (mention.Start < end && mention.Start + mention.Length > start && mention.Kind != TimeMentionKind.Age)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The date to print behind a word of a clause: behind the last word of a relative time.</summary>
    public string? DateAfter(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        foreach (var mention in Mentions)
        {
            var end = mention.Start + mention.Length;
            var isLastWord = token.Start < end && token.End >= end && token.Start >= mention.Start - 1 &&
                !(index + 1 < clause.Tokens.Length && clause.Tokens[index + 1].Start < end);
            if (isLastWord && mention.Start >= clause.Start && IsCalendar(mention) && !IsAbsolute(mention) && ResolveFrom(mention, clause) is { } time)
            {
                return time.ToString();
            }
        }

        return null;
    }

    private static readonly IReadOnlySet<string> Vague = English.WordLists.Of("summer winter spring fall autumn today's now currently recently lately nowadays");

    // A bare season is a word of the phrase ("our summer menu"), "now" and "recently" are no dates.
    private static bool IsCalendar(TimeMention mention) => !Vague.Contains(mention.Text.ToLowerInvariant()) &&
        mention.Kind is TimeMentionKind.Date or TimeMentionKind.DateRange or TimeMentionKind.DateTime or TimeMentionKind.DateTimeRange &&
        !(mention.Text.Equals("now", StringComparison.OrdinalIgnoreCase) || mention.Text.EndsWith(" now", StringComparison.OrdinalIgnoreCase) || mention.Text.Contains("these days", StringComparison.OrdinalIgnoreCase) ||
            mention.Text.Equals("currently", StringComparison.OrdinalIgnoreCase) || mention.Text.Equals("recently", StringComparison.OrdinalIgnoreCase) || mention.Text.Contains("the moment", StringComparison.OrdinalIgnoreCase));

    // "7 May 2023" says it all already.
    private static bool IsAbsolute(TimeMention mention)
    {
        var digits = 0;
        foreach (var c in mention.Text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 4)
            {
                return true;
            }
        }

        return false;
    }

    // "Moved from Tuesday to Friday" is no span of days: it is Friday now.
    private static IReadOnlyList<TimeMention> Rescheduled(string text, DateTime said, IReadOnlyList<TimeMention> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            var to = mention.Text.IndexOf(" to ", StringComparison.OrdinalIgnoreCase);
            if (to < 0 || !mention.Text.StartsWith("from ", StringComparison.OrdinalIgnoreCase) || !EndsInChange(text.AsSpan(0, mention.Start)))
            {
                continue;
            }

            var start = mention.Start + to + " to ".Length;
            if (TimeRecognizer.Recognize(text[start..(mention.Start + mention.Length)], said) is [var last, ..])
            {
                return [.. mentions.Take(i), last with { Start = start + last.Start }, .. mentions.Skip(i + 1)];
            }
        }

        return mentions;
    }

    private static bool EndsInChange(ReadOnlySpan<char> text)
    {
        foreach (var word in (ReadOnlySpan<string>)["moved", "pushed", "brought", "rescheduled", "changed", "postponed", "shifted", "delayed", "back", "forward"])
        {
            if (text.TrimEnd().EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "Moved to Wednesday", said on a Wednesday: the next one, for today would be called so.
    private EventTime? ResolveFrom(TimeMention mention, Clause clause) =>
        Resolve(mention, clause) is not { } time ? null
        : time.Start.Date == said.Date && clause.Verb is { Tense: not Tense.Past } or { Lemma: "move" or "push" or "bring" or "chang" or "shift" or "slip" or "reschedul" or "postpon" or "delay" } && IsWeekday(mention.Text) ? time with { Start = time.Start.AddDays(7), End = time.End.AddDays(7) } : time;

    private static bool IsWeekday(string text)
    {
        var words = text.ToLowerInvariant().Split(' ');
        return !Array.Exists(words, static word => word is "this" or "today" or "tonight" or "past" or "last") && Array.Exists(words, static word => word.Length > 5 && word.EndsWith("day", StringComparison.Ordinal) && English.WordLists.Weekdays.Contains(word));
    }

    private static bool IsMovedTo(TimeMention mention, Clause clause)
    {
        var at = Array.FindIndex(clause.Tokens, token => token.Start >= mention.Start);
        return at > 1 && clause.Tokens[at - 1].Lower is "until" or "till" && clause.Verb is { Lemma: "give" or "have" or "get" or "extend" } || at > 1 && clause.Tokens[at - 1].Lower is "to" or "until" or "till" && Array.Exists(clause.Tokens[..at], token => token.Lower is "moved" or "pushed" or "rescheduled" or "postponed" or "changed" or "shifted" or "delayed");
    }

    // "Normally trains Monday, Wednesday and Friday", "usually shops on Saturday": every week, and no day of this one.
    private static bool IsHabitual(TimeMention mention, Clause clause) =>
        clause.Verb is { Tense: Tense.Present, Progressive: false, Modal: "" } && IsWeekday(mention.Text) && !mention.Text.Contains("next", StringComparison.OrdinalIgnoreCase) && !mention.Text.Contains("coming", StringComparison.OrdinalIgnoreCase) && Array.FindIndex(clause.Tokens, token => Habitual.Contains(token.Lower)) is >= 0 and var habit && habit < clause.Verb.Main;

    private static readonly IReadOnlySet<string> Habitual = English.WordLists.Of("normally usually typically generally always mostly");

    // "After my surgery in June I can't read on dark backgrounds": the June that is nearer, whatever the rest tells of now.
    private static bool IsBehind(TimeMention mention, Clause clause)
    {
        const int Reach = 6;
        var at = Array.FindIndex(clause.Tokens, token => token.Start >= mention.Start);
        var after = at < 0 ? -1 : Array.FindLastIndex(clause.Tokens, at, token => token.Lower is "after" or "since");
        return after >= 0 && at - after is > 1 and <= Reach && clause.Tokens[after + 1].Lower is "my" or "our" or "his" or "her" or "their" or "the" && clause.Verb is { Tense: Tense.Present, Modal: "" or "can" or "could" } verb && verb.Main > at && (verb.Negated || TokenSpans.Contains(clause.Tokens, "now") || TokenSpans.Contains(clause.Tokens, "still")) && !Array.Exists(clause.Tokens[after..at], token => token.Lower == ",");
    }

    private static bool IsStart(TimeMention mention, Clause clause) =>
        clause.Verb is { Tense: not Tense.Past } && (mention.Text.StartsWith("starting", StringComparison.OrdinalIgnoreCase) || mention.Text.StartsWith("beginning", StringComparison.OrdinalIgnoreCase) || (Array.FindIndex(clause.Tokens, token => token.Start >= mention.Start) is > 0 and var at && (clause.Tokens[at - 1].Lower is "starting" or "beginning" || (at > 1 && clause.Tokens[at - 2].Lower is "starting" or "beginning"))));

    private EventTime? Nearer(TimeMention mention) =>
        mention is { Past: { } past, Future: { } future } ? said - past.Start <= future.Start - said ? past : future : mention.Past ?? mention.Future;

    private EventTime? Resolve(TimeMention mention, Clause clause) => clause.Verb switch
    {
        _ when IsHabitual(mention, clause) => null,

        // "I get paid on the 28th": of every month.
        { Tense: Tense.Present, Progressive: false } when clause.Verb!.Lemma is "get" or "pay" && TokenSpans.Contains(clause.Tokens, "paid") && mention.Text.Contains("the ", StringComparison.OrdinalIgnoreCase) && mention.Text.AsSpan().IndexOfAnyInRange('0', '9') > 0 && !English.WordLists.Months.Any(month => mention.Text.Contains(month, StringComparison.OrdinalIgnoreCase)) => null,
        _ when IsBehind(mention, clause) => Nearer(mention),

        // What goes on "since Sunday" began on the one before.
        // "Starting on January 19" lies ahead, unless it was the other day.
        _ when mention.Relation == TimeRelation.Since && IsStart(mention, clause) => mention.Future ?? mention.Past,
        _ when mention.Relation == TimeRelation.Since => mention.Past ?? mention.Future,

        // "Called and moved my appointment to February 18".
        { Tense: Tense.Past } when IsMovedTo(mention, clause) => mention.Future ?? mention.Past,
        { Lemma: "reschedul" or "postpon" or "schedul" or "delay" or "extend" } => mention.Future ?? mention.Past,
        { Lemma: "move" or "push" or "bring" or "chang" or "shift" or "slip" } when clause.Subject is not (SubjectKind.Speaker or SubjectKind.Person or SubjectKind.PersonPronoun) || ThingChangeReader.Read(clause, clause.Verb) is not null => mention.Future ?? mention.Past,
        { Lemma: "put" } when clause.Rest is [{ Lower: "down" }, { Lower: "for" }, ..] => mention.Future ?? mention.Past,
        { Lemma: "put" } when clause.Rest is [{ Lower: "back" or "off" or "forward" or "forwards" }, ..] => mention.Future ?? mention.Past,
        { Lemma: "book" or "arrang" or "reserv" or "regist" or "enrol" or "enroll" or "enter" or "commit", Tense: Tense.Past } or { Lemma: "sign", Tense: Tense.Past } when mention.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && (clause.Verb!.Lemma != "sign" || clause.Rest is [{ Lower: "up" }, ..]) => mention.Future ?? mention.Past,
        { Lemma: "book" or "get" or "buy" or "have", Tense: Tense.Past } when (TokenSpans.Contains(clause.Rest, "tickets") || TokenSpans.Contains(clause.Rest, "ticket")) && mention.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 => mention.Future ?? mention.Past,
        { Lemma: "invit" or "accept", Tense: Tense.Past } when mention.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 => mention.Future ?? mention.Past,
        { Tense: Tense.Past } => mention.Past ?? mention.Future,
        { Tense: Tense.Future } or { Progressive: true } or { Modal.Length: > 0 } => mention.Future ?? mention.Past,
        _ => mention.Future ?? mention.Past,
    };
}
