using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Reads when an occasion is: "the meeting is on Thursday", "my flight leaves at 7", "the deadline moved to Monday".</summary>
internal static class OccasionReader
{
    /// <summary>The time of an occasion; <see langword="null"/> when the clause tells none.</summary>
    public static AttributeValue? Read(Clause clause, VerbPhrase verb, string subject, string head)
    {
        if ((head.Length > 0 && !WordLists.Occasions.Contains(head) && head != "birthday") || !(verb.Lemma is "be" or "leav" or "leave" or "start" or "begin" or "take" or "happen" or "depart" || (verb.Lemma is "go" or "run" && head is "train" or "bus" or "ferry" or "flight") || IsArrival(verb) || IsReschedule(clause, verb)))
        {
            return null;
        }

        var start = verb.Main + 1;
        if (IsReschedule(clause, verb))
        {
            // "from Tuesday to Thursday": the new time is behind the "to".
            for (var i = start; i < clause.Tokens.Length; i++)
            {
                if (clause.Tokens[i].Lower is "to" or "for" or "until" or "till")
                {
                    start = i + 1;
                }
            }
        }

        for (var i = start; i < clause.Tokens.Length; i++)
        {
            var token = clause.Tokens[i];
            if (WordLists.Weekdays.Contains(token.Lower) || WordLists.Months.Contains(token.Lower) || token.Lower is "tomorrow" or "tonight" or "today" or "noon" or "midnight" or "next" or "this" ||
                (char.IsAsciiDigit(token.Text[0]) && i > 0 && (clause.Tokens[i - 1].Lower is "at" or "on" or "to" or "for" or "until" || token.Lower.EndsWith("am", StringComparison.Ordinal) || token.Lower.EndsWith("pm", StringComparison.Ordinal) || token.Lower.Contains(':', StringComparison.Ordinal))))
            {
                return new(head == "birthday" ? MemoryKind.Profile : MemoryKind.Event, subject, head == "birthday" ? "birthday" : IsArrival(verb) ? "end time" : SlotVocabulary.Time, TokenSpans.Join(clause.Tokens.AsSpan(i > 0 && clause.Tokens[i - 1].Kind == TokenKind.Number ? i - 1 : i)).Trim(' ', '.'));
            }
        }

        return null;
    }

    private static bool IsArrival(VerbPhrase verb) => verb.Lemma is "land" or "arriv" or "arrive" or "end" or "finish";

    private static bool IsReschedule(Clause clause, VerbPhrase verb) => (verb.Lemma is "put" && clause.Rest is [{ Lower: "back" or "off" or "forward" or "forwards" }, ..]) || verb.Lemma is "move" or "reschedul" or "postpon" or "push" or "chang" or "schedul" or "delay" or "shift" or "slip" or "book" or "set" or "plan" or "bring" or "extend";
}
