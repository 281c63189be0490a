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
    public async Task<MemoryDetails> FindAsync(MemoryId id, CancellationToken cancellationToken)
    {
        switch (id.Kind)
        {
            case MemoryItemKind.Record:
                var record = await memory.GetAsync(id, scope, cancellationToken);
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
