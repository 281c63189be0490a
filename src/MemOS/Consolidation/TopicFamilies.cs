using System.Collections.Frozen;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>Topics that belong to a wider one: who eats no meat eats no steak.</summary>
internal static class TopicFamilies
{
    // Wider topic: its members.
    private const string Table = """
        meat: steak beef pork chicken bacon ham lamb turkey sausage sausages burger burgers ribs brisket wings veal duck hamburgers hamburger salami pepperoni barbecue bbq
        seafood: fish shrimp salmon tuna sushi crab lobster oysters prawns shellfish
        dairy: milk cheese yogurt butter cream
        alcohol: wine beer whisky whiskey cocktails vodka gin rum champagne cider
        sugar: candy sweets chocolate dessert desserts
        caffeine: coffee espresso espressos tea
        gluten: bread pasta wheat pizza
        pet: dog dogs cat cats puppy kitten rabbit hamster parrot horse goldfish turtle bird
        kid: son daughter baby child children
        sibling: brother brothers sister sisters
        car: tesla volvo toyota honda bmw audi ford mazda subaru
        肉: 牛排 牛肉 猪肉 鸡肉 羊肉 烤肉 红烧肉 火锅
        酒: 红酒 啤酒 白酒 葡萄酒
        """;

    private static readonly FrozenDictionary<string, string[]> Members = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": "))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1].Split(' '), StringComparer.Ordinal);

    // What a diet leaves out.
    private static readonly FrozenDictionary<string, string[]> Diets = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["vegetarian"] = ["meat"],
        ["pescatarian"] = ["meat"],
        ["vegan"] = ["meat", "dairy", "seafood"],
        ["plant-based"] = ["meat", "dairy", "seafood"],
        ["no meat"] = ["meat"],
        ["dairy-free"] = ["dairy"],
        ["gluten-free"] = ["gluten"],
        ["素食"] = ["肉"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Families = Members
        .SelectMany(pair => pair.Value.SelectMany(member => WordAnalyzer.Terms(member)).Select(stem => (Stem: stem, Family: WordAnalyzer.Terms(pair.Key) is [var one] ? one : pair.Key)))
        .DistinctBy(pair => pair.Stem)
        .ToFrozenDictionary(pair => pair.Stem, pair => pair.Family, StringComparer.Ordinal);

    /// <summary>The stem of the wider topic that a stem belongs to; <see langword="null"/> when it belongs to none.</summary>
    public static string? FamilyOf(string stem) => Families.TryGetValue(stem, out var family) ? family : null;

    /// <summary>The members of a topic; none for a topic that is no family.</summary>
    public static IReadOnlyList<string> MembersOf(string topic) => Members.TryGetValue(topic, out var members) ? members : [];

    /// <summary>The topics that a diet rules out.</summary>
    public static IReadOnlyList<string> RuledOutBy(string diet) => Diets.TryGetValue(diet, out var topics) ? topics : [];

    /// <summary>Whether a statement about <paramref name="wide"/> also speaks of <paramref name="narrow"/>.</summary>
    public static bool Covers(string wide, string narrow)
    {
        if (wide == narrow)
        {
            return true;
        }

        foreach (var member in MembersOf(wide))
        {
            if (Holds(narrow, member))
            {
                return true;
            }
        }

        return Holds(narrow, wide);
    }

    // The word stands in the topic as a whole word, or, in Chinese, anywhere.
    private static bool Holds(string topic, string word)
    {
        var at = topic.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && (word[0] > '\u2E80' || ((at == 0 || topic[at - 1] == ' ') && (at + word.Length == topic.Length || topic[at + word.Length] == ' ')));
    }
}
