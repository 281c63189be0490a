using MemOS.Reading;

namespace MemOS.Consolidation;

/// <summary>A statement that a plan knows: a record of the store, or a draft of the same batch.</summary>
internal sealed class HeldStatement
{
    /// <summary>The part of the doubt in a statement that is left when it is repeated.</summary>
    public const double DoubtLeft = 0.7;

    private StatementStems? stems;
    private string? key;
    private HashSet<string>? ended;
    private HashSet<string>? fulfilled;
    private StatementMeaning? meaning;
    private ChangeSigns? signs;
    private ChineseStatement? chinese;
    private StatementThing? thing;
    private IReadOnlyList<IReadOnlySet<string>>? lacks;
    private (ConsequentNews? News, bool IsKnown) news;
    private (AnswerStyle? Style, bool IsKnown) style;
    private (string? Name, bool IsKnown) leaver;
    private bool? goesHome;
    private (string? Employer, bool IsKnown) offer;

    public HeldStatement(MemoryRecord record)
    {
        Content = record;
        Id = record.Id;
        ValidFrom = record.ValidFrom;
        Sources = [.. record.Sources];
        Confidence = record.Confidence;
    }

    public HeldStatement(RecordDraft draft, DateTimeOffset validFrom)
    {
        Content = draft;
        Draft = draft;
        ValidFrom = validFrom;
        Sources = [.. draft.Sources];
        Confidence = draft.Confidence;
    }

    public RecordContent Content { get; private set; }

    /// <summary>The record's id; <see langword="null"/> for a draft.</summary>
    public MemoryId? Id { get; }

    public RecordDraft? Draft { get; private set; }

    public DateTimeOffset ValidFrom { get; set; }

    public List<MemoryId> Sources { get; }

    public double Confidence { get; private set; }

    /// <summary>For a draft: the stored records that it replaces.</summary>
    public List<MemoryId> Supersedes { get; } = [];

    /// <summary>For a draft: the earlier drafts that it replaces.</summary>
    public List<HeldStatement> SupersedesDrafts { get; } = [];

    /// <summary>Until when it holds; <see langword="null"/> while it does.</summary>
    public DateTimeOffset? ValidTo { get; set; }

    /// <summary>Whether a statement of the same plan takes its place: the store then ends it and links the two.</summary>
    public bool IsReplaced { get; set; }

    public string? Reason { get; set; }

    /// <summary>Whether a repetition gave it sources that it did not have.</summary>
    public bool IsStrengthened { get; private set; }

    /// <summary>The normal form of the text: made once, and compared with many.</summary>
    public string Key => key ??= RecordText.Key(Content.Text);

    /// <summary>For a draft: the words of what it ends.</summary>
    public HashSet<string>? Ended => ended ??= Draft?.Ends is { } words ? StatementStems.WantedOf(words) : null;

    /// <summary>For a draft: the words of what was wanted and now is so.</summary>
    public HashSet<string>? Fulfilled => fulfilled ??= Draft?.Fulfils is { } words ? StatementStems.WantedOf(words) : null;

    public StatementStems Stems => stems ??= StatementStems.Of(Content);

    /// <summary>What it is about and which values it gives, read as Chinese.</summary>
    public ChineseStatement Chinese => chinese ??= ChineseStatement.Of(Content);

    /// <summary>What it says that its subject has none of, see <see cref="LaterNews.LackOf"/>.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Lacks => lacks ??= Stems.IsDenied || Content.Text.Contains(" no ", StringComparison.Ordinal) ? LaterNews.LackOf(Content) : [];

    /// <summary>Who leaves their place, see <see cref="Departures.LeaverOf"/>.</summary>
    public string? Leaver => (leaver.IsKnown ? leaver : leaver = (Departures.LeaverOf(Content), true)).Name;

    /// <summary>Whether it tells that somebody has gone home.</summary>
    public bool TellsOfGoingHome => goesHome ??= Departures.TellsOfGoingHome(Content);

    /// <summary>Whose offer of work came to nothing, see <see cref="Departures.OfferLost"/>.</summary>
    public string? OfferLost => (offer.IsKnown ? offer : offer = (Departures.OfferLost(Content), true)).Employer;

    /// <summary>What it tells that may make others untrue, see <see cref="Consequences.NewsOf"/>.</summary>
    public ConsequentNews? News => (news.IsKnown ? news : news = (Consequences.NewsOf(Content, Stems.IsDenied), true)).News;

    /// <summary>How it says that answers are to be, see <see cref="AnswerStyle.Of"/>.</summary>
    public AnswerStyle? Style => (style.IsKnown ? style : style = (AnswerStyle.Of(Content), true)).Style;

    /// <summary>What its words mean.</summary>
    public StatementMeaning Meaning => meaning ??= StatementMeaning.Of(Stems);

    /// <summary>What it offers to judge a change by.</summary>
    public ChangeSigns Signs => signs ??= ChangeSigns.Of(Content, Stems);

    /// <summary>The thing that it tells of.</summary>
    public StatementThing Thing => thing ??= StatementThing.Of(Content, Signs.Head);

    /// <summary>Whether one message tells both. Asked of every pair, so nothing is allocated.</summary>
    public bool SharesSource(HeldStatement other)
    {
        foreach (var source in Sources)
        {
            if (other.Sources.Contains(source))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Takes over what a statement that this one completes is known by (attribute and value, taste, kind, time), where it tells none of
    /// its own: so later changes find it as they would have found that one.
    /// </summary>
    /// <param name="told">The statement that it says more fully.</param>
    public void Complete(RecordContent told)
    {
        if (Draft is not { Slot: null, Kind: not MemoryKind.Instruction } draft || told.Slot is null && told.Polarity == Polarity.None && draft.Kind is not MemoryKind.Fact)
        {
            return;
        }

        Content = Draft = draft with
        {
            Kind = told.Kind == MemoryKind.Instruction ? draft.Kind : told.Kind,
            Slot = told.Slot,
            SlotValue = told.SlotValue,
            Topic = draft.Topic ?? told.Topic,
            Polarity = draft.Polarity == Polarity.None ? told.Polarity : draft.Polarity,
            EventTime = draft.EventTime ?? told.EventTime,
        };
        signs = null;
        thing = null;
        style = default;
    }

    /// <summary>Counts a repetition: each one takes away a part of the doubt that is left.</summary>
    public void Strengthen(IEnumerable<MemoryId> sources)
    {
        var further = sources.Except(Sources).ToList();
        if (further.Count > 0)
        {
            Sources.AddRange(further);
            Confidence = 1 - ((1 - Confidence) * DoubtLeft);
            IsStrengthened = true;
        }
    }
}
