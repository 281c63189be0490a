using System.Buffers;
using System.Collections.Frozen;
using MemOS.Reading.Rules.English;

namespace MemOS.Recall.Packing;

/// <summary>
/// Whether a sentence speaks of a time that was or one that comes: "the concert is in June" means the next June, "the concert was" the
/// last one. The verb that stands nearest decides.
/// </summary>
/// <remarks>English; of other languages it knows nothing, and says so.</remarks>
internal static class Outlook
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",;:-–—");
    private static readonly FrozenSet<string> Ahead = Of("will 'll won't shall gonna upcoming coming soon tomorrow due deadline countdown counting");
    private static readonly FrozenSet<string> Eager = Of("excited thrilled pumped stoked psyched hyped prepared scheduled planned set ready nervous anxious eager expected booked invited signed engaged");
    private static readonly FrozenSet<string> Present = Of("is are am 's 're 'm isn't aren't has have starts begins opens ends leaves arrives gets goes comes falls takes");
    private static readonly FrozenSet<string> Habit = Of("usually always often normally typically generally every each never sometimes traditionally annually favorite favourite");
    private static readonly FrozenSet<string> Intending = Of("decided planned agreed promised wanted hoped hoping arranged signed meant");
    private static readonly FrozenSet<string> Perfect = Of("have has 've haven't hasn't");
    private static readonly FrozenSet<string> Preparing = Of("planning preparing saving training practicing practising packing rehearsing studying");
    private static readonly FrozenSet<string> Prepositions = Of("on in at by for from this next last the of since until");
    private static readonly FrozenSet<string> Subjects = Of("i we you he she they it");
    private static readonly FrozenSet<string> Plural = Of("i we you they who");

    /// <summary>The direction of a sentence's time.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Where the time stands in it.</param>
    /// <param name="length">How long the time is.</param>
    public static TimeDirection Of(string sentence, int at, int length)
    {
        var before = WordsOf(sentence.AsSpan(0, Math.Clamp(at, 0, sentence.Length)));
        var after = WordsOf(sentence.AsSpan(Math.Clamp(at + length, 0, sentence.Length)));
        if (before.Exists(Habit.Contains) || after.Exists(Habit.Contains))
        {
            return TimeDirection.Habit;
        }

        // "And on Friday we have another one": what opens a clause belongs to the verb behind it.
        var found = OpensClause(sentence.AsSpan(0, Math.Clamp(at, 0, sentence.Length)), before) ? After(after) : Before(before);
        if (found == TimeDirection.Unknown)
        {
            found = Before(before);
        }

        return found == TimeDirection.Unknown ? After(after) : found;
    }

    private static bool OpensClause(ReadOnlySpan<char> text, List<string> words)
    {
        var last = words.Count - 1;
        while (last >= 0 && Prepositions.Contains(words[last]))
        {
            last--;
        }

        if (last < 0 || words[last] is "and" or "but" or "so" or "because" or "then")
        {
            return true;
        }

        var at = text.LastIndexOf(words[last], StringComparison.OrdinalIgnoreCase) + words[last].Length;
        return at < text.Length && text[at..].ContainsAny(Breaks);
    }

    private static TimeDirection Before(List<string> words)
    {
        var isGerund = false;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var word = words[i];
            var previous = i > 0 ? words[i - 1] : "";
            if (Ahead.Contains(word) || (word == "forward" && previous == "looking") || (word == "wait" && previous is "can't" or "cannot") || (word == "to" && previous == "going"))
            {
                return TimeDirection.Ahead;
            }

            if (Eager.Contains(word))
            {
                // "I booked a flight for May" and "I'm booked for May" look ahead, "I booked it in May" does not.
                return PastBe(words, i) || (Subjects.Contains(previous) && words[^1] != "for") ? TimeDirection.Back : TimeDirection.Ahead;
            }

            if (Preparing.Contains(word) && words[^1] == "for")
            {
                return TimeDirection.Ahead;
            }

            if (word == "got" && Perfect.Contains(previous))
            {
                return TimeDirection.Ahead;
            }

            if (i > 0 && previous == "to" && (Verbs.IsBase(word) || word is "be" or "go"))
            {
                // What somebody means to do is still to come; what he got to do was done.
                if (i > 1 && Intending.Contains(words[i - 2]))
                {
                    return TimeDirection.Ahead;
                }

                continue;
            }

            if (Verbs.IsPast(word) && word is not "cut" and not "put" and not "let" and not "cost" and not "read" and not "set")
            {
                return TimeDirection.Back;
            }

            if (Verbs.IsGerund(word))
            {
                isGerund = true;
                continue;
            }

            if (word is "did" or "didn't")
            {
                return TimeDirection.Back;
            }

            if (Present.Contains(word) || (Plural.Contains(previous) && Verbs.IsBase(word) && (i < 2 || words[i - 2] != "did")) || (i == 0 && Verbs.IsBase(word)) || (previous.Length > 0 && Verbs.IsModal(word)))
            {
                return TimeDirection.Ahead;
            }
        }

        return isGerund && words.Count > 0 && Verbs.IsGerund(words[0]) ? TimeDirection.Ahead : TimeDirection.Unknown;
    }

    private static TimeDirection After(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Eager.Contains(words[i]))
            {
                return PastBe(words, i) ? TimeDirection.Back : TimeDirection.Ahead;
            }

            if (Verbs.IsPast(words[i]))
            {
                return TimeDirection.Back;
            }

            if (Perfect.Contains(words[i]) && i + 1 < words.Count && (Verbs.IsParticiple(words[i + 1]) || words[i + 1] is "just" or "already" or "not"))
            {
                return TimeDirection.Back;
            }

            if (Ahead.Contains(words[i]) || Present.Contains(words[i]) || Verbs.IsModal(words[i]))
            {
                return TimeDirection.Ahead;
            }
        }

        return TimeDirection.Unknown;
    }

    private static bool PastBe(List<string> words, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (words[i] is "was" or "were" or "wasn't" or "weren't" or "got" or "felt" or "had")
            {
                return true;
            }
        }

        return false;
    }

    // Lower case, with what a verb is shortened to as a word of its own: "I'm" gives "i" and "'m".
    private static List<string> WordsOf(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’'))
            {
                i++;
            }

            var word = text[start..i].ToString().ToLowerInvariant().Replace('’', '\'');
            var mark = word.EndsWith("n't", StringComparison.Ordinal) ? -1 : word.LastIndexOf('\'');
            if (mark > 0)
            {
                words.Add(word[..mark]);
                words.Add(word[mark..]);
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
