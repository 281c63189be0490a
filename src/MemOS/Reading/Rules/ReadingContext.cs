using MemOS.Evidence;
using MemOS.Reading.Rules.English;

namespace MemOS.Reading.Rules;

/// <summary>What has been said so far in the messages of one request, as far as later messages can refer to it.</summary>
internal sealed class ReadingContext
{
    private const int LongestMemory = 400;
    private readonly List<EvidenceItem> messages = [];
    private readonly List<RecordDraft> statements = [];
    private readonly List<string> names = [];
    private readonly IReadOnlyList<MemoryRecord> related;
    private readonly string? userName;

    public ReadingContext(ReadingRequest request)
    {
        userName = request.UserName;
        foreach (var item in request.Preceding.Concat(request.Items))
        {
            HasAssistant |= item.Content.Role == EvidenceRole.Assistant;
            if (item.Content.Role == EvidenceRole.User && !string.IsNullOrWhiteSpace(item.Content.Author) && !names.Contains(item.Content.Author.Trim()))
            {
                names.Add(item.Content.Author.Trim());
            }
        }

        // Who speaks alone speaks to an assistant that has not answered yet.
        HasAssistant |= names.Count < 2;
        MayInstruct = HasAssistant;
        related = request.Related;
    }

    /// <summary>Names of the people who take part.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Whether an assistant takes part, or a nameless user speaks to one.</summary>
    public bool HasAssistant { get; }

    /// <summary>Whether a command can be meant for an assistant: one takes part, or nobody else does.</summary>
    public bool MayInstruct { get; }

    /// <summary>Whether a game of make-believe is going on.</summary>
    public bool InFiction { get; set; }

    /// <summary>The person whom "he" or "she" would mean.</summary>
    public Referent? Person
    {
        get;
        set
        {
            Before = value is null ? null : field is { } other && other.Text != value.Text ? other : Before;
            field = value;
        }
    }

    /// <summary>The other person who was spoken of before that one.</summary>
    public Referent? Before { get; private set; }

    /// <summary>Who was asked about by name alone, for "he's my cat".</summary>
    public Referent? Named { get; private set; }

    /// <summary>The thing that "it" would mean.</summary>
    public Referent? Thing { get; set; }

    /// <summary>Statements of the messages so far, oldest first.</summary>
    public IReadOnlyList<RecordDraft> Statements => statements;

    /// <summary>What is known of before, latest first: the statements of the messages, then the records of earlier sessions that the request brings along.</summary>
    public IEnumerable<RecordContent> Known => Enumerable.Reverse(statements).Concat<RecordContent>(related.Reverse());

    /// <summary>The messages so far, oldest first.</summary>
    public IReadOnlyList<EvidenceItem> Messages => messages;

    /// <summary>The message before, where it is of somebody else.</summary>
    public EvidenceItem? Previous(EvidenceItem item)
    {
        var last = messages.Count > 0 ? messages[^1] : null;
        return last is not null && last.Session == item.Session && (last.Content.Role != item.Content.Role || last.Content.Author != item.Content.Author) ? last : null;
    }

    public Speaker SpeakerOf(EvidenceItem item, string unnamed) => Speaker.Of(item.Content.Author ?? userName, unnamed);

    /// <summary>The one other person of a two-person chat.</summary>
    public string? PartnerOf(Speaker speaker) => names.Count == 2 && !HasAssistant && names.Contains(speaker.Name) ? names.Find(name => name != speaker.Name) : null;

    /// <summary>The latest message of a person so far.</summary>
    public MemoryId? LatestOf(string name)
    {
        for (var i = messages.Count - 1; i >= 0; i--)
        {
            if (messages[i].Content.Author?.Trim() == name)
            {
                return messages[i].Id;
            }
        }

        return null;
    }

    public void Begin(EvidenceItem item)
    {
        if (messages.Count > 0 && messages[^1].Session != item.Session)
        {
            InFiction = false;
            Person = null;
            Named = null;
            Thing = null;
        }
    }

