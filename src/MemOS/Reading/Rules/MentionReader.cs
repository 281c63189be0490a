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
    }

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
            drafts.Add(new()
            {
                Kind = MemoryKind.Profile,
                Text = $"{speaker.Name}'s {kin.Lower} is {name.Text}.",
                Subject = speaker.Subject,
                Entities = [name.Text],
                Confidence = 0.7,
                Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
                Slot = only ? kin.Lower : null,
                SlotValue = only ? name.Lower : null,
                Sources = [item.Id],
            });
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

            drafts.Add(new()
            {
                Kind = MemoryKind.Profile,
                Text = $"{speaker.Name} has {count.Text} {who.Text}.",
                Subject = speaker.Subject,
                Confidence = 0.7,
                Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
                Sources = [item.Id],
            });
        }
    }
}
