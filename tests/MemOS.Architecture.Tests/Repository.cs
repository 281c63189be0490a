namespace MemOS.Architecture.Tests;

/// <summary>The checkout that the tests run from.</summary>
internal static class Repository
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> AllSources = new(LoadSources);

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Sources => AllSources.Value;

    public static IReadOnlyList<string> ProjectFiles { get; } =
        [.. new[] { "src", "tests", "samples", "eng" }
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)];

    private static IReadOnlyList<SourceFile> LoadSources() =>
        [.. new[] { "src", "tests", "samples", "notebooks", "eng" }
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(file => (File: file, Relative: Path.GetRelativePath(Root, file).Replace('\\', '/')))
            .Where(file => !file.Relative.Split('/').Any(part => part is "bin" or "obj" or "artifacts"))
            .OrderBy(file => file.Relative, StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(file => new SourceFile(file.Relative, File.ReadAllText(file.File)))];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MemOS.SemanticKernel.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The architecture tests read the sources: run them from a checkout.");
    }
}
