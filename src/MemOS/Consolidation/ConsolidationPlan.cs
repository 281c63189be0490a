using MemOS.Reading;
using MemOS.Reading.Rules;

namespace MemOS.Consolidation;

/// <summary>
/// Works out what new statements change. Pure: statements in, changes out.
/// </summary>
/// <remarks>
/// Each statement is held against those of the store and those of its batch, latest first. The same again strengthens; less than
/// what is held strengthens too; more than what is held replaces it. Another value in the same single-valued slot, the opposite
/// preference, a denial of the same words, and a value that is rejected by name supersede. A statement that is older than what it
/// contradicts is kept as what held before.
/// </remarks>
internal sealed partial class ConsolidationPlan
{
    private readonly List<HeldStatement> held;
    private readonly List<HeldStatement> drafts = [];

    private ConsolidationPlan(IEnumerable<MemoryRecord> existing) => held = [.. existing.Where(record => record.State == RecordState.Current).OrderBy(record => record.Id).Select(record => new HeldStatement(record))];

    /// <summary>Plans the changes.</summary>
    /// <param name="drafts">The statements in their order.</param>
    /// <param name="times">When each of them was said.</param>
    /// <param name="existing">Current records that they may repeat, change or contradict.</param>
    public static IReadOnlyList<RecordChange> Of(IReadOnlyList<RecordDraft> drafts, IReadOnlyList<DateTimeOffset> times, IReadOnlyList<MemoryRecord> existing)
    {
        var plan = new ConsolidationPlan(existing);
        for (var i = 0; i < drafts.Count; i++)
        {
            plan.Add(drafts[i], times[i]);
            if (RepeatedBehaviour.Preference(drafts[i], plan.held) is { } shown)
            {
                plan.Add(shown, times[i]);
            }
        }

        return plan.Changes();
    }

    private void Add(RecordDraft draft, DateTimeOffset said)
    {
        var statement = new HeldStatement(draft, ValidFrom(draft, said));

        // A message that is read a second time does not contradict itself: what was read from it first stands.
        if (held.Exists(earlier => earlier.Id is not null && earlier.ValidTo is null && earlier.Sources.Contains(draft.Sources[0]) && Relation(statement, earlier) == StatementRelation.Replaces))
        {
            return;
        }

        for (var i = held.Count - 1; i >= 0; i--)
        {
            var earlier = held[i];
            if (earlier.ValidTo is not null)
            {
                continue;
            }

            switch (Relation(statement, earlier))
            {
                case StatementRelation.Repeats or StatementRelation.SaysMore when IsOwn(draft) && !IsOwn(earlier.Content):
                    Replace(statement, earlier, "said in person");
                    break;
                case StatementRelation.Repeats when !IsOwn(draft) && IsOwn(earlier.Content):
                    return;
                case StatementRelation.SaysMore when !IsOwn(draft) && IsOwn(earlier.Content):
                    break;
                case StatementRelation.Repeats:
                    earlier.Strengthen(draft.Sources);
                    return;
                case StatementRelation.SaysMore when draft.IsReworded:
                    // What a model adds of its own completes nothing that was said: what was said stands.
                    return;
                case StatementRelation.SaysMore:
                    statement.Complete(earlier.Content);
                    Replace(statement, earlier, "said more fully");
                    statement.Strengthen(earlier.Sources);
                    break;
                case StatementRelation.Replaces when !IsOwn(draft) && IsOwn(earlier.Content):
                    // What a tool, a page or the assistant says does not make untrue what a person said.
                    break;
                case StatementRelation.Replaces when said < earlier.ValidFrom && earlier.Id is not null && draft.RejectedValue is null:
                    statement.ValidTo = earlier.ValidFrom;
                    statement.Reason = "held before: " + Name(earlier);
                    break;
                case StatementRelation.Replaces:
                    Replace(statement, earlier, draft.RejectedValue is null || draft.Kind == MemoryKind.Instruction ? $"{Name(statement)} changed" : "corrected");
                    break;
            }
        }

        if (Judged(statement) is { } untrue && said >= untrue.ValidFrom)
        {
            Replace(statement, untrue, $"{Name(statement)} changed, as it seems");
        }

        held.Add(statement);
        drafts.Add(statement);
    }

