using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS;

public sealed partial class MemoryOS
{
    private const double LearningRate = 0.5;

    /// <summary>Corrects what a record says. The old version stays in its history, and the correction becomes evidence of its own, both or neither.</summary>
    /// <param name="id">The record, such as <c>r1-12</c>.</param>
    /// <param name="text">What it says from now on: one statement that can be read without its conversation.</param>
    /// <param name="scope">Whose memory; the record lies in the scope's home cube or one of its <see cref="MemoryScope.WriteCubes"/>.</param>
    /// <param name="reason">Why, in a few words. Default: "corrected".</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <exception cref="ArgumentException">The text is empty, too long or not valid UTF-16; nothing is changed.</exception>
    /// <exception cref="MemoryNotFoundException">The record is unknown, forgotten, erased or not visible to the scope; nothing is changed.</exception>
    /// <exception cref="MemoryAccessException">The record lies in a cube that the scope may only read; nothing is changed.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written; nothing is changed.</exception>
    public async Task<MemoryRecord> UpdateAsync(MemoryId id, string text, MemoryScope scope, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var draft = new EvidenceDraft { Role = EvidenceRole.User, Text = text, Time = Options.TimeProvider.GetLocalNow(), Kind = EvidenceKind.Manual };
        EvidenceGuard.Check(draft, 0, Options.MaxTextLength);
        EvidenceGuard.CheckText("The reason", reason ?? "", Options.MaxTextLength);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var record = await FindChangeableAsync(access, id, cancellationToken).ConfigureAwait(false);

        // The value in the slot is not known without reading, and a wrong one would win against later statements.
        var content = new RecordContent
        {
            Kind = record.Kind,
            Text = text,
            Subject = record.Subject,
            Entities = record.Entities,
            EventTime = record.EventTime,
            Confidence = 1,
            Origin = RecordOrigin.Manual,
            Slot = record.Slot,
            Polarity = record.Polarity,
            Topic = record.Topic,
        };
        using var activity = MemOSTelemetry.Start(MemOSTelemetry.UpdateMemory);
        return await Store.Records.CorrectAsync(WritingIn(access, id.Cube), id, content, draft, reason ?? "corrected", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says whether a result of a search was right, which makes the records behind it surer or less sure.</summary>
    /// <remarks>
    /// A record's confidence goes half of the way to 1, or half of the way to 0, as a new version whose reason names the feedback; its
    /// text, state and sources stay. A message or chunk passes the feedback on to the records that were read from it. Ranking
    /// does not weigh confidence by itself: a record that is wrong is corrected or forgotten.
    /// </remarks>
    /// <param name="id">The result: a record, or a message or chunk.</param>
    /// <param name="isGood">Whether the result was right.</param>
    /// <param name="scope">Whose memory; the result lies in the scope's home cube or one of its <see cref="MemoryScope.WriteCubes"/>.</param>
    /// <param name="comment">Why, in a few words. Default: none.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <returns>The records that changed, in their new versions; none for a message that nothing was read from.</returns>
    /// <exception cref="ArgumentException">The comment is too long or not valid UTF-16; nothing is changed.</exception>
    /// <exception cref="MemoryNotFoundException">The result is unknown, forgotten, erased or not visible to the scope; nothing is changed.</exception>
    /// <exception cref="MemoryAccessException">The result lies in a cube that the scope may only read; nothing is changed.</exception>
    /// <exception cref="MemoryStoreException">The store cannot be written; nothing is changed.</exception>
    public async Task<IReadOnlyList<MemoryRecord>> FeedbackAsync(MemoryId id, bool isGood, MemoryScope scope, string? comment = null, CancellationToken cancellationToken = default)
    {
        EvidenceGuard.CheckText("The comment", comment ?? "", Options.MaxTextLength);
        var access = await ResolveAsync(scope, cancellationToken).ConfigureAwait(false);
        var records = id.Kind == MemoryItemKind.Evidence
            ? await FindReadFromAsync(access, id, cancellationToken).ConfigureAwait(false)
            : [await FindChangeableAsync(access, id, cancellationToken).ConfigureAwait(false)];
        if (records.Count == 0)
        {
            return [];
        }

        var word = isGood ? "good" : "bad";
        var reason = string.IsNullOrWhiteSpace(comment) ? $"feedback: {word}" : $"feedback: {word}, {comment}";
        var goal = isGood ? 1 : 0;
        var changes = records.Select(record => new RecordChange.Strengthen(record.Id, [], record.Confidence + (LearningRate * (goal - record.Confidence))) { Reason = reason });
        var writing = WritingIn(access, id.Cube);
        await Store.Records.ApplyAsync(writing, [.. changes], [], cancellationToken).ConfigureAwait(false);
        return await Store.Records.GetAsync(writing, [.. records.Select(record => record.Id)], CancellationToken.None).ConfigureAwait(false);
    }

    // A change is written where the item lies, not in the scope's home and by links.
    private static CubeAccess WritingIn(CubeAccess access, int cube) => access with { Writable = [cube] };

    private static void CheckWritable(CubeAccess access, MemoryId id)
    {
        if (!access.Writable.Contains(id.Cube))
        {
            throw new MemoryAccessException($"{id} lies in a cube that this scope only reads. Name the cube in MemoryScope.WriteCubes, with a writer's grant.");
        }
    }

    private async Task<MemoryRecord> FindChangeableAsync(CubeAccess access, MemoryId id, CancellationToken cancellationToken)
    {
        var known = await Store.Records.GetAsync(access, [id], cancellationToken).ConfigureAwait(false);
        if (known is not [{ State: not RecordState.Forgotten } record])
        {
            throw new MemoryNotFoundException($"There is no record {id} that this scope can change. List records to see their ids; a forgotten one is restored first.");
        }

        CheckWritable(access, id);
        return record;
    }

    private async Task<IReadOnlyList<MemoryRecord>> FindReadFromAsync(CubeAccess access, MemoryId id, CancellationToken cancellationToken)
    {
        var known = await Store.Evidence.GetAsync(access, [id], cancellationToken).ConfigureAwait(false);
        if (known is not [{ State: EvidenceState.Active }])
        {
            throw Unknown(id);
        }

        CheckWritable(access, id);
        var records = await ListReadFromAsync(access, [id], cancellationToken).ConfigureAwait(false);
        return [.. records.Where(record => record.Id.Cube == id.Cube)];
    }
}
