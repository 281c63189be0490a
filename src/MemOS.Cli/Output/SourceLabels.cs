using MemOS.Cli.Import;
using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS.Cli.Output;

/// <summary>The ids by which people know messages: the caller's own where there is one.</summary>
internal sealed class SourceLabels
{
    private readonly Dictionary<MemoryId, EvidenceItem> items;

    private SourceLabels(IEnumerable<EvidenceItem> items) => this.items = items.ToDictionary(item => item.Id);

    /// <summary>Loads the messages behind records, a thousand at a time.</summary>
    public static async Task<SourceLabels> LoadAsync(MemoryOS memory, MemoryScope scope, IEnumerable<MemoryRecord> records, CancellationToken cancellationToken)
    {
        var found = new List<EvidenceItem>();
        foreach (var ids in records.SelectMany(record => record.Sources).Distinct().Chunk(1000))
        {
            found.AddRange(await memory.GetEvidenceAsync(ids, scope, cancellationToken));
        }

        return new(found);
    }

    public string Of(MemoryId id) => items.TryGetValue(id, out var item) ? Of(id, item.Content.ExternalId) : id.ToString();

    /// <summary>The id to show: fingerprints that an importer gave to messages without ids say nothing to people.</summary>
    public static string Of(MemoryId id, string? externalId) => externalId is null || StableIds.IsOne(externalId) ? id.ToString() : externalId;

    public EvidenceItem? Find(MemoryId id) => items.GetValueOrDefault(id);
}
