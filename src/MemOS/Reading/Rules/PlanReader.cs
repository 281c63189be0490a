using System.Text.RegularExpressions;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Gives plans a slot, so that a change of plan can find what it changes: "going to Paris", "instead I'm going to Rome".</summary>
internal static partial class PlanReader
{
    private const int Reach = 6;

    /// <summary>The slot of a plan; <see langword="null"/> when the clause tells none.</summary>
    public static string? SlotOf(Clause clause, VerbPhrase verb) =>
        clause.Subject == SubjectKind.Speaker && IsPlan(clause, verb) ? SlotVocabulary.PlanPrefix + Action(clause, verb) : null;

    public static string? ValueOf(Clause clause, VerbPhrase verb) =>
        SlotOf(clause, verb) is null ? null : Object(clause, verb);

    /// <summary>The statement with the earlier plan that it gives up, where it says so: "I'm going to Rome instead".</summary>
    public static RecordDraft WithRejected(RecordDraft draft, Clause clause, Sentence sentence, IReadOnlyList<RecordDraft> before, IReadOnlyList<RecordDraft> same)
    {
        if (draft.RejectedValue is not null || !(TokenSpans.Contains(clause.Tokens, "instead") || TokenSpans.IndexOf(sentence.Tokens, ["changed", "my", "mind"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["change", "of", "plans"]) >= 0 || TokenSpans.IndexOf(sentence.Tokens, ["change", "of", "plan"]) >= 0))
        {
            return draft;
        }

        // "I'm going to Aldi instead of Tesco": what is given up is named, and it is nothing else.
        var instead = TokenSpans.IndexOf(clause.Tokens, ["instead", "of"]);
        var given = instead >= 0 && instead + 2 < clause.Tokens.Length ? clause.Tokens[(instead + 2)..].FirstOrDefault(static token => token.IsWord && !WordLists.Determiners.Contains(token.Lower)).Lower : null;
        if (given is not null && !same.Concat(before).Any(earlier => earlier.Subject == draft.Subject && earlier.Text.Contains(given, StringComparison.OrdinalIgnoreCase)))
        {
            return draft;
        }

        foreach (var earlier in same.Reverse().Concat(before.Reverse()))
        {
            if (earlier.Subject == draft.Subject && earlier.SlotValue is { Length: > 0 } value && draft.Slot is not null && earlier.Slot == draft.Slot && value != draft.SlotValue)
            {
                return draft with { RejectedValue = value };
            }
        }

        // "We're going to a spa hotel instead": the last plan that was told, whatever it was.
        foreach (var earlier in same.Reverse().Concat(before.Reverse()).Take(Reach))
        {
            if (earlier.Subject == draft.Subject && earlier.Ends is null && earlier.Text != draft.Text && (IsPlanned(earlier) || earlier.Slot?.StartsWith(SlotVocabulary.PlanPrefix, StringComparison.Ordinal) == true))
            {
                return draft with { Ends = ResolvedDate().Replace(earlier.Text, "")[(earlier.Text.IndexOf(' ', StringComparison.Ordinal) + 1)..] };
            }
        }

        return draft;
    }

    // What lies ahead, or is wanted.
    private static bool IsPlanned(RecordDraft statement) => statement.Kind == MemoryKind.Event && statement.EventTime is not null && WantWords().IsMatch(statement.Text);

    [GeneratedRegex(@"\b(wants?|plans?|planning|will|is going|is having|is \w+ing|thinking|hopes?)\b")]
    private static partial Regex WantWords();

    [GeneratedRegex(@" \(\d{4}[^)]{0,40}\)")]
    private static partial Regex ResolvedDate();

    /// <summary>What a change says it leaves: "switched from oat milk to soy milk".</summary>
    public static string? GivenUp(Clause clause, VerbPhrase verb)
    {
        if (verb.Lemma is not ("switch" or "chang") || verb.Tense == Tense.Future)
        {
            return null;
        }

        var from = TokenSpans.IndexOf(clause.Rest, ["from"]);
        var to = TokenSpans.IndexOf(clause.Rest, ["to"]);
        if (from < 0 || to <= from + 1)
        {
            return null;
        }

        var words = PhrasePattern.Value(clause.Tokens, verb.Main + 2 + from);
        return words.Length > 2 ? words : null;
    }

    private static bool IsPlan(Clause clause, VerbPhrase verb) =>
        verb.Tense == Tense.Future || (verb.Progressive && verb.Lemma is "go" or "plan" or "think" or "fly" or "visit" or "travel" or "move" or "meet" or "start" or "take" or "host" or "get" or "consid" or "train" or "head" or "leav") || verb.Lemma is "plan" or "intend" or "book";

    // "I'm planning to visit" and "I'll visit" are the same plan: the verb that is planned counts.
    private static string Action(Clause clause, VerbPhrase verb)
    {
        var planned = Planned(clause, verb);
        return planned < 0 ? verb.Lemma : Verbs.Lemma(clause.Tokens[planned].Lower);
    }

    private static string Object(Clause clause, VerbPhrase verb)
    {
        var planned = Planned(clause, verb);
        return PhrasePattern.Value(clause.Tokens, (planned < 0 ? verb.Main : planned) + 1);
    }

    private static int Planned(Clause clause, VerbPhrase verb)
    {
        // "I'm going to make sure to leave early": leaving is what is planned.
        var assured = TokenSpans.StartsWith(clause.Rest, ["sure", "to"]) && verb.Lemma is "make" or "be";
        if (!assured && verb.Lemma is not ("plan" or "think" or "intend" or "consid"))
        {
            return -1;
        }

        for (var i = verb.Main + 1; i < clause.Tokens.Length && i < verb.Main + 4; i++)
        {
            if (Verbs.IsBase(clause.Tokens[i].Lower) || Verbs.IsGerund(clause.Tokens[i].Lower))
            {
                return i;
            }
        }

        return -1;
    }
}
