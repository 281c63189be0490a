using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MemOS.Recall.Ranking;
using MemOS.Recall.Words;

namespace MemOS.Recall.Notes;

/// <summary>Tells greetings, thanks and cheers from sentences that say something.</summary>
/// <remarks>The words are English: a sentence of another language is never taken for a cheer unless it holds no term.</remarks>
internal static partial class Cheers
{
    // Beside the words of praise a cheer names whom or what it cheers: "Thanks, Ada!", "Wow, that view looks great!"
    private const int MostOtherWords = 2;

    private static readonly FrozenSet<string> Praise = WordAnalyzer.Terms(
        "wow yeah yep yes yup no nope ok okay sure thanks thank you hey hi hello cool awesome great nice good glad sounds look looks looking amazing fantastic wonderful lovely beautiful " +
        "incredible inspiring impressive congrats congratulations bye goodbye take care absolutely totally definitely agree agreed right exactly true indeed sorry hear happy proud hope fun " +
        "luck keep way go going excited exciting best well done super really pretty much lot always welcome problem haha lol aww dude man guys mate buddy friend cute gorgeous stunning perfect " +
        "excellent brilliant sweet yay woohoo talk see soon later next time think thing feel know let make job work stuff")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a sentence greets, thanks or cheers and says no more.</summary>
    public static bool Is(string sentence, IReadOnlyList<string> terms)
    {
        var others = 0;
        foreach (var term in terms)
        {
            others += Praise.Contains(term) ? 0 : 1;
        }

        if (others == 0)
        {
            return true;
        }

        return others <= MostOtherWords && Opening().IsMatch(sentence) && SpeechTraits.Of(sentence) is { OfSelf: false, HasNumber: false };
    }

    [GeneratedRegex(
        @"^\W*(?:wow|hey|hi|hello|thanks|thank\s+you|yeah|yep|cool|awesome|amazing|great|nice|sounds|glad|take\s+care|bye|absolutely|totally|definitely|congrats|congratulations|that's|that\s+sounds|that\s+looks|so\s+glad|so\s+cool|well\s+done|way\s+to\s+go|good\s+(?:luck|job|for|to)|you're|you\s+are|haha|aww)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
