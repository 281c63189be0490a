using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>Reads what a sentence tells by the way of those around the speaker, whatever it is about: what they are called, how many they are.</summary>
internal sealed class MentionReader(EvidenceItem item, Speaker speaker)
{
    /// <summary>Adds what is not told already.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="drafts">The statements of the message so far.</param>
    public void Read(Sentence sentence, List<RecordDraft> drafts)
    {
        AddKin(sentence, drafts);
        AddCount(sentence, drafts);
        AddPlace(sentence, drafts);
        AddHome(sentence, drafts);
        AddMail(sentence, drafts);
        AddSince(sentence, drafts);
    }

    // "A day trip from Utrecht, where I live".
    private void AddHome(Sentence sentence, List<RecordDraft> drafts)
    {
        var where = TokenSpans.IndexOf(sentence.Tokens, ["where", "i", "live"]) is >= 0 and var i ? i : TokenSpans.IndexOf(sentence.Tokens, ["where", "we", "live"]);
        if (where < 2 || (where + 3 < sentence.Tokens.Length && sentence.Tokens[where + 3].IsWord) || sentence.Tokens[where - 1].Lower != "," || sentence.Tokens[where - 2] is not { IsCapitalised: true, Kind: TokenKind.Word } place || drafts.Exists(draft => draft.Slot == "home" && draft.Subject == speaker.Subject))
        {
            return;
        }

        drafts.Add(Told(MemoryKind.Profile, $"{speaker.Name} lives in {place.Text}.") with { Slot = "home", SlotValue = place.Lower });
    }

    // "What's cheap here in Dunedin?": whatever is asked, it is asked there.
    private void AddPlace(Sentence sentence, List<RecordDraft> drafts)
    {
        var here = TokenSpans.IndexOf(sentence.Tokens, ["here", "in"]);
        if (here < 0 || here + 2 >= sentence.Tokens.Length || sentence.Tokens[here + 2] is not { IsCapitalised: true, Kind: TokenKind.Word, Text.Length: > 2 } place || WordClasses.Technology(place.Lower) is not null || NoPlaces.Contains(place.Lower) || (here + 3 < sentence.Tokens.Length && sentence.Tokens[here + 3] is { IsWord: true, IsCapitalised: false }) || TokenSpans.ContainsAny(sentence.Tokens, Reporting) || WordLists.Months.Contains(place.Lower) || WordLists.Weekdays.Contains(place.Lower) || drafts.Exists(draft => draft.Text.Contains(place.Text, StringComparison.Ordinal)))
        {
            return;
        }

        var end = here + 3;
        while (end < sentence.Tokens.Length && sentence.Tokens[end] is { IsCapitalised: true, Kind: TokenKind.Word } && end - here < LongestPlace)
        {
            end++;
        }

        drafts.Add(Told(MemoryKind.Fact, $"{speaker.Name} is in {string.Join(' ', sentence.Tokens[(here + 2)..end].Select(token => token.Text))}."));
    }

    private const int LongestPlace = 5;

    private static readonly IReadOnlySet<string> NoPlaces = WordLists.Of("excel word outlook powerpoint photoshop section chapter part table figure appendix act scene line step level room sheet");

    private static readonly IReadOnlySet<string> Reporting = WordLists.Of("says said writes wrote told tells asks asked");

    // "My alarm hasn't seen six since I retired from the post office": what is told of something else tells this of the speaker.
    private void AddSince(Sentence sentence, List<RecordDraft> drafts)
    {
        var since = Array.FindIndex(sentence.Tokens, static token => token.Lower is "since" or "after");
        if (since < 3 || since + 3 > sentence.Tokens.Length || sentence.IsQuestion || sentence.Tokens[since + 1].Lower != "i" || sentence.Tokens[since + 2].Lower is not ("retired" or "moved" or "graduated" or "qualified" or "emigrated") || !(drafts.Count > 0 && drafts[^1].Subject != speaker.Subject))
        {
            return;
        }

        var end = Array.FindIndex(sentence.Tokens, since, static token => !token.IsWord);
        var told = string.Join(' ', sentence.Tokens[(since + 2)..(end < 0 ? sentence.Tokens.Length : end)].Select(token => token.Lower is "my" or "our" ? $"{speaker.Name}'s" : token.Text));
        drafts.Add(Told(sentence.Tokens[since + 2].Lower is "retired" ? MemoryKind.Profile : MemoryKind.Event, $"{speaker.Name} {told}."));
    }

