using System.Globalization;
using System.Text.RegularExpressions;
using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Resolves a choice among the options of the message before: "I'll go with option 2" says nothing without the option.</summary>
internal static partial class ChoiceReader
{
    private const int LongestOption = 240;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    private static readonly string[] Cardinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>The number of the option that a sentence picks, from 1; -1 for the last one; 0 when it picks none.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="start">Where the words that pick begin.</param>
    /// <param name="length">How many words they are.</param>
    public static int NumberIn(ReadOnlySpan<Token> tokens, out int start, out int length)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            start = i;
            length = 2;
            var word = tokens[i].Lower;
            var next = i + 1 < tokens.Length ? tokens[i + 1].Lower : "";
            if (word is "option" or "number" or "choice" or "no." or "suggestion" or "#" or "plan" or "idea" && Parse(next) is var number && number > 0)
            {
                return number;
            }

            if (Array.IndexOf(Ordinals, word) is var ordinal && ordinal >= 0 && (next is "one" or "option" or "choice" or "suggestion" or "idea" || (i > 0 && tokens[i - 1].Lower == "the" && (next is "" or "," or "please" or "sounds" or "seems" or "looks" or "is" or "would" or "for"))))
            {
                length = next is "one" or "option" or "choice" or "suggestion" or "idea" ? 2 : 1;
                return ordinal + 1;
            }

            if (word is "last" or "latter" && i > 0 && tokens[i - 1].Lower == "the" && (next is "one" or "option" or "choice" or ""))
            {
                length = next.Length > 0 ? 2 : 1;
                return -1;
            }

            if (word == "former" && i > 0 && tokens[i - 1].Lower == "the")
            {
                length = 1;
                return 1;
            }

            // "#2", and an answer that is nothing but "2" or "B please".
            if (word.Length >= 2 && word[0] == '#' && Parse(word[1..]) is var hash && hash > 0)
            {
                length = 1;
                return hash;
            }

