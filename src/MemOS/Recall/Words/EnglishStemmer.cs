namespace MemOS.Recall.Words;

/// <summary>The Porter2 stemmer for English, by the published description at snowballstem.org/algorithms/english.</summary>
internal static class EnglishStemmer
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie", ["idly"] = "idl",
        ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl",
        ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe", ["atlas"] = "atlas", ["cosmos"] = "cosmos",
        ["bias"] = "bias", ["andes"] = "andes",
    };

    private static readonly HashSet<string> AfterPlural = new(StringComparer.Ordinal)
    {
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ExceptionSpans = Exceptions.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterPluralSpans = AfterPlural.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"),
        ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"),
        ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"),
        ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    /// <summary>The stem of a lower-case word; a word that is not made of a to z alone is returned as it is.</summary>
    public static string Stem(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word.ToString();
        }

        if (ExceptionSpans.TryGetValue(word, out var exception))
        {
            return exception;
        }

        Span<char> letters = stackalloc char[word.Length + 2];
        word.CopyTo(letters);
        var length = word.Length;
        MarkConsonantY(letters[..length]);
        var r1 = Region(letters[..length], First(word));
        var r2 = Region(letters[..length], r1);

        length = RemovePlural(letters, length);
        if (AfterPluralSpans.Contains(letters[..length]))
        {
            return letters[..length].ToString();
        }

        length = RemovePastAndGerund(letters, length, r1);
        if (length > 2 && letters[length - 1] is 'y' or 'Y' && !IsVowel(letters[length - 2]))
        {
            letters[length - 1] = 'i';
        }

        length = ReplaceStep2(letters, length, r1);
        length = ReplaceStep3(letters, length, r1, r2);
        length = RemoveStep4(letters, length, r2);
        length = RemoveFinal(letters, length, r1, r2);
        letters[..length].Replace('Y', 'y');
        return letters[..length].ToString();
    }

    private static int First(ReadOnlySpan<char> word) =>
        word.StartsWith("gener") || word.StartsWith("arsen") ? -5 :
        word.StartsWith("commun") ? -6 : 0;

    private static void MarkConsonantY(Span<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'y' && (i == 0 || IsVowel(word[i - 1])))
            {
                word[i] = 'Y';
            }
        }
    }

    // The part after the first consonant that follows a vowel; a negative start names a fixed prefix.
    private static int Region(ReadOnlySpan<char> word, int start)
    {
        if (start < 0)
        {
            return -start;
        }

        for (var i = start + 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    private static int RemovePlural(Span<char> word, int length)
    {
        if (Ends(word, length, "sses"))
        {
            return length - 2;
        }

        if (Ends(word, length, "ied") || Ends(word, length, "ies"))
        {
            return length > 4 ? length - 2 : length - 1;
        }

        if (Ends(word, length, "us") || Ends(word, length, "ss") || !Ends(word, length, "s"))
        {
            return length;
        }

        return HasVowel(word[..Math.Max(0, length - 2)]) ? length - 1 : length;
    }

    private static int RemovePastAndGerund(Span<char> word, int length, int r1)
    {
        if (Ends(word, length, "eedly") || Ends(word, length, "eed"))
        {
            var cut = Ends(word, length, "eedly") ? 3 : 1;
            var suffix = cut + 2;
            return length - suffix >= r1 ? length - cut : length;
        }

        foreach (var suffix in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (!Ends(word, length, suffix))
            {
                continue;
            }

            var stem = length - suffix.Length;
            if (!HasVowel(word[..stem]))
            {
                return length;
            }

            if (Ends(word, stem, "at") || Ends(word, stem, "bl") || Ends(word, stem, "iz"))
            {
                word[stem] = 'e';
                return stem + 1;
            }

            if (stem >= 2 && word[stem - 1] == word[stem - 2] && word[stem - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't'
                && word[stem - 1] == word[stem - 2])
            {
                return stem - 1;
            }

            if (stem <= r1 && EndsShort(word[..stem]))
            {
                word[stem] = 'e';
                return stem + 1;
            }

            return stem;
        }

        return length;
    }

    private static int ReplaceStep2(Span<char> word, int length, int r1)
    {
        foreach (var (suffix, replacement) in Step2)
        {
            if (!Ends(word, length, suffix))
            {
                continue;
            }

            var stem = length - suffix.Length;
            var applies = stem >= r1 && suffix switch
            {
                "ogi" => stem > 0 && word[stem - 1] == 'l',
                "li" => stem > 0 && word[stem - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                _ => true,
            };
            return applies && stem >= r1 ? Put(word, stem, replacement) : length;
        }

        return length;
    }

    private static int ReplaceStep3(Span<char> word, int length, int r1, int r2)
    {
        foreach (var (suffix, replacement) in Step3)
        {
            if (!Ends(word, length, suffix))
            {
                continue;
            }

            var stem = length - suffix.Length;
            return stem >= (suffix == "ative" ? r2 : r1) ? Put(word, stem, replacement) : length;
        }

        return length;
    }

    private static int RemoveStep4(Span<char> word, int length, int r2)
    {
        foreach (var suffix in Step4)
        {
            if (!Ends(word, length, suffix))
            {
                continue;
            }

            var stem = length - suffix.Length;
            var applies = suffix != "ion" || (stem > 0 && (word[stem - 1] == 's' || word[stem - 1] == 't'));
            return stem >= r2 && applies ? stem : length;
        }

        return length;
    }

    private static int RemoveFinal(Span<char> word, int length, int r1, int r2)
    {
        if (word[length - 1] == 'e')
        {
            var stem = length - 1;
            return stem >= r2 || (stem >= r1 && !EndsShort(word[..stem])) ? stem : length;
        }

        return word[length - 1] == 'l' && length - 1 >= r2 && length > 1 && word[length - 2] == 'l' ? length - 1 : length;
    }

    private static int Put(Span<char> word, int stem, string replacement)
    {
        replacement.CopyTo(word[stem..]);
        return stem + replacement.Length;
    }

    private static bool Ends(ReadOnlySpan<char> word, int length, string suffix) =>
        length >= suffix.Length && word[length - 1] == suffix[^1] && word.Slice(length - suffix.Length, suffix.Length).SequenceEqual(suffix);

    private static bool EndsShort(ReadOnlySpan<char> word) => word.Length switch
    {
        0 or 1 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y') && IsVowel(word[^2]) && !IsVowel(word[^3]),
    };

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (IsVowel(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
