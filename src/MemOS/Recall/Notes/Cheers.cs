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

    // A formula of politeness is short.
    private const int MostWordsOfCourtesy = 6;

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

        if (terms.Count <= MostWordsOfCourtesy && Courtesy().IsMatch(sentence))
        {
            return true;
        }

        return others <= MostOtherWords && Opening().IsMatch(sentence) && SpeechTraits.Of(sentence) is { OfSelf: false, HasNumber: false };
    }

    // Whole sentences that say the same whoever says them, with a name or an exclamation around.
    [GeneratedRegex(
        @"^\W*(?:(?:wow|hey|hi|oh|aw+|yeah|yes|well|so|and|but|thanks|cool|nice|great)\W+)*(?:(?-i:\p{Lu}\p{Ll}+)[,!]\s+)?(?:"
        + @"long\s+time\s+no\s+(?:see|talk|chat|speak)|(?:i(?:'ve|\s+have)?\s+)?missed\s+(?:you|ya|our\s+chats?)"
        + @"|(?:i\s+)?(?:really\s+|truly\s+)?appreciate\s+(?:it|that|this|you|ya)|(?:i\s+)?(?:really\s+)?appreciate\s+(?:the|your)\s+(?:kind\s+)?(?:words?|help|support|offer|encouragement|advice|kindness|compliment|suggestion|tips?)"
        + @"|(?:your|those|these)\s+(?:kind\s+|sweet\s+)?(?:words|help|support|encouragement|kindness|friendship|belief\s+in\s+me)\s+(?:really\s+)?(?:means?|meant)\s+(?:a\s+lot|so\s+much|the\s+world|everything)(?:\s+to\s+me)?"
        + @"|(?:it|that)\s+(?:really\s+)?means\s+(?:a\s+lot|so\s+much|the\s+world)(?:\s+to\s+me)?"
        + @"|cheers|anytime|agreed|of\s+course|sure\s+thing|no\s+(?:worries|problem|way|doubt|kidding)|for\s+sure|exactly|indeed|interesting|phew|yum+y?|mm+|oh\s+my|my\s+pleasure|same\s+here|likewise|got\s+it|fair\s+enough|(?:that\s+)?makes\s+sense|you\s+bet|ditto|i\s+(?:bet|see|agree|hear\s+you|feel\s+you|know\s+right)"
        + @"|you\s+(?:rock|rule|got\s+this|can\s+do\s+it|did\s+it|go|nailed\s+it|deserve\s+it|inspire\s+me)|(?:you've|you\s+have)\s+got\s+this|go\s+get\s+'?em|(?:keep|stay)\s+(?:it\s+up|going|at\s+it|safe|strong|positive|up\s+the\s+(?:good|great)\s+work)"
        + @"|(?:hope\s+you\s+)?have\s+(?:a\s+|an\s+|some\s+|so\s+much\s+|lots\s+of\s+)?(?:(?:great|good|nice|lovely|safe|wonderful|fantastic|amazing|awesome)\s+)?(?:day|night|evening|weekend|trip|flight|time|one|fun|week|blast)(?:\s+(?:there|too|then|ahead))?"
        + @"|enjoy\s+(?:it|yourself|yourselves|them|that|every\s+(?:moment|minute))|(?:see|catch|talk\s+to|chat\s+with|speak\s+to)\s+(?:you|ya|u)(?:\s+(?:later|soon|around|then|again))?|take\s+care|(?:i'll\s+)?keep\s+(?:you|ya|me)\s+posted"
        + @"|how(?:\s+are|\s+have|'ve|'re)?\s+(?:you|ya|u|things)(?:\s+(?:been|doing|going))?(?:\s+lately)?|how's\s+(?:it|everything|life)(?:\s+going)?|anything\s+new(?:\s+(?:with\s+you|happening|lately))?|what's\s+(?:up|new|happening|good)(?:\s+with\s+you)?"
        + @"|(?:(?:that|this|it|they|those)\s+)?(?:looks?|sounds?)\s+(?:so\s+|really\s+|like\s+)*(?:a\s+|an\s+)?(?:lot\s+of\s+|tons?\s+of\s+)?(?:fun|blast|plan|delish|delicious|yummy|tasty|mouthwatering|interesting|relaxing|cozy)"
        + @"|(?:i\s+)?can't\s+wait(?:\s+too|\s+either|\s+to\s+(?:hear|see|try)\s+(?:it|that|more|them|all\s+about\s+it))?|(?:i\s+)?hope\s+(?:you|it|that|this)\s+(?:enjoys?|likes?|helps?|works?)(?:\s+(?:it|out|them))?|glad\s+(?:it|that|i)\s+(?:could\s+)?(?:helped|help)(?:\s+(?:you|ya))?"
        + @"|so\s+much\s+has\s+happened|a\s+lot(?:'s|\s+has)\s+happened|what\s+can\s+i\s+say|just\s+wanted\s+to\s+say\s+hi|good\s+to\s+(?:see|hear\s+from)\s+you"
        + @")(?:[,!.\s]+(?:(?!\w+day\b|January|February|March|April|May|June|July|August|September|October|November|December)(?-i:\p{Lu}\p{Ll}+)|everyone|guys|man|buddy|friend|dude|all|again|too|though))?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Courtesy();

    [GeneratedRegex(
        @"^\W*(?:wow|hey|hi|hello|thanks|thank\s+you|yeah|yep|cool|awesome|amazing|great|nice|sounds|glad|take\s+care|bye|absolutely|totally|definitely|congrats|congratulations|that's|that\s+sounds|that\s+looks|so\s+glad|so\s+cool|well\s+done|way\s+to\s+go|good\s+(?:luck|job|for|to)|you're|you\s+are|haha|aww)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
