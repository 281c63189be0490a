using MemOS.Evidence;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evidence;

/// <summary>How evidence is selected and read from a row. A link takes its content from the item it stands for.</summary>
internal static class EvidenceRow
{
    /// <summary>The columns that <see cref="Read"/> expects, of <see cref="From"/>.</summary>
    public const string Columns = """
        e.id, s.name, e.position, e.kind, e.role, e.state, e.time, e.offset,
        coalesce(e.external_id, o.external_id), coalesce(e.author, o.author), coalesce(e.agent, o.agent), coalesce(e.text, o.text),
        coalesce(e.tool_calls, o.tool_calls), coalesce(e.tool_results, o.tool_results), coalesce(e.partial, o.partial), coalesce(e.document, o.document),
        e.recorded_at
        """;

    /// <summary>Evidence with its session and, for a link, what it stands for.</summary>
    public const string From = "evidence e JOIN sessions s ON s.number = e.session LEFT JOIN evidence o ON o.id = e.origin";

    /// <summary>Reads all rows and gives the statement back.</summary>
    public static List<EvidenceItem> ReadAll(Statement statement)
    {
        using (statement)
        {
            var items = new List<EvidenceItem>();
            while (statement.Step())
            {
                items.Add(Read(statement));
            }

            return items;
        }
    }

    private static EvidenceItem Read(Statement row) => new()
    {
        Id = new(row.Int64(0)),
        Session = SessionTable.Name(row.Text(1)),
        Position = row.Int32(2),
        State = (EvidenceState)row.Int32(5),
        Agent = row.TextOrNull(10),
        RecordedAt = row.Int64OrNull(16) is { } recorded ? Times.FromUtc(recorded) : null,
        Content = new()
        {
            Kind = (EvidenceKind)row.Int32(3),
            Role = (EvidenceRole)row.Int32(4),
            Time = Times.FromLocal(row.Int64(6), row.Int64(7)),
            ExternalId = row.TextOrNull(8),
            Author = row.TextOrNull(9),
            Text = row.Text(11),
            ToolCalls = EvidenceJson.ReadCalls(row.TextOrNull(12)),
            ToolResults = EvidenceJson.ReadResults(row.TextOrNull(13)),
            IsPartial = row.Int32(14) != 0,
            Document = row.TextOrNull(15),
        },
    };
}
