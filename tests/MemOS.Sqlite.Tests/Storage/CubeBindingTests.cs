using System.Reflection;
using System.Text.RegularExpressions;

namespace MemOS.Sqlite.Tests.Storage;

/// <summary>Every statement that touches what users stored is bound to a cube, a session of one, or ids that were checked against one.</summary>
public sealed partial class CubeBindingTests
{
    // Each works on the whole file by its nature: checks, repairs, the removal of what was collected in the cubes before, or the
    // sessions that wait for work, of which it says nothing but their names.
    private static readonly string[] WholeFile =
    [
        "WordIndexBuilder", "ConsistencyRule", "StoreCheck", "SqliteStoreMaintenance", "Erasure", "CubeRemoval", "Forgetting", "CubeCopy", "PendingSessions",
    ];

    public static TheoryData<string, string> Statements()
    {
        var data = new TheoryData<string, string>();
        foreach (var type in typeof(SqliteMemoryStore).Assembly.GetTypes().Where(static type => !WholeFile.Contains(type.Name)))
        {
            foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (field.IsLiteral && field.GetRawConstantValue() is string sql && Verb().IsMatch(sql) && UserTable().IsMatch(sql))
                {
                    data.Add($"{type.Name}.{field.Name}", sql);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_OnUserData_IsBoundToACube(string name, string sql) => Assert.True(Binding().IsMatch(sql), $"{name} reaches beyond a cube: {sql}");

    [Fact]
    public void Statements_AreFound() => Assert.True(Statements().Count > 30);

    [Theory]
    [InlineData("SELECT text FROM evidence WHERE external_id = ?1")]
    [InlineData("DELETE FROM record_versions WHERE text_key = ?1")]
    public void Statement_Unbound_WouldBeFound(string sql) => Assert.True(Verb().IsMatch(sql) && UserTable().IsMatch(sql) && !Binding().IsMatch(sql));

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE)\b")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(FROM|JOIN|INTO|UPDATE)\s+(evidence|record_versions|record_sources|words|vectors|jobs|ledger|tombstones|sessions|skipped)\b")]
    private static partial Regex UserTable();

    [GeneratedRegex(@"\b(id|first) BETWEEN|rowid BETWEEN|record BETWEEN|>> 32|cube = \?|cube IN|\bcube\b.*VALUES|\b(session|number|rowid|id|origin) = \?1|\((id|first), |\(rowid, |\(model, id|\(record, |\(cube, |IN \(SELECT value >> 32|kind = \?1")]
    private static partial Regex Binding();
}
