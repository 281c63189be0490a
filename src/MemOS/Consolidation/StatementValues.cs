using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MemOS.Reading.Rules.English;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>A statement taken apart: what it is about, and the values that it gives, by their sorts.</summary>
internal sealed partial class StatementValues
{
    // Too many things are told with these for one of them to be the thing that both tell of.
    private static readonly FrozenSet<string> Vague = WordAnalyzer.Terms(
        "work thing things people friend friends good great lot way home life love like feel help family best new start started really money place week need know talk look big small long first last next kid kids fun part share photo group another different amazing awesome hope excited happy glad day year month time today people nice idea").ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> topic;
    private readonly HashSet<string> names;
    private readonly HashSet<string> days;
    private readonly HashSet<string> clocks;
    private readonly HashSet<string> colours;
    private readonly List<(string Number, string Unit)> numbers;

    private StatementValues(HashSet<string> topic, HashSet<string> names, HashSet<string> days, HashSet<string> clocks, HashSet<string> colours, List<(string Number, string Unit)> numbers)
    {
        this.topic = topic;
        this.names = names;
        this.days = days;
        this.clocks = clocks;
        this.colours = colours;
        this.numbers = numbers;
    }

    public static StatementValues Of(string text, string subject, IReadOnlyList<string> entities, IEnumerable<string> core)
    {
        var names = entities.SelectMany(entity => WordAnalyzer.Terms(entity)).ToHashSet(StringComparer.Ordinal);
        var topic = core.ToHashSet(StringComparer.Ordinal);
        var mark = subject.IndexOf("'s ", StringComparison.Ordinal);
        if (mark > 0)
        {
            topic.UnionWith(WordAnalyzer.Terms(subject[(mark + 3)..]).Select(StatementWords.Canonical));
        }

        topic.ExceptWith(names);
        topic.ExceptWith(StatementWords.Changing);
        topic.ExceptWith(Vague);
        topic.RemoveWhere(stem => char.IsAsciiDigit(stem[0]) || WordLists.NumberWords.Contains(stem) || stem[0] > '\u2E80');
        var days = Day().Matches(text).Select(match => match.Value.ToLowerInvariant().TrimEnd('s')).ToHashSet(StringComparer.Ordinal);
        var clocks = Clock().Matches(text).Select(match => match.Value.ToLowerInvariant().Split(' ')[^1]).ToHashSet(StringComparer.Ordinal);
        var numbers = Number().Matches(Clock().Replace(Day().Replace(text, " "), " ")).Select(match => (match.Groups["number"].Value.ToLowerInvariant(), match.Groups["unit"].Value.ToLowerInvariant().TrimEnd('s'))).ToList();
        var colours = text.ToLowerInvariant().Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Where(WordLists.Colours.Contains).ToHashSet(StringComparer.Ordinal);
        topic.ExceptWith(colours);
        return new(topic, names, days, clocks, colours, numbers);
    }

    /// <summary>Whether both are about one thing and give it different values of one sort.</summary>
    public bool Differ(StatementValues other)
    {
        var shared = topic.Count(stem => other.topic.Contains(stem) || other.names.Contains(stem)) + names.Count(other.topic.Contains);
        if (shared == 0 || shared * 3 < Math.Min(topic.Count, other.topic.Count))
        {
            return false;
        }

        return Apart(days, other.days) || Apart(clocks, other.clocks) || Apart(colours, other.colours) || (days.Count == 0 && other.days.Count == 0 && (NumbersApart(other) || (numbers.Count == 0 && other.numbers.Count == 0 && Apart(names, other.names))));
    }

    private static bool Apart(HashSet<string> left, HashSet<string> right) => left.Count > 0 && right.Count > 0 && !left.Overlaps(right);

    // "Fifty minutes" and "25 minutes", or "six people" and a bare "four", never "two days" and "40 mg".
    private bool NumbersApart(StatementValues other) =>
        numbers.Count > 0 && other.numbers.Count > 0 && !numbers.Exists(mine => other.numbers.Exists(theirs => mine.Number == theirs.Number)) &&
        (numbers[0].Unit == other.numbers[0].Unit || !IsUnit(numbers[0].Unit) || !IsUnit(other.numbers[0].Unit)) && !(IsUnit(numbers[0].Unit) ^ IsUnit(other.numbers[0].Unit) && IsTimeUnit(numbers[0].Unit + other.numbers[0].Unit));

    private static bool IsUnit(string word) => word.Length > 0 && Units.Contains(word);

    private static bool IsTimeUnit(string word) => word is "minute" or "min" or "hour" or "day" or "week" or "month" or "year";

    private static readonly FrozenSet<string> Units = WordLists.Of("minute min hour day week month year mg mcg ml kg kilo lb pound stone km mile euro dollar percent % people time page word cm litre liter degree");

    [GeneratedRegex(@"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2}(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?(?:am|pm)\b|\b(?:at|to|by|until)\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)(?=\s*(?:[.,;]|$|now\b|instead\b|since\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\w.])[$€£]?(?<number>\d[\d.,]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?![\w])\s*(?<unit>[a-z%]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