    // Where no rule tells, the one earlier statement that is judged likeliest to be untrue now.
    private HeldStatement? Judged(HeldStatement statement)
    {
        if (statement.Supersedes.Count > 0 || statement.SupersedesDrafts.Count > 0 || statement.ValidTo is not null)
        {
            return null;
        }

        var least = ChangeModel.LeastOf(statement.Sources[0].Sequence);
        if (!ChangeModel.MayJudge(statement, least))
        {
            return null;
        }

        var candidates = held.Where(earlier => earlier.ValidTo is null && IsOwn(statement.Content) == IsOwn(earlier.Content) && ChangeModel.MayJudge(statement, earlier)).ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        var rivals = ChangeRivals.Of(statement, candidates);
        var (likeliest, most) = candidates.Select(earlier => (earlier, ChangeModel.Judge(statement, earlier, rivals))).MaxBy(static pair => pair.Item2);
        return most >= least ? likeliest : null;
    }

    private static void Replace(HeldStatement statement, HeldStatement earlier, string reason)
    {
        // A change that is dated before the old statement was made ("we moved last month") takes over when that one ends.
        // What was wrong never was true: the right statement takes its whole time.
        statement.ValidFrom = statement.ValidFrom < earlier.ValidFrom || statement.Draft!.IsCorrection ? earlier.ValidFrom : statement.ValidFrom;
        earlier.ValidTo = statement.ValidFrom;
        earlier.IsReplaced = true;
        if (earlier.Id is { } id)
        {
            statement.Supersedes.Add(id);
        }
        else
        {
            // What the earlier draft replaces stays replaced: both drafts go into the store.
            statement.SupersedesDrafts.Add(earlier);
        }

        statement.Reason = reason;
    }

    private static string Name(HeldStatement statement) => statement.Content.Slot ?? "statement";

    // A change with a date of its own holds from that date, as far as it lies behind the telling.
    private static DateTimeOffset ValidFrom(RecordDraft draft, DateTimeOffset said)
    {
        if (draft.Slot is null || draft.EventTime is not { } time || draft.Slot.StartsWith(SlotVocabulary.Time, StringComparison.Ordinal) || time.Start.Year < 2)
        {
            return said;
        }

        var start = new DateTimeOffset(DateTime.SpecifyKind(time.Start, DateTimeKind.Unspecified), said.Offset);
        return start < said ? start : said;
    }

    private List<RecordChange> Changes()
    {
        var changes = new List<RecordChange>();
        foreach (var statement in held)
        {
            if (statement.Id is { } id && statement.IsStrengthened && statement.ValidTo is null)
            {
                var known = ((MemoryRecord)statement.Content).Sources;
                changes.Add(new RecordChange.Strengthen(id, [.. statement.Sources.Except(known)], statement.Confidence));
            }
        }

        foreach (var statement in drafts)
        {
            changes.Add(new RecordChange.Insert(statement.Draft! with { Sources = statement.Sources, Confidence = statement.Confidence }, statement.ValidFrom)
            {
                Supersedes = statement.Supersedes,
                SupersedesInserts = [.. statement.SupersedesDrafts.Select(earlier => drafts.IndexOf(earlier))],
                ValidTo = statement.IsReplaced ? null : statement.ValidTo,
                Reason = statement.Reason,
            });
        }

        return changes;
    }

    private static bool IsPlan(RecordContent content) => content.Slot?.StartsWith(SlotVocabulary.PlanPrefix, StringComparison.Ordinal) == true;

    private static bool IsDated(RecordContent content) => content.Slot is { } slot && (slot == SlotVocabulary.Time || FacetVocabulary.IsDated(slot));

    /// <summary>Whether a statement can cease to be true: what was done cannot be ended; what is so, is planned or lies ahead can.</summary>
    public static bool IsEndable(HeldStatement held) =>
        held.Content.Kind is MemoryKind.Fact or MemoryKind.Profile || IsPlan(held.Content) ||
        (held.Content is { Kind: MemoryKind.Event, EventTime: null } && Acquired().IsMatch(held.Content.Text)) ||
        (held.Content.Kind == MemoryKind.Event && ((IsDated(held.Content) && held.Content.EventTime is null) || held.Content.EventTime?.End > held.ValidFrom.DateTime) && Behaviour.Of(held.Content) is null);

    // "办了楼下健身房的年卡": what was taken out goes on, until it is given up.
    [System.Text.RegularExpressions.GeneratedRegex("[办请报]了")]
    private static partial System.Text.RegularExpressions.Regex Acquired();

