using MemOS.Evolution;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Evolution;

/// <summary>The tools that were noted in cubes.</summary>
internal static class ToolTable
{
    private const string List = "SELECT body FROM tools WHERE cube = ?1 ORDER BY name";
    private const string Put = "INSERT INTO tools (cube, name, body) VALUES (?1, ?2, ?3) ON CONFLICT (cube, name) DO UPDATE SET body = excluded.body WHERE body <> excluded.body";

    public static IReadOnlyList<ToolDefinition> Read(Connection connection, int cube)
    {
        var tools = new List<ToolDefinition>();
        using var row = connection.Prepare(List).Bind(cube);
        while (row.Step())
        {
            tools.Add(ToolDefinition.FromJson(row.Text(0)));
        }

        return tools;
    }

    public static void Write(Connection connection, int cube, IReadOnlyList<ToolDefinition> tools)
    {
        foreach (var tool in tools)
        {
            connection.Prepare(Put).Bind(cube).Bind(tool.Name).Bind(tool.ToJson()).Run();
        }
    }
}