    // "You said your dog is a poodle": whom "she" in the answer means.
    private void NoteMentioned(EvidenceItem item)
    {
        if (names.Count > 1 || item.Content.Text.Length > 2000)
        {
            return;
        }

        var tokens = Tokenizer.Tokenize(item.Content.Text);
        Named = NameAskedAbout(tokens) is { } asked ? new(asked, '?', item.Id) : Named;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var noun = tokens[i + 1].Lower;
            if (tokens[i].Lower == "your" && (WordLists.Kin.Contains(noun) || WordLists.Pets.Contains(noun)))
            {
                var speaker = names.Count == 1 ? names[0] : "User";
                Person = new($"{speaker}'s {noun}", WordLists.MaleKin.Contains(noun) ? 'm' : WordLists.FemaleKin.Contains(noun) ? 'f' : '?', item.Id);
            }
        }
    }

    /// <summary>Notes a relative of the speaker's that a sentence names without stating anything of them: "my grandmother used to say …".</summary>
    public void NoteOwn(Token[] tokens, Speaker speaker, EvidenceItem item)
    {
        // "Biscuit's vet check": whom "he's my greyhound" would mean.
        if (Array.Find(tokens, token => token.IsCapitalised && token.Lower.EndsWith("'s", StringComparison.Ordinal) && !WordLists.Weekdays.Contains(token.Lower[..^2]) && !names.Contains(token.Text[..^2])) is { Text.Length: > 4 } owner)
        {
            Named = new(owner.Text[..^2], '?', item.Id);
        }

        NoteRole(tokens, speaker, item);

        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            // "My nan's funeral is on Friday": whom "she died" means.
            if (tokens[i].Lower is "my" or "our" && tokens[i + 1].Lower.EndsWith("'s", StringComparison.Ordinal) && tokens[i + 1].Lower[..^2] is var whose && WordLists.Kin.Contains(whose) && !(i + 2 < tokens.Length && WordLists.Kin.Contains(tokens[i + 2].Lower)))
            {
                Person = new($"{speaker.Name}'s {whose}", WordLists.MaleKin.Contains(whose) ? 'm' : WordLists.FemaleKin.Contains(whose) ? 'f' : '?', item.Id);
                return;
            }

            var kin = tokens[i].Lower is not ("my" or "our") ? -1 : WordLists.Kin.Contains(tokens[i + 1].Lower) ? i + 1 : i + 2 < tokens.Length && tokens[i + 1].IsWord && WordLists.Kin.Contains(tokens[i + 2].Lower) ? i + 2 : -1;
            if (kin > 0)
            {
                var name = kin + 1 < tokens.Length && tokens[kin + 1].IsCapitalised && tokens[kin + 1].Lower != "i" ? kin + 1 : kin;
                var noun = tokens[kin].Lower;
                Person = new($"{speaker.Name}'s {string.Join(' ', tokens[(i + 1)..(name + 1)].Select(token => token.Text))}", WordLists.MaleKin.Contains(noun) ? 'm' : WordLists.FemaleKin.Contains(noun) ? 'f' : '?', item.Id);
                return;
            }
        }

        // "I drew Ravi", "a day for pairing with Karl": whom "he" in the next sentence means, where nobody else was told of since.
        var given = Array.FindLastIndex(tokens, token => GivenNames.IsOne(token) && !names.Contains(token.Text));
        if (given >= 0 && (given == 0 || tokens[given - 1].IsWord) && Person?.Message != item.Id)
        {
            Person = new(tokens[given].Text, GivenNames.GenderOf(tokens[given].Lower) ?? '?', item.Id);
        }
    }

    /// <summary>Notes somebody by what they are to the speaker: "so the landlord should be doing this. His name is …"</summary>
    public void NoteRole(Token[] tokens, Speaker speaker, EvidenceItem item)
    {
        // Who treats somebody is not whom "he" means: "the doctor says he is no longer allergic".
        if (Person is { Gender: 'm' or 'f' } && TokenSpans.ContainsAny(tokens, Treating))
        {
            return;
        }

        if (Array.FindIndex(tokens, token => token.Lower == "the") is >= 0 and var the && the + 1 < tokens.Length && tokens[the + 1].Lower is "landlord" or "landlady" or "boss" or "plumber" or "vet" or "doctor" or "dentist" or "teacher" or "manager" or "neighbour" or "neighbor")
        {
            Person = new($"{speaker.Name}'s {tokens[the + 1].Lower}", '?', item.Id);
        }
    }

    private static readonly IReadOnlySet<string> Treating = WordLists.Of("vet doctor dentist");

    // "Shall I work out portions for Pickle?": whom "he's my cat" would mean.
    private static string? NameAskedAbout(List<Token> tokens)
    {
        for (var i = tokens.Count - 2; i > 0; i--)
        {
            if (tokens[i].IsCapitalised && tokens[i].Text.Length > 2 && tokens[i + 1].Lower is "?" && tokens[i - 1].Lower is "for" or "about" or "with" or "is" or "of" or "does" or "and" && !WordLists.Weekdays.Contains(tokens[i].Lower) && !WordLists.Months.Contains(tokens[i].Lower))
            {
                return tokens[i].Text;
            }
        }

        return null;
    }

    public void End(EvidenceItem item, IEnumerable<RecordDraft> drafts)
    {
        messages.Add(item);
        if (item.Content.Role == EvidenceRole.Assistant)
        {
            NoteMentioned(item);
        }

        statements.AddRange(drafts);
        if (statements.Count > LongestMemory)
        {
            statements.RemoveRange(0, statements.Count - LongestMemory);
        }
    }
}
