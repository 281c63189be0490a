namespace MemOS.Sqlite.Tests;

/// <summary>A folder of one test's own, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("memos-");

    /// <summary>The full path of a file in it.</summary>
    public string File(string name = "memory.db") => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
