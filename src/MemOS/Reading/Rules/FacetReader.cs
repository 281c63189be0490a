using System.Globalization;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Finds the facet that a run of words tells, with its value, whatever the grammar: "rent's 1,150", "the landlord wants 1,290 from March".</summary>
internal static class FacetReader
{
    private static readonly IReadOnlySet<string> TimeUnits = WordLists.Of("second seconds minute minutes min mins hour hours hr hrs day days night nights week weeks month months year years fortnight");
    private static readonly IReadOnlySet<string> OtherUnits = WordLists.Of("am pm o'clock % percent times km kilometres kilometers miles k/h mph reps sets degrees st nd rd th");
    private static readonly IReadOnlySet<string> WeightUnits = WordLists.Of("kg kilo kilos kgs lbs lb pounds stone");
    private static readonly IReadOnlySet<string> DoseUnits = WordLists.Of("mg mcg ml iu units milligrams micrograms");
    private static readonly IReadOnlySet<string> PlacePrepositions = WordLists.Of("in to at into near outside");
    private static readonly string[] Small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The slot and its value; <see langword="null"/> when the words fill none.</summary>
    /// <param name="clause">The words.</param>
    /// <param name="times">The times of their message.</param>
    public static (string Slot, string Value)? Read(Clause clause, MessageTimes times)
    {
        var tokens = clause.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            foreach (var facet in FacetVocabulary.StartingWith(tokens[i].Lower))
            {
                if (TokenSpans.StartsWith(tokens.AsSpan(i), facet.Words) && ValueOf(facet, clause, i, i + facet.Words.Length, times) is { Length: > 0 } value)
                {
                    return (facet.Slot, value);
                }
            }
        }

