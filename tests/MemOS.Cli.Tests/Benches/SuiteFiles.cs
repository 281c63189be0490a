namespace MemOS.Cli.Tests.Benches;

/// <summary>The suites of the repository.</summary>
internal static class SuiteFiles
{
    public static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MemOS.SemanticKernel.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "suites", file);
    }
}
