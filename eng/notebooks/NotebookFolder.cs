namespace Notebooks;

/// <summary>Where the notebooks are.</summary>
public static class NotebookFolder
{
    /// <summary>The checkout that this program was built in.</summary>
    public static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MemOS.SemanticKernel.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The notebooks are packed and run from a checkout of the repository.");
    }

    /// <summary>The file-based apps, in order.</summary>
    public static IReadOnlyList<string> Sources(string root) =>
        [.. Directory.EnumerateFiles(Path.Combine(root, "notebooks"), "*.cs").Order(StringComparer.Ordinal)];
}
