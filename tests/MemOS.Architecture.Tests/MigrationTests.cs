namespace MemOS.Architecture.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Migrations_AreNumberedInARow_AndEachEndsWithItsNumber()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "MemOS.Sqlite", "Storage", "Migrations"), "*.sql").Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(files);
        for (var i = 0; i < files.Count; i++)
        {
            Assert.StartsWith($"{i + 1:0000}_", Path.GetFileName(files[i]), StringComparison.Ordinal);
            Assert.EndsWith($"PRAGMA user_version = {i + 1};", File.ReadAllText(files[i]).TrimEnd(), StringComparison.Ordinal);
        }
    }
}
