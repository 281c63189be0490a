using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>States wishes that are told without a verb, as <see cref="FragmentReader"/> finds them.</summary>
internal sealed class WishStatements(ReadingContext context, EvidenceItem item, Speaker speaker, MessageTimes times)
{
    private readonly ThirdPersonWriter writer = new(speaker.Name, context.PartnerOf(speaker));

    /// <summary>What is wanted: "large print only, please".</summary>
    public RecordDraft Wanted(Token[] only) => new()
    {
        Kind = MemoryKind.Preference,
        Text = $"{speaker.Name} wants {ClauseJoints.LowerFirst(writer.Write(new Clause { Tokens = only }, null, times))}",
        Subject = speaker.Subject,
        Confidence = 0.75,
        Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
        Polarity = Polarity.Positive,
        Topic = string.Join(' ', only.Where(token => token.Lower != "only").Select(token => token.Lower)),
        Sources = [item.Id],
    };

    /// <summary>What would be welcome: "salmon twice a week would be great".</summary>
    public RecordDraft Welcomed(Sentence sentence, Token[] thing)
    {
        var topic = string.Join(' ', thing.Where(token => token.IsWord && !times.Any(token.Start, token.End) && !WordLists.Determiners.Contains(token.Lower)).Select(token => token.Lower));
        return new()
        {
            Kind = MemoryKind.Preference,
            Text = $"{speaker.Name}: {writer.Write(new Clause { Tokens = sentence.Tokens }, null, times)}",
            Subject = speaker.Subject,
            Confidence = 0.6,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            Polarity = Polarity.Positive,
            Topic = topic,
            Sources = [item.Id],
        };
    }

    /// <summary>What is not wanted: "no leather, please".</summary>
    public RecordDraft NotWanted(string thing) => new()
    {
        Kind = MemoryKind.Preference,
        Text = $"{speaker.Name} wants no {thing}.",
        Subject = speaker.Subject,
        Confidence = 0.75,
        Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
        Slot = SlotVocabulary.LikesPrefix + thing.ToLowerInvariant(),
        SlotValue = "no",
        Polarity = Polarity.Negative,
        Topic = thing.ToLowerInvariant(),
        Sources = [item.Id],
    };
}
