using System.Text.RegularExpressions;
using MemOS.Reading;
using MemOS.Reading.Rules.English;

namespace MemOS.Consolidation;

/// <summary>What somebody took, or turned down, on one occasion: "ordered an oat-milk cappuccino", "skipped dessert", "又点了燕麦拿铁".</summary>
/// <param name="Topic">What it was, in plain words.</param>
/// <param name="Polarity">Whether it was taken or turned down.</param>
/// <param name="IsChinese">The language it is told in.</param>
/// <param name="IsRepeated">Whether the words say that it was not the first time.</param>
internal sealed partial record Behaviour(string Topic, Polarity Polarity, bool IsChinese, bool IsRepeated)
{
    private const int LongestTopic = 4;

    // Between a name and its verb; with "never" or "almost" nothing was done.
    private static readonly IReadOnlySet<string> Between = WordLists.Of("has have just also again then simply finally once yet only of course");

    // Where what was taken ends.
    private static readonly IReadOnlySet<string> Ends = WordLists.Of(
        "again as like instead and or but because since so when while after before for from with without on at in to by this last today yesterday tonight tomorrow once twice too there here over than that which who where every each during until of course yet");

    // Many things are had, got and taken without a choice; these are chosen.
    private static readonly IReadOnlySet<string> Choosable = WordLists.Of(
        "seat seats table room cabin berth stairs escalator lift elevator train bus tram metro subway ferry bike bicycle taxi cab route option coffee espresso cappuccino latte cortado macchiato americano mocha tea chai matcha juice water wine beer cider cocktail smoothie milkshake cola " +
        "breakfast brunch dessert salad soup sandwich burger pizza pasta ramen noodles pho sushi curry tacos taco burrito falafel kebab steak fish chicken tofu rice bowl omelette pancakes waffles croissant bagel muffin cake pie brownie porridge oatmeal granola yoghurt yogurt ice-cream");

    /// <summary>What a statement tells was taken or turned down; <see langword="null"/> when it tells no such thing of its subject.</summary>
    public static Behaviour? Of(RecordContent content)
    {
        if (content.Origin is not (RecordOrigin.User or RecordOrigin.Manual) || !(content.Kind == MemoryKind.Event || ImpliedPreference.Is(content)))
        {
            return null;
        }

        return OfChinese(content) ?? OfEnglish(content);
    }

    private static Behaviour? OfEnglish(RecordContent content)
    {
        var match = Deed().Match(content.Text);
        if (!match.Success || !IsDoneBy(content.Text[..match.Index], ImpliedPreference.NameOf(content.Subject, false)))
        {
            return null;
        }

        var words = match.Groups["topic"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => !Ends.Contains(word)).ToArray();
        return words.Length is 0 or > LongestTopic || Array.Exists(words, static word => WordLists.Empty.Contains(word)) || (match.Groups["had"].Success && !Choosable.Contains(words[^1]))
            ? null
            : new(string.Join(' ', words).Replace('-', ' '), match.Groups["refused"].Success ? Polarity.Negative : Polarity.Positive, false, Anew().IsMatch(content.Text));
    }

    private static Behaviour? OfChinese(RecordContent content)
    {
        var match = ChineseDeed().Match(content.Text);
        return !match.Success || !content.Text.StartsWith(ImpliedPreference.NameOf(content.Subject, true), StringComparison.Ordinal)
            ? null
            : new(match.Groups["topic"].Value, match.Groups["refused"].Success ? Polarity.Negative : Polarity.Positive, true, Anew().IsMatch(content.Text));
    }

    private static bool IsDoneBy(string before, string name)
    {
        var at = before.LastIndexOf(name, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || before[at - 1] == ' ') && before[(at + name.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Between.Contains);
    }

    [GeneratedRegex(@"\b(?:ordered|chose|picked|selected|opted\s+for|went\s+for|went\s+with|booked|reserved|drank|ate|(?<had>took|grabbed|got|had|bought)|(?<refused>skipped|declined|refused|turned\s+down|passed\s+on|said\s+no\s+to))\s+(?:(?:the|an?|another|my|some|any|more|\S+'s|usual|same)\s+)*(?<topic>[\p{L}][\p{L}\p{N}'-]*(?:\s[\p{L}][\p{L}\p{N}'-]*){0,12})", RegexOptions.CultureInvariant)]
    private static partial Regex Deed();

    [GeneratedRegex(@"(?:(?:点|选择|选|订|喝|吃|坐)了|(?<refused>拒绝了?|谢绝了?|没点|没要|跳过了?))(?:[一两]?[杯份碗瓶盘块张个])?(?<topic>[\u4E00-\u9FFF]{2,8})", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseDeed();

    [GeneratedRegex(@"\b(?:again|once more|yet another|another|every time|as (?:usual|always|ever)|like always|same|usual)\b|又|再次|照例|照旧|老样子", RegexOptions.CultureInvariant)]
    private static partial Regex Anew();
}
