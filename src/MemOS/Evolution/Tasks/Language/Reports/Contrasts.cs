using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>Holds a report against what was asked for: another day, colour, direction or number than the one asked for is a complaint.</summary>
internal static partial class Contrasts
{
    // In a line each word excludes the others; forms of one thing are joined by "=".
    private static readonly Contrast[] Lines = [.. """
        monday=mon|tuesday=tue=tues|wednesday=wed|thursday=thu=thurs|friday=fri|saturday=sat|sunday=sun
        周一=星期一=礼拜一|周二=星期二=礼拜二|周三=星期三=礼拜三|周四=星期四=礼拜四|周五=星期五=礼拜五|周六=星期六=礼拜六|周日=周天=星期日=星期天=礼拜天
        january=jan|february=feb|march=mar|april=apr|may|june=jun|july=jul|august=aug|september=sep=sept|october=oct|november=nov|december=dec
        一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        am|pm
        morning|afternoon|evening|night|midnight|noon
        上午=早上|下午|晚上|凌晨|中午
        q1|q2|q3|q4
        small=size s|medium=size m|large=size l|xl=size xl|xxl
        red|green|blue|yellow|white|black|orange|purple|pink|brown|grey=gray
        红色|绿色|蓝色|黄色|白色|黑色|橙色|紫色|粉色|棕色|灰色
        left|right
        north|south|east|west
        open=opened=opens|closed=shut=close=closes
        turn(?:ed)?(?: \w+){0,3} on=switch(?:ed)?(?: \w+){0,3} on=power(?:ed)?(?: \w+){0,3} on=is on(?! \w)=are on(?! \w)=was on(?! \w)=were on(?! \w)=went on(?! \w)=stays on(?! \w)=stayed on(?! \w)=still on(?! \w)=came on(?! \w)=lit|turn(?:ed)?(?: \w+){0,3} off=switch(?:ed)?(?: \w+){0,3} off=power(?:ed)?(?: \w+){0,3} off=is off(?! \w)=are off(?! \w)=was off(?! \w)=were off(?! \w)=went off(?! \w)=stays off(?! \w)=stayed off(?! \w)=still off(?! \w)=came off(?! \w)
        打开=开了=开着|关了=关着=关上=关闭
        locked=lock=locks|unlocked=unlock=unlocks
        public|private
        enabled=enable=active=activated|disabled=disable=inactive=deactivated
        visible|hidden
        paused|resumed|running
        bedroom|kitchen|bathroom|hallway|garage|basement|attic|balcony|cellar|living room=lounge
        卧室|厨房|浴室=卫生间|客厅|车库|书房|阳台
        english|german|french|spanish|italian|polish|czech|dutch|portuguese|russian|chinese|japanese|korean|turkish|swedish|danish|norwegian|finnish|greek|arabic|hindi
        英文=英语|德文=德语|法文=法语|日文=日语|中文|韩文=韩语|俄文=俄语|西班牙语
        euro=euros=eur|dollar=dollars=usd|pound=pounds=gbp|yen=jpy|franc=francs=chf
        staging|production=prod
        window|aisle
        vegetarian|vegan
        single|double|twin
        portrait|landscape
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new Contrast(line))];

    private static readonly HashSet<string> NotNouns = [.. "say read show display set still only order get receiv".Split(' ')];

    private static readonly Dictionary<string, int> NumberWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["twenty"] = 20,
        ["一"] = 1, ["两"] = 2, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9, ["十"] = 10,
    };

    /// <summary>How a report stands to what was asked: it names the same, another of the same kind, or neither.</summary>
    /// <returns>Above zero for the same, below for another, else zero.</returns>
    public static int Compare(ContrastText report, IReadOnlyList<ContrastText> asked)
    {
        var same = 0;
        foreach (var line in Lines)
        {
            var said = report.PlacesIn(line);
            if (said == 0)
            {
                continue;
            }

            var wanted = asked.Aggregate(0UL, (places, text) => places | text.PlacesIn(line));
            if ((said & wanted) != 0)
            {
                same = 1;
            }
            else if (wanted != 0)
            {
                return -1;
            }
        }

        foreach (var name in report.Identifiers)
        {
            var kind = name[..(name.LastIndexOf('-') + 1)];
            if (!asked.Any(text => text.Names(name)) && asked.Any(text => text.WordsWithIdentifiers.Any(word => word.StartsWith(kind, StringComparison.Ordinal))))
            {
                return -1;
            }
        }

        var numbers = CompareNumbers(report, asked);
        return numbers != 0 ? numbers : same;
    }

    private static int CompareNumbers(ContrastText report, IReadOnlyList<ContrastText> asked)
    {
        var same = 0;
        foreach (var said in report.Numbers)
        {
            if (asked.Any(text => text.Numbers.Any(number => number.Value == said.Value)))
            {
                same = 1;
            }
            else if (said.Value != "1" && asked.Any(text => text.Numbers.Any(said.IsAnotherThan)))
            {
                return -1;
            }
        }

        return same;
    }

    /// <summary>The numbers of a text, with the word before each and what it counts.</summary>
    internal static IReadOnlyList<Amount> NumbersOf(string text) => [.. Number().Matches(text).Select(match => new Amount(
        NumberWords.TryGetValue(match.Groups["n"].Value, out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : match.Groups["n"].Value,
        Noun(match.Groups["p"].Value), Noun(match.Groups["u"].Value), Reading().IsMatch(match.Groups["p"].Value)))];

    private static string Noun(string word) =>
        word.Length == 0 || word[0] is >= '\u2E80' or '%' ? word : UtteranceReader.Topics(word).FirstOrDefault(topic => !NotNouns.Contains(topic)) ?? "";

    // A number, the word before it, and what it counts.
    [GeneratedRegex(@"(?:(?<p>\b[A-Za-z]+)\s+#?)?(?<![A-Za-z\d.:-])(?<n>\d+(?:[.:]\d+)*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)(?![\p{L}])|[\u4E00两二三四五六七八九十](?=[个份点张件位人台次盒箱]))(?:\s(?:st|nd|rd|th)\b)?(?:\s*(?<u>%|[A-Za-z]+|[个份点张件位人台次盒箱度]))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:says?|said|reads?|shows?|showing|displays?|is|are|was|at|to|for|on|set|still|the|only)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reading();

    [GeneratedRegex(@"(\d)([A-Za-z])", RegexOptions.CultureInvariant)]
    internal static partial Regex DigitAndLetter();

    // "BIO-2", "PK-81", "HELP-312": one more of the same kind is another one.
    [GeneratedRegex(@"(?<![\w-])([A-Za-z]{2,}-)\d+(?![\w-])", RegexOptions.CultureInvariant)]
    internal static partial Regex Identifier();

    /// <summary>A number with what it counts.</summary>
    internal sealed record Amount(string Value, string Label, string Unit, bool IsReading)
    {
        private bool IsBare => Unit.Length == 0 && Label.Length == 0;

        // Of another number of the same things, of the same thing with another number, or of a bare number that is read off.
        public bool IsAnotherThan(Amount wanted) =>
            (Unit.Length > 0 && Unit == wanted.Unit) || (Label.Length > 0 && Label == wanted.Label) ||
            (IsReading && (IsBare || wanted.IsBare) && Value.Length <= 5 && wanted.Value.Length <= 5 && Value.Contains('.') == wanted.Value.Contains('.'));
    }

    /// <summary>Words of which each excludes the others.</summary>
    internal sealed class Contrast
    {
        private readonly List<(Regex Pattern, int Place)> members = [];

        public Contrast(string line)
        {
            foreach (var (forms, place) in line.Split('|').Select((forms, place) => (forms.Split('='), place)))
            {
                var isSpaced = forms[0][0] < '\u2E80';
                members.Add((PhraseTable.Any(isSpaced ? PhraseTable.Words(forms) : PhraseTable.Unspaced(forms)), place));
            }
        }

        /// <summary>Which of the words a text names, a bit for each.</summary>
        public ulong In(string text) => members.Where(member => member.Pattern.IsMatch(text)).Aggregate(0UL, (places, member) => places | (1UL << member.Place));
    }
}