    // A number that a past event tells ("ran 5 km") stays as it was.
    private static bool CanCount(RecordContent content) => content.Kind is MemoryKind.Fact or MemoryKind.Profile or MemoryKind.Preference && content.EventTime is null;

    private static bool Ends(HeldStatement statement, HeldStatement earlier) => !IsOldBirth(statement, earlier) && !IsOneOfSeveral(statement, earlier) &&
        (IsBirthOf(statement, earlier) ||
        (statement.Fulfilled is { } wanted && earlier.Stems.IsPursuit && earlier.Content.Kind != MemoryKind.Preference && SameEventOwner(statement.Content, earlier.Content) && earlier.Stems.Holds(wanted)) ||
        (statement.Ended is { } over && earlier.Content.Slot == "relation" && over.SetEquals(StatementStems.WantedOf(earlier.Content.Subject))) || (statement.Ended is { } ended && !earlier.Stems.IsDenied && IsEndable(earlier) && ((SameEventOwner(statement.Content, earlier.Content) && !IsOfAnother(statement, earlier, ended)) || SlotComparison.Names(statement.Content.Subject, earlier.Content)) && (earlier.Stems.Holds(ended) || IsAppointment(earlier, ended)) && (!statement.Stems.IsMended || earlier.Stems.IsDefect) &&
        !(statement.Content.EventTime is not null && statement.Content.EventTime == earlier.Content.EventTime) && earlier.Draft?.Ends is null));

    // "Got rid of the Volvo" of "has a Skoda and a Volvo": the Skoda is there still, and cannot be told of without the other.
    internal static bool IsOneOfSeveral(HeldStatement statement, HeldStatement earlier) =>
        statement.Ended is { Count: > 0 } ended && Several().Match(earlier.Content.Text) is { Success: true } list && StatementStems.WantedOf(list.Groups[1].Value).Overlaps(ended) != StatementStems.WantedOf(list.Groups[2].Value).Overlaps(ended);