            if (tokens.Length - i <= 2 && IsAllOpeners(tokens[..i]) && (next is "" or "please" or "." or "!") && (tokens[i].Kind == TokenKind.Number || (word.Length == 1 && (tokens[i].IsCapitalised || (tokens.Length == 1 && word is not "a" and not "i")))) && Parse(word) is var bare && bare > 0)
            {
                length = 1;
                return bare;
            }
        }

        start = 0;
        length = 0;
        return 0;
    }

    private static bool IsAllOpeners(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.IsWord && !Discourse.IsOpener(token.Lower))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text of an option in a message that lists some; <see langword="null"/> when it lists none of that number.</summary>
    public static string? Option(EvidenceItem message, int number)
    {
        var options = Options(message.Content.Text);
        var index = number < 0 ? options.Count - 1 : number - 1;
        return index >= 0 && index < options.Count ? options[index] : null;
    }

    /// <summary>The options that a text lists: numbered or lettered lines, dashes, or "A or B?".</summary>
    public static IReadOnlyList<string> Options(string text)
    {
        var numbered = new List<string>();
        var dashed = new List<string>();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim().TrimStart('*').Trim();
            var mark = line.IndexOfAny(['.', ')', ':']);
            if (mark is > 0 and <= 9 && (line.StartsWith("a)", StringComparison.Ordinal) && numbered.Count == 0 ? 1 : Parse(line[..mark].Replace("Option ", "", StringComparison.OrdinalIgnoreCase).Trim('(', '*', ' '))) == numbered.Count + 1 && mark + 1 < line.Length)
            {
                numbered.Add(Clean(line[(mark + 1)..]));
            }
            else if (line.Length > 2 && (raw.TrimStart().StartsWith("- ", StringComparison.Ordinal) || raw.TrimStart().StartsWith("* ", StringComparison.Ordinal) || raw.TrimStart().StartsWith("• ", StringComparison.Ordinal)))
            {
                dashed.Add(Clean(line.TrimStart('-', '•', ' ')));
            }
        }

        if (numbered.Count < 2 && !AfterOption().IsMatch(text))
        {
            numbered = Inline(text);
        }

        if (numbered.Count < 2 && !AfterOption().IsMatch(text))
        {
            numbered = [.. LetteredOption().Split(text.Replace("**", "", StringComparison.Ordinal)).Skip(1).Select(Clean)];
        }

        return numbered.Count > 1 ? numbered : dashed.Count > 1 ? dashed : Enumerated(text);
    }

    // "Option A: painting, or Option B: pottery."
    [GeneratedRegex("(?:\\b[Oo]ption |\\()[A-Ha-h1-9][:.)]+ *")]
    private static partial Regex LetteredOption();

    // "You could go to Bruges, to the Moselle valley or to Copenhagen."
    private static List<string> Enumerated(string text)
    {
        foreach (var sentence in text.Split(['.', '?', '!', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            var or = sentence.LastIndexOf(" or ", StringComparison.Ordinal);
            if (or > 0)
            {
                List<string> parts = [.. sentence[..or].Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), sentence[(or + 4)..]];
                return [.. parts.Skip(parts.Count > 2 && Occasion().IsMatch(parts[0]) ? 1 : 0).Select(static part => Clean(Numbered().Replace(part, "")))];
            }
        }

        return [];
    }

    // A number in brackets with a comma behind it ends an option instead of opening it.
    [GeneratedRegex(@"\w \([1-9a-h]\)[,.;]")]
    private static partial Regex AfterOption();

    // "For a quick lunch, …" is no option.
    [GeneratedRegex(@"^(?:for|when|if|since|as|to|at|in|on|while|before|after|during|with)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Occasion();

    // "… on your own (1), read a book (2), or take a course (3)."
    [GeneratedRegex(@"\s*\([1-9a-h]\)")]
    private static partial Regex Numbered();

    // "We have 1) a walk, 2) a swim, or 3) a nap."
    private static List<string> Inline(string text)
    {
        var options = new List<string>();
        var at = 0;
        var previous = -1;
        while (at >= 0 && options.Count < 10)
        {
            var number = (options.Count + (previous < 0 ? 1 : 2)).ToString(CultureInfo.InvariantCulture);
            var next = FirstMark(text, number, at);
            if (previous >= 0)
            {
                var end = next < 0 ? text.Length : next;
                var option = text[previous..end];
                var stop = option.IndexOfAny(['?', '\n']);
                options.Add(Clean(stop < 0 ? option : option[..stop]));
            }

            if (next < 0)
            {
                break;
            }

            previous = text.IndexOfAny([')', '.', ':'], next) + 1;
            at = previous;
        }

        return options;
    }

    private static int FirstMark(string text, string number, int from)
    {
        for (var i = text.IndexOf(number, from, StringComparison.Ordinal); i >= 0; i = text.IndexOf(number, i + 1, StringComparison.Ordinal))
        {
            var after = i + number.Length;
            if (after + 1 < text.Length && text[after] is ')' or '.' or ':' && text[after + 1] == ' ' && (i == 0 || text[i - 1] is ' ' or '(' or '\n'))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Clean(string option)
    {
        var text = option.Replace("**", "", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal).Trim(' ', ',', ';', '(', '\r');
        foreach (var tail in (ReadOnlySpan<string>)[" or", " and", ", or", ", and"])
        {
            text = text.EndsWith(tail, StringComparison.Ordinal) ? text[..^tail.Length].Trim(' ', ',', ';') : text;
        }

        if (text.Length > LongestOption)
        {
            var cut = text.LastIndexOf(' ', LongestOption);
            text = text[..(cut > 0 ? cut : LongestOption)];
        }

        return text.TrimEnd('.', ',', ';', ' ');
    }

    private static int Parse(string word)
    {
        if (int.TryParse(word.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is > 0 and < 30 ? number : 0;
        }

        if (word.Length == 1 && char.ToLowerInvariant(word[0]) is var letter && letter is >= 'a' and <= 'h' && word != "a")
        {
            return letter - 'a' + 1;
        }

        if (word is "A")
        {
            return 1;
        }

        return Array.IndexOf(Cardinals, word) + 1;
    }
}
