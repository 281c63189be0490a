using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Reads what a request tells of its speaker's plans: "book me Lyon to Strasbourg on the 12th", "put the dentist on Wednesday in my calendar".</summary>
/// <remarks>A request for the task at hand alone ("find me a synonym") tells nothing: it needs a day, or a place that the speaker has to do with.</remarks>
internal static class RequestReader
{
    private const int LongestRequest = 30;

    // What is asked for with these is a plan, for whomever; with the others only "for me".
    private static readonly IReadOnlySet<string> Bookings = WordLists.Of("book reserve schedule arrange order");
    private static readonly IReadOnlySet<string> Searches = WordLists.Of("find get fetch buy grab");
    private static readonly IReadOnlySet<string> Entries = WordLists.Of("put add note pencil block mark save");
    private static readonly IReadOnlySet<string> Calendars = WordLists.Of("calendar diary agenda schedule planner down");
    private static readonly IReadOnlySet<string> Near = WordLists.Of("near in round around from to at by outside");

    // What is asked for lies ahead.
    private static readonly VerbPhrase Ahead = new() { Main = 0, Lemma = "plan", Tense = Tense.Future };

    /// <summary>The plan that a request tells; <see langword="null"/> when it tells none.</summary>
    /// <param name="tokens">The first clause of the sentence.</param>
    /// <param name="item">Its message.</param>
    /// <param name="speaker">Who asks.</param>
    /// <param name="writer">Writes the words in the third person.</param>
    /// <param name="times">The times of the message.</param>
    public static RecordDraft? Read(Token[] tokens, EvidenceItem item, Speaker speaker, ThirdPersonWriter writer, MessageTimes times)
    {
        var words = WithoutCourtesy(tokens);
        if (words.Length is < 3 or > LongestRequest)
        {
            return null;
        }

        var verb = words[0].Lower;
        var mine = words[1].Lower is "me" or "us";
        var asked = words[(mine ? 2 : 1)..];
        if (asked.Length < 2 || !((Bookings.Contains(verb) && (mine || asked[0].IsCapitalised || asked[0].Kind == TokenKind.Number || WordLists.Determiners.Contains(asked[0].Lower))) || (mine && Searches.Contains(verb)) || (Entries.Contains(verb) && TokenSpans.ContainsAny(asked, Calendars))) || WordLists.QuestionWords.Contains(asked[0].Lower) || asked[0].Lower is "it" or "that" or "this" or "them" or "those")
        {
            return null;
        }

        var clause = new Clause { Tokens = asked, Verb = Ahead };
        var time = times.Of(clause);
        if (time is null && !(mine && asked[0].Lower != "the" && !FragmentReader.IsOfTheTalk(asked) && HasPlace(asked)))
        {
            return null;
        }

        var text = writer.Write(clause, null, times);
        return new()
        {
            Kind = time is null ? MemoryKind.Fact : MemoryKind.Event,
            Text = $"{speaker.Name} wants {(asked[0].IsCapitalised ? text[..1] : char.ToLowerInvariant(text[0]))}{text[1..]}",
            Subject = speaker.Subject,
            Entities = EntityFinder.Find(clause, speaker.Name),
            EventTime = time,
            Confidence = 0.7,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Sources = [item.Id],
        };
    }

    // "Could you please", "can you", "I need you to": what is asked stands behind.
    private static Token[] WithoutCourtesy(Token[] tokens)
    {
        var start = 0;
        while (start < tokens.Length && (!tokens[start].IsWord || Discourse.IsOpener(tokens[start].Lower) || tokens[start].Lower is "kindly" or "just" || (tokens[start].Lower is "can" or "could" or "would" or "will" && start + 1 < tokens.Length && tokens[start + 1].Lower == "you") || (tokens[start].Lower == "you" && start > 0)))
        {
            start++;
        }

        return tokens[start..];
    }

    private static bool HasPlace(Token[] tokens)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].IsCapitalised && Near.Contains(tokens[i - 1].Lower) && tokens[i].Lower != "i" && WordClasses.Technology(tokens[i].Lower) is null)
            {
                return true;
            }
        }

        return false;
    }
}
