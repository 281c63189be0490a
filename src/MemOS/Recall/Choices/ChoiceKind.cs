using System.Collections.Frozen;
using MemOS.Recall.Lexicon;
using MemOS.Recall.Words;

namespace MemOS.Recall.Choices;

/// <summary>What kind of thing a choice is about, by the lexicon's domains of its words.</summary>
internal static class ChoiceKind
{
    private const string Anything = "things that involve";

    // How a feature is joined to what has it: "beauty products that contain" silicones.
    private static readonly FrozenDictionary<string, string> Phrases = new Dictionary<string, string>
    {
        ["food"] = "food that contains",
        ["restaurant"] = "restaurants and food with",
        ["cooking"] = "food that contains",
        ["drink"] = "drinks with",
        ["diet"] = "food and diets with",
        ["travel"] = "travel activities that involve",
        ["lodging"] = "hotels and places to stay with",
        ["transport"] = "ways to travel that involve",
        ["nature"] = "outdoor activities that involve",
        ["cars"] = "cars and vehicles with",
        ["pets"] = "pets and products for pets that involve",
        ["animals"] = "activities with animals that involve",
        ["fitness"] = "workouts and exercise that involve",
        ["sports"] = "sports and activities that involve",
        ["health"] = "treatments and products that involve",
        ["beauty"] = "beauty products that contain",
        ["hair"] = "beauty and hair products that contain",
        ["cleaning"] = "products that contain",
        ["fashion"] = "clothing and accessories with",
        ["shopping"] = "products and brands with",
        ["screen"] = "movies and shows that involve",
        ["music"] = "music with",
        ["books"] = "books and stories that involve",
        ["games"] = "games that involve",
        ["hobbies"] = "activities that involve",
        ["arts"] = "activities and events that involve",
        ["social"] = "activities and events that involve",
        ["events"] = "activities and events that involve",
        ["learning"] = "learning methods that involve",
        ["languages"] = "learning methods that involve",
        ["computers"] = "devices and technology that involve",
        ["work"] = "work environments that involve",
        ["home"] = "things for the home with",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How strongly texts belong to each domain of the lexicon.</summary>
    public static ReadOnlyMemory<float> DomainsOf(string texts) => TextProfile.Of(WordLexicon.Default, [.. WordAnalyzer.Terms(texts).Distinct(StringComparer.Ordinal)]).Domains;

    /// <summary>How a feature is joined to the kind of thing that has it ("movies and shows that involve").</summary>
    /// <param name="domains">How strongly the choice belongs to each domain.</param>
    public static string Of(ReadOnlySpan<float> domains)
    {
        var names = WordLexicon.Default.DomainNames;
        var (phrase, most) = (Anything, 0f);
        for (var i = 0; i < names.Count; i++)
        {
            if (domains[i] > most && Phrases.TryGetValue(names[i], out var found))
            {
                (phrase, most) = (found, domains[i]);
            }
        }

        return phrase;
    }
}