    // "For the CV: … email ada@example.org": an address without a verb.
    private void AddMail(Sentence sentence, List<RecordDraft> drafts)
    {
        var mail = Array.FindIndex(sentence.Tokens, token => token.Text.Contains('@', StringComparison.Ordinal) && token.Text.Contains('.', StringComparison.Ordinal));
        if (mail < 1 || sentence.IsQuestion || !(sentence.Tokens[mail - 1].Lower is "email" or "e-mail" or "mail" || (sentence.Tokens[mail - 1].Lower is ":" && mail > 1 && sentence.Tokens[mail - 2].Lower is "email" or "e-mail" or "mail")) || !IsOwn(sentence.Tokens, mail) || drafts.Exists(draft => draft.Text.Contains(sentence.Tokens[mail].Text, StringComparison.Ordinal)) ||
            (sentence.Tokens[0].Lower is "email" or "mail" or "e-mail" or "please" or "send" && sentence.Tokens.Length > mail + 1))
        {
            return;
        }

        drafts.Add(Told(MemoryKind.Profile, $"{speaker.Name}'s email is {sentence.Tokens[mail].Text}.") with { Slot = "email", SlotValue = sentence.Tokens[mail].Lower });
    }

    // "Support email: …" is somebody else's.
    private static bool IsOwn(Token[] tokens, int mail)
    {
        var before = tokens[mail - 1].Lower == ":" ? mail - 3 : mail - 2;
        return before < 0 || !tokens[before].IsWord || tokens[before].Lower is "my" or "our";
    }

    private RecordDraft Told(MemoryKind kind, string text) => new()
    {
        Kind = kind,
        Text = text,
        Subject = speaker.Subject,
        Confidence = 0.7,
        Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
        Sources = [item.Id],
    };

    // "My wife Eleni says no more animals": what she says is hearsay, what she is called is not.
    private void AddKin(Sentence sentence, List<RecordDraft> drafts)
    {
        for (var i = 0; i + 2 < sentence.Tokens.Length; i++)
        {
            var kin = sentence.Tokens[i + 1];
            var name = sentence.Tokens[i + 2];
            if (sentence.Tokens[i].Lower != "my" || !WordLists.Kin.Contains(kin.Lower) || !name.IsCapitalised || name.Text.Length < 3 || name.Kind != TokenKind.Word || name.Lower.EndsWith("'s", StringComparison.Ordinal) || WordLists.Weekdays.Contains(name.Lower) || WordLists.Months.Contains(name.Lower) || drafts.Exists(draft => draft.Text.Contains(name.Text, StringComparison.Ordinal)))
            {
                continue;
            }

            var only = kin.Lower is "wife" or "husband" or "boss" or "manager" or "landlord" or "girlfriend" or "boyfriend" or "doctor" or "dentist" or "mother" or "father" or "mum" or "mom" or "dad";
            drafts.Add(Told(MemoryKind.Profile, $"{speaker.Name}'s {kin.Lower} is {name.Text}.") with { Entities = [name.Text], Slot = only ? kin.Lower : null, SlotValue = only ? name.Lower : null });
        }
    }

    // "My two boys will want to try that": however they come into it, there are two.
    private void AddCount(Sentence sentence, List<RecordDraft> drafts)
    {
        for (var i = 0; i + 2 < sentence.Tokens.Length; i++)
        {
            var count = sentence.Tokens[i + 1];
            var who = sentence.Tokens[i + 2];
            if (sentence.Tokens[i].Lower is not ("my" or "our") || FacetReader.NumberOf(count) is null || !who.Lower.EndsWith('s') || !(WordLists.Kin.Contains(who.Lower) || WordLists.Pets.Contains(who.Lower) || who.Lower is "boys" or "girls") || drafts.Exists(draft => draft.Kind != MemoryKind.Event && draft.Text.Contains(who.Text, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            drafts.Add(Told(MemoryKind.Profile, $"{speaker.Name} has {count.Text} {who.Text}."));
        }
    }
}