        return null;
    }

    /// <summary>A number as digits: "1,150", "8k" and "eighty" are 1150, 8000 and 80; <see langword="null"/> for no number.</summary>
    public static string? NumberOf(Token token)
    {
        var word = token.Lower.TrimStart('$', '€', '£', '~').TrimEnd('.', ',', '$', '€', '£');
        var small = Array.IndexOf(Small, word);
        if (small >= 0)
        {
            return small.ToString(CultureInfo.InvariantCulture);
        }

        var tens = Array.FindIndex(Tens, name => word == name || word.StartsWith(name + "-", StringComparison.Ordinal));
        if (tens >= 0)
        {
            var one = Math.Max(0, Array.IndexOf(Small, word[(Tens[tens].Length < word.Length ? Tens[tens].Length + 1 : word.Length)..]));
            return (((tens + 2) * 10) + one).ToString(CultureInfo.InvariantCulture);
        }

        if (word.Length == 0 || !char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        var factor = 1m;
        if (word[^1] is 'k' or 'm' && word.Length > 1)
        {
            factor = word[^1] == 'k' ? 1000m : 1_000_000m;
            word = word[..^1];
        }

        return decimal.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? (number * factor).ToString("0.####", CultureInfo.InvariantCulture) : null;
    }

    private static string? ValueOf(Facet facet, Clause clause, int start, int end, MessageTimes times)
    {
        var tokens = clause.Tokens;
        switch (facet.Sort)
        {
            case FacetSort.Count:
                // "Eighty-odd guests", "the list has 110 heads"; "guests: 80".
                for (var i = start - 1; i >= 0 && i >= start - 3; i--)
                {
                    if (NumberOf(tokens[i]) is { } count && !(i > 0 && tokens[i - 1].Lower is "by" or "with" or "against" or "among" or "between") && !(i > 0 && WordLists.Months.Contains(tokens[i - 1].Lower)))
                    {
                        return count;
                    }

                    if (WordLists.Prepositions.Contains(tokens[i].Lower) || !tokens[i].IsWord)
                    {
                        break;
                    }
                }

                // "Headcount is 19 now".
                return end + 1 < tokens.Length && (Verbs.IsBe(tokens[end].Lower) || tokens[end].Lower is ":" or "at") ? NumberOf(tokens[end + 1]) : null;
            case FacetSort.Place:
                // "Relocated the office to Dock Road" moves the office.
                return end < tokens.Length && tokens[end].Lower is "the" or "my" or "our" && facet.Words[^1].EndsWith("ed", StringComparison.Ordinal) ? null : PlaceAfter(tokens, end, times);
            case FacetSort.Name:
                // "First week at the hospice done": a place of work by its kind.
                return NameAfter(tokens, end) ?? (end + 1 < tokens.Length && tokens[end].Lower is "the" or "a" && AttributeReader.Workplaces.Contains(tokens[end + 1].Lower) ? tokens[end + 1].Lower : null);
            case FacetSort.Date:
                return times.Of(clause)?.ToString() ?? Array.Find(tokens, token => WordLists.Weekdays.Contains(token.Lower)).Lower;
        }

        string? found = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Fits(facet.Sort, tokens, i, times) is not { } value)
            {
                continue;
            }

            // "From 1,150 to 1,290": the last one behind a "to" counts; else the first behind the facet's words.
            if (i > 0 && tokens[i - 1].Lower is "to" or "now")
            {
                found = value;
            }
            else if (found is null || (i >= end && Array.FindIndex(tokens, end, token => token.Lower == "from") is var from && from == i - 1))
            {
                found ??= value;
            }
        }

        return found;
    }

    private static string? Fits(FacetSort sort, Token[] tokens, int i, MessageTimes times)
    {
        var next = i + 1 < tokens.Length ? tokens[i + 1].Lower : "";
        var unit = UnitOf(tokens[i].Lower);
        if (sort == FacetSort.Duration)
        {
            return tokens[i].Lower is "an" or "a" && TimeUnits.Contains(next) && (i == 0 || tokens[i - 1].Lower is not ("times" or "once" or "twice" or "days" or "hours")) && next is "hour" ? "1 hour"
                : NumberOf(tokens[i]) is { } length && TimeUnits.Contains(next) ? length + " " + next.TrimEnd('s')
                : tokens[i].Lower is "half" && i + 2 < tokens.Length && tokens[i + 2].Lower == "hour" ? "30 minute" : unit is "min" or "h" or "hr" or "d" ? tokens[i].Lower : null;
        }

        if (sort == FacetSort.Clock)
        {
            return tokens[i].Lower.Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(tokens[i].Text[0]) || unit is "am" or "pm" ? tokens[i].Lower
                : NumberOf(tokens[i]) is { Length: < 3 } hour && (next is "am" or "pm" or "o'clock" || (i > 0 && tokens[i - 1].Lower is "at" or "by" or "before" or "to" or "half" or "past" && !TimeUnits.Contains(next))) ? (i > 0 && tokens[i - 1].Lower is "half" or "past" ? "half " : "") + hour : null;
        }

        if (NumberOf(tokens[i]) is not { } number)
        {
            return sort == FacetSort.Weight && unit is "kg" or "lbs" or "lb" or "st" ? tokens[i].Lower : sort == FacetSort.Dose && unit is "mg" or "mcg" or "ml" ? tokens[i].Lower : sort == FacetSort.Number && char.IsAsciiDigit(tokens[i].Text[0]) && !DoseUnits.Contains(unit) ? tokens[i].Lower : null;
        }

        return sort switch
        {
            FacetSort.Weight => WeightUnits.Contains(next) ? number : null,
            FacetSort.Dose => DoseUnits.Contains(next) ? number : null,
            FacetSort.Money => TimeUnits.Contains(next) || OtherUnits.Contains(next) || IsDay(tokens, i) || tokens[i].Lower is "one" || !char.IsAsciiDigit(tokens[i].Lower.TrimStart('$', '€', '£', '~')[0]) || (number.Length == 4 && number.StartsWith("20", StringComparison.Ordinal) && times.Any(tokens[i].Start, tokens[i].End)) ? null : number,
            _ => IsDay(tokens, i) || tokens[i].Lower is "one" ? null : number,
        };
    }

    // "15 July", "July 15", "at 7".
    private static bool IsDay(Token[] tokens, int i) =>
        (i + 1 < tokens.Length && WordLists.Months.Contains(tokens[i + 1].Lower)) || (i > 0 && (WordLists.Months.Contains(tokens[i - 1].Lower) || (tokens[i - 1].Lower is "at" && tokens[i].Lower.Length < 3)));

    private static string UnitOf(string lower)
    {
        var at = 0;
        while (at < lower.Length && (char.IsAsciiDigit(lower[at]) || lower[at] is '.' or ','))
        {
            at++;
        }

        return at > 0 && at < lower.Length ? lower[at..] : "";
    }

    // "My first day at my new employer, Kestrel Logistics": the name, whatever is said of it before.
    private static string? NameAfter(Token[] tokens, int from)
    {
        const int LongestLead = 4;
        var start = Array.FindIndex(tokens, from, Math.Min(LongestLead + 1, tokens.Length - from), token => token.IsCapitalised && token.Text.Length > 1);
        if (start < 0 || WordLists.Weekdays.Contains(tokens[start].Lower) || WordLists.Months.Contains(tokens[start].Lower))
        {
            return null;
        }

        var end = start;
        while (end < tokens.Length && tokens[end].IsCapitalised)
        {
            end++;
        }

        return string.Join(' ', tokens[start..end].Select(token => token.Lower));
    }

    private static string? PlaceAfter(Token[] tokens, int from, MessageTimes times)
    {
        for (var i = from; i < tokens.Length - 1; i++)
        {
            if (!PlacePrepositions.Contains(tokens[i].Lower) || (!tokens[i + 1].IsCapitalised && !(tokens[i + 1].Lower == "the" && i + 2 < tokens.Length && tokens[i + 2].IsCapitalised)) || times.Any(tokens[i + 1].Start, tokens[i + 1].End) || WordLists.Months.Contains(tokens[i + 1].Lower) || WordLists.Weekdays.Contains(tokens[i + 1].Lower) || WordClasses.Technology(tokens[i + 1].Lower) is not null)
            {
                continue;
            }

            var end = i + 1;
            while (end < tokens.Length && (tokens[end].IsCapitalised || tokens[end].Lower == "the"))
            {
                end++;
            }

            return string.Join(' ', tokens[(i + 1)..end].Where(token => token.Lower != "the").Select(token => token.Lower));
        }

        return null;
    }
}
