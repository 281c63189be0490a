using MemOS.Cli.Output;
using MemOS.Cubes;
using MemOS.Reading;

namespace MemOS.Cli;

/// <summary>Looks up records and messages of one scope in the shapes that are printed.</summary>
internal sealed class MemoryView
{
    private readonly MemoryOS memory;

    private MemoryView(MemoryOS memory, CubeAccess access)
    {
        this.memory = memory;
        Access = access;
    }

    public CubeAccess Access { get; }

    public static async Task<MemoryView> OpenAsync(MemoryOS memory, MemoryScope scope, CancellationToken cancellationToken) =>
        new(memory, await memory.ResolveAsync(scope, cancellationToken));

    public async Task<IReadOnlyList<RecordOutput>> DescribeAsync(IReadOnlyList<MemoryRecord> records, CancellationToken cancellationToken)
    {
        var labels = await SourceLabels.LoadAsync(memory, Access, records, cancellationToken);
        return [.. records.Select(record => RecordOutput.Of(record, labels))];
    }

    /// <summary>The current records made of messages.</summary>
    public async Task<IReadOnlyList<RecordOutput>> DerivedAsync(IReadOnlyList<MemoryId> evidence, CancellationToken cancellationToken)
    {
        IReadOnlyList<(long Evidence, long Record)> derived;
        await using (var reader = await memory.Store.Recall.OpenAsync(Access, cancellationToken))
        {
            derived = await reader.GetDerivedAsync([.. evidence.Select(id => id.Value)], cancellationToken);
        }

        return await DescribeAsync(await memory.Store.Records.GetAsync(Access, [.. derived.Select(pair => new MemoryId(pair.Record)).Distinct()], cancellationToken), cancellationToken);
    }

    /// <summary>A record with the messages behind it, or a message with the records made of it.</summary>
    /// <exception cref="MemoryNotFoundException">The id names nothing that the scope may see.</exception>
    public async Task<ShowOutput> ShowAsync(MemoryId id, CancellationToken cancellationToken)
    {
        if (id.Kind == MemoryItemKind.Record && await memory.Store.Records.GetAsync(Access, [id], cancellationToken) is [var record])
        {
            var sources = await memory.Store.Evidence.GetAsync(Access, record.Sources, cancellationToken);
            return new((await DescribeAsync([record], cancellationToken))[0], null, [.. sources.Select(MessageOutput.Of)], []);
        }

        if (id.Kind == MemoryItemKind.Evidence && await memory.Store.Evidence.GetAsync(Access, [id], cancellationToken) is [var message])
        {
            return new(null, MessageOutput.Of(message), [], await DerivedAsync([id], cancellationToken));
        }

        throw new MemoryNotFoundException($"There is no {id} in this user's memory. List memories to see their ids.");
    }
}
