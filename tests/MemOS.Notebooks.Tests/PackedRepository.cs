using Notebooks;

namespace MemOS.Notebooks.Tests;

/// <summary>The packages of this build in the local feed, and a folder for what notebooks leave behind.</summary>
public sealed class PackedRepository : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("memos-notebooks-");

    private readonly Dictionary<string, Task<string>> gathered = new(StringComparer.Ordinal);

    public string Root { get; } = NotebookFolder.FindRoot();

    public NotebookPackages Packages { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Packages = new(Root);
        await Packages.PackAsync(build: false);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>The folder with the assemblies of packages; one for all notebooks that name the same.</summary>
    public Task<string> GatherAsync(IReadOnlyList<string> packages)
    {
        var key = string.Join(';', packages);
        return gathered.TryGetValue(key, out var task) ? task : gathered[key] = Packages.GatherAsync(packages, FolderFor($"packages-{gathered.Count}"));
    }

    /// <summary>An empty folder.</summary>
    public string FolderFor(string name) => folder.CreateSubdirectory(name).FullName;
}
