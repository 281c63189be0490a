using System.Globalization;
using System.Text;
using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Time;

namespace MemOS.Sqlite.Tests.Recall;

/// <summary>Everything that a store answers to a search, written down, so that two stores can be compared.</summary>
internal static class RecallAnswers
{
    private static readonly MemoryKind[] Kinds = [MemoryKind.Fact, MemoryKind.Preference];

    public static async Task<string> WriteAsync(SqliteMemoryStore store, CubeAccess access, IReadOnlyCollection<long> ids, IReadOnlyList<string> terms)
    {
        await using var reader = await store.Recall.OpenAsync(access);
        var text = new StringBuilder();
        foreach (var cube in access.Readable)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"cube {cube}: {await reader.GetStatisticsAsync(cube)}");
            foreach (var term in terms)
            {
                foreach (var limit in new[] { 1, 3, 100 })
                {
                    var found = (await reader.GetPostingsAsync(cube, term, limit)).ToArray();
                    text.AppendLine(CultureInfo.InvariantCulture, $"{term} {limit}: {string.Join(' ', found)}");
                }
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"kinds: {string.Join(' ', await reader.GetByKindAsync(cube, Kinds, 5))}");
            text.AppendLine(CultureInfo.InvariantCulture, $"time: {string.Join(' ', (await reader.GetByTimeAsync(cube, EventTime.OfYear(2024), 50)).Order())}");
        }

        foreach (var document in (await reader.DescribeAsync(ids)).OrderBy(static document => document.Id))
        {
            text.AppendLine(Write(document));
        }

        foreach (var id in ids)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{id} near: {Ids(await reader.GetNeighboursAsync([id], 2))}; next: {Ids(await reader.GetNeighboursAsync([id], 1))}; itself: {Ids(await reader.GetNeighboursAsync([id], 0))}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"derived: {string.Join(' ', (await reader.GetDerivedAsync(ids)).Order())}");
        text.AppendLine(string.Join('\n', (await reader.GetSupersededAsync(ids)).Select(static statement => statement.ToString()).Order(StringComparer.Ordinal)));
        return text.ToString();
    }

    private static string Ids(IEnumerable<RecallDocument> documents) => string.Join(' ', documents.Select(static document => document.Id).Order());

    private static string Write(RecallDocument document) => $"{document with { Sources = [] }} from {string.Join(' ', document.Sources)}";
}
