using MemOS.Cli.Output;
using MemOS.Reading;

namespace MemOS.Cli;

/// <summary>Looks up records and messages of one scope in the shapes that are printed.</summary>
internal sealed class MemoryView(MemoryOS memory, MemoryScope scope)
{
    public async Task<IReadOnlyList<RecordOutput>> DescribeAsync(IReadOnlyList<MemoryRecord> records, CancellationToken cancellationToken)
    {
        var labels = await SourceLabels.LoadAsync(memory, scope, records, cancellationToken);
        return [.. records.Select(record => RecordOutput.Of(record, labels))];
    }

    /// <summary>The current records made of messages.</summary>
    public async Task<IReadOnlyList<RecordOutput>> DerivedAsync(IReadOnlyList<MemoryId> evidence, CancellationToken cancellationToken) =>
        await DescribeAsync(await memory.ListReadFromAsync(evidence, scope, cancellationToken), cancellationToken);

    /// <summary>A record with the messages behind it, or a message with the records made of it.</summary>
    /// <exception cref="MemoryNotFoundException">The id names nothing that the scope may see.</exception>
    /// <exception cref="ArgumentException">The id names neither a record nor a message.</exception>
    public Task<MemoryDetails> FindAsync(MemoryId id, CancellationToken cancellationToken) => FindAsync(id, null, cancellationToken);

    /// <summary>The same; a record in the version that was held at a time.</summary>
    /// <inheritdoc cref="FindAsync(MemoryId, CancellationToken)" path="/exception"/>
    public async Task<MemoryDetails> FindAsync(MemoryId id, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        switch (id.Kind)
        {
            case MemoryItemKind.Record:
                var record = asOf is null
                    ? await memory.GetAsync(id, scope, cancellationToken)
                    : (await memory.HistoryAsync(id, scope, cancellationToken)).LastOrDefault(version => version.RecordedAt <= asOf) ?? throw new MemoryNotFoundException($"{id} was not held yet.");
                var sources = await memory.GetEvidenceAsync(record.Sources, scope, cancellationToken);
                return new(record, null, sources, [], await SourceLabels.LoadAsync(memory, scope, [record], cancellationToken));
            case MemoryItemKind.Evidence:
                var message = await memory.GetEvidenceAsync(id, scope, cancellationToken);
                var records = await memory.ListReadFromAsync([id], scope, cancellationToken);
                return new(null, message, [], records, await SourceLabels.LoadAsync(memory, scope, records, cancellationToken));
            default:
                throw new ArgumentException($"{id} is neither a record (r1-12) nor a message (m1-12).");
        }
    }
}
