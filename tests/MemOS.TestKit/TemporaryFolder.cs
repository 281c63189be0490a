namespace MemOS.TestKit;

/// <summary>A folder for the memory files of one test, removed afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("memos-test-").FullName;

    /// <summary>A file in it.</summary>
    public string File(string name = "memory.db") => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
