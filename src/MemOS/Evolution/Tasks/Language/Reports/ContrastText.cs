namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>A text that reports are held against, or a report itself: what it names is found when it is asked for, and once.</summary>
/// <remarks>Work goes on over many turns, and each new remark is held against all of them: each text is taken apart once, not once a remark.</remarks>
internal sealed class ContrastText(string text)
{
    private static readonly char[] Blanks = [' ', '\n', ',', '.', ';', '"', '\''];

    private readonly Dictionary<Contrasts.Contrast, ulong> places = [];

    /// <summary>The text as it was said.</summary>
    public string Said => text;

    // "3am" and "15th" are a number and what it counts.
    private string Spaced => field ??= Contrasts.DigitAndLetter().Replace(text, "$1 $2");

    /// <summary>The numbers, with what they count.</summary>
    public IReadOnlyList<Contrasts.Amount> Numbers => field ??= Contrasts.NumbersOf(Spaced);

    /// <summary>Names that end in a number, such as "PK-81".</summary>
    public IReadOnlyList<string> Identifiers => field ??= [.. Contrasts.Identifier().Matches(Spaced).Select(match => match.Value)];

    /// <summary>The words that hold such a name.</summary>
    public IReadOnlyList<string> WordsWithIdentifiers => field ??= [.. Spaced.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Where(word => Contrasts.Identifier().IsMatch(word))];

    /// <summary>Whether the text holds a name, in whatever case.</summary>
    public bool Names(string name) => Spaced.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Which words of a line of contrasts it names, a bit for each.</summary>
    public ulong PlacesIn(Contrasts.Contrast line)
    {
        if (!places.TryGetValue(line, out var found))
        {
            places[line] = found = line.In(Spaced);
        }

        return found;
    }
}