    [System.Text.RegularExpressions.GeneratedRegex(@"^\S+ (?:has|have|owns?|drives?)(?: got)? (?:(?:a|an|two|three)\b(?: \w+){1,3},? )?((?:a|an|one)\b(?: [\w-]+){1,3}) and ((?:a|an|one|two|three|four)\b(?: [\w-]+){1,3})[.,]?", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Several();

    // "My daughter was born in 2015" is no news of the baby that is expected.
    private static bool IsOldBirth(HeldStatement statement, HeldStatement earlier) =>
        statement.Draft?.Ends == "pregnant" && statement.Content.EventTime is { } born && born.End < earlier.ValidFrom.DateTime.AddDays(-Telling);

    // "Cancelled my dentist appointment" of "the dentist is on Tuesday": a day with the dentist is an appointment.
    private static bool IsAppointment(HeldStatement earlier, HashSet<string> ended) =>
        ended.Count == 2 && ended.Contains(Appointment) && earlier.Content is { Kind: MemoryKind.Event, EventTime: not null } && earlier.Stems.CountHeld(ended) == 1 && !earlier.Content.Text.Contains(" with ", StringComparison.Ordinal);

    private static readonly string Appointment = StatementStems.WantedOf("appointment").Single();

    // "Rosa was born on the 24th": the baby that was due is there.
    private static bool IsBirthOf(HeldStatement statement, HeldStatement earlier) =>
        statement.Draft?.Ends == "pregnant" && ((!statement.Content.Subject.Contains(' ', StringComparison.Ordinal) && statement.Content.Text.Contains(" born", StringComparison.Ordinal)) || (OwnBirth().IsMatch(statement.Content.Subject) && SameEventOwner(statement.Content, earlier.Content) && (!earlier.Content.Subject.Contains("'s ", StringComparison.Ordinal) || OwnBirth().IsMatch(earlier.Content.Subject)))) && (statement.ValidFrom - earlier.ValidFrom).TotalDays < Pregnancy && Expecting().IsMatch(earlier.Content.Text) && IsEndable(earlier) && !earlier.Stems.IsDenied;

    // Of the speaker, of whoever is with them and of their child; their sister's baby is another.
    [System.Text.RegularExpressions.GeneratedRegex(@"^(?:[^' ]+|[^' ]+'s (?:wife|partner|girlfriend|husband|daughter|son|baby|twins|baby (?:girl|boy))(?: \p{Lu}\w*)?)$")]
    private static partial System.Text.RegularExpressions.Regex OwnBirth();

    private const int Pregnancy = 300;

    // A birth that is told as news was not long ago: in days.
    private const int Telling = 7;

    [System.Text.RegularExpressions.GeneratedRegex(@"'s baby is due|\b(?:is|am|are) (?:pregnant|expecting)\b|\b(?:baby|twins) (?:is|are) due\b", System.Text.RegularExpressions.RegexOptions.IgnoreCase)]
    private static partial System.Text.RegularExpressions.Regex Expecting();

    // "My sister had her baby" ends nothing of mine; that she moved out ends what was told of her, and that our daughter was born our waiting for her.
    private static bool IsOfAnother(HeldStatement statement, HeldStatement earlier, HashSet<string> ended) =>
        !(statement.Content.Text.Contains(" born", StringComparison.Ordinal) && statement.Content.Subject.LastIndexOf("'s ", StringComparison.Ordinal) == statement.Content.Subject.IndexOf("'s ", StringComparison.Ordinal)) &&
        !(statement.Content.Subject.IndexOf('的', StringComparison.Ordinal) is > 0 and var mark && earlier.Content.Text.Contains(statement.Content.Subject[(mark + 1)..], StringComparison.Ordinal)) &&
        !SlotComparison.SameSubject(statement.Content, earlier.Content) && SlotComparison.OwnerOf(statement.Content.Subject) != statement.Content.Subject && SlotComparison.TellsOfPerson(statement.Content.Subject, SlotComparison.OwnerOf(statement.Content.Subject)) && !ended.IsSubsetOf(StatementStems.WantedOf(statement.Content.Subject));

    // What a change tells of something, in whatever words, takes the place of what was told of it.
    private static bool Revalues(HeldStatement statement, HeldStatement earlier) =>
        statement.Draft!.IsChange && statement.Content.Kind is not (MemoryKind.Preference or MemoryKind.Instruction) && earlier.Content.Kind is not (MemoryKind.Preference or MemoryKind.Instruction) && (IsEndable(earlier) || statement.Draft.IsCorrection) &&
        (statement.Content.Slot is null || earlier.Content.Slot is null || statement.Content.Slot == earlier.Content.Slot || IsPlan(statement.Content) || IsPlan(earlier.Content) || (IsDated(statement.Content) && IsDated(earlier.Content))) && !statement.SharesSource(earlier) &&
        statement.Stems.Revalues(earlier.Stems);

    private static bool ChangesValue(HeldStatement statement, HeldStatement earlier) =>
        Revalues(statement, earlier) || CanCount(statement.Content) && CanCount(earlier.Content) && (statement.Stems.CountsAnew(earlier.Stems) || (SlotComparison.IsSameThing(statement.Content, earlier.Content) && statement.Stems.IsMeasure && earlier.Stems.IsMeasure && !statement.SharesSource(earlier) && (statement.Content.Slot is null || earlier.Content.Slot is null || statement.Content.Slot == earlier.Content.Slot) && earlier.Content.Slot is not "age" && statement.Content.Slot is not "age" && statement.Content.Text != earlier.Content.Text) || (statement.Draft!.IsChange && statement.Content.Kind != MemoryKind.Preference && statement.Content.Slot is null && statement.Stems.Substitutes(earlier.Stems)));

    private static bool SameEventOwner(RecordContent now, RecordContent before) =>
        SlotComparison.OwnerOf(now.Subject).Equals(SlotComparison.OwnerOf(before.Subject), StringComparison.OrdinalIgnoreCase);

    // What a tool, a document or the assistant says lends no support to what a person says, nor the other way round: their sources never mix.
    private static bool IsOwn(RecordContent content) => content.Origin is RecordOrigin.User or RecordOrigin.Manual;

    /// <summary>What a statement is to an earlier one, by rules.</summary>
    public static StatementRelation Relation(HeldStatement statement, HeldStatement earlier) =>
        Compare(statement, earlier) is var relation && relation == StatementRelation.Replaces && !IsJudgedByModel(statement, earlier) && Coexistence.IsPlain(statement, earlier) ? StatementRelation.None : relation;

    // "It's Catriona, not Katherine": what was told of the one is told of the other.
    private static bool IsRenamed(RecordDraft now, RecordContent before, string wrong) =>
        now.IsCorrection && before.Subject.EndsWith(" " + wrong, StringComparison.OrdinalIgnoreCase) && now.Subject.StartsWith(before.Subject[..^wrong.Length], StringComparison.OrdinalIgnoreCase) && now.Slot == before.Slot && now.SlotValue == before.SlotValue;

    // What a model judged was checked when it was read: it was shown the record, and the two are about one subject.
    private static bool IsJudgedByModel(HeldStatement statement, HeldStatement earlier) =>
        earlier.Id is { } id && (statement.Draft!.Replaces.Contains(id) || statement.Draft.Repeats == id);

    private static StatementRelation Compare(HeldStatement statement, HeldStatement earlier)
    {
        var now = statement.Content;
        var before = earlier.Content;
        if (statement.Key == earlier.Key)
        {
            return now.EventTime == before.EventTime || now.EventTime is null ? StatementRelation.Repeats : StatementRelation.None;
        }

        // What somebody does never makes untrue what they say of their taste.
        if (ImpliedPreference.Is(now) && before.Kind == MemoryKind.Preference && !ImpliedPreference.Is(before))
        {
            return StatementRelation.None;
        }

        if (IsJudgedByModel(statement, earlier))
        {
            return statement.Draft!.Replaces.Contains(earlier.Id!.Value) ? StatementRelation.Replaces : statement.Stems.Includes(earlier.Stems) ? StatementRelation.SaysMore : StatementRelation.Repeats;
        }

        // Read from one message a second time, the same attribute with the same value is the same statement in other words.
        if (earlier.Id is not null && now.Slot is not null && now.Slot == before.Slot && now.SlotValue == before.SlotValue && earlier.Sources.Contains(statement.Sources[0]) && SlotComparison.SameSubject(now, before))
        {
            return statement.Stems.Includes(earlier.Stems) ? StatementRelation.SaysMore : StatementRelation.Repeats;
        }

        if (LaterNews.Replaces(statement, earlier))
        {
            return StatementRelation.Replaces;
        }

        if (statement.Draft!.RejectedValue is { } wrong && IsRenamed(statement.Draft, before, wrong))
        {
            return StatementRelation.Replaces;
        }

        if (!SlotComparison.SameSubject(now, before))
        {
            return Ends(statement, earlier) || ChineseNews.Replaces(statement, earlier) || ((SlotComparison.IsPartOf(now, before) || SlotComparison.TellsOfNamed(now, before)) && ChangesValue(statement, earlier)) ? StatementRelation.Replaces : StatementRelation.None;
        }

        if (statement.Draft!.RejectedValue is { } rejected && SlotComparison.Rejects(now, before, rejected) && (!rejected.Any(char.IsAsciiDigit) || now.Slot is not null || now.Kind == MemoryKind.Instruction || statement.Stems.Core.Any(stem => !char.IsAsciiDigit(stem[0]) && earlier.Stems.Core.Contains(stem))))
        {
            return StatementRelation.Replaces;
        }

        var bySlot = SlotComparison.Compare(now, before);
        if (bySlot == StatementRelation.Replaces && !(IsDated(now) && before.EventTime is { } then && then.End <= earlier.ValidFrom.DateTime))
        {
            return bySlot;
        }

        if (Ends(statement, earlier))
        {
            return StatementRelation.Replaces;
        }

        if (ChangesValue(statement, earlier) || ChineseNews.Replaces(statement, earlier))
        {
            return StatementRelation.Replaces;
        }

        if (statement.Stems.TurnsOver(earlier.Stems, IsPlan(before)) && now.Kind != MemoryKind.Instruction && SlotComparison.MayTurnOver(now, before))
        {
            return StatementRelation.Replaces;
        }

        if (!now.Subject.Equals(before.Subject, StringComparison.OrdinalIgnoreCase) || now.EventTime != before.EventTime || statement.Stems.IsDenied != earlier.Stems.IsDenied || statement.Stems.Stems.Count == 0 || earlier.Stems.Stems.Count == 0)
        {
            return StatementRelation.None;
        }

        return earlier.Stems.Includes(statement.Stems) ? StatementRelation.Repeats : statement.Stems.Includes(earlier.Stems) && (earlier.Stems.Stems.Count > 1 || statement.Signs.Head == earlier.Signs.Head) ? StatementRelation.SaysMore : StatementRelation.None;
    }
}
