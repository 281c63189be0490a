namespace MemOS.Hosts.Tests.Docs;

/// <summary>The checkout that the tests run from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MemOS.SemanticKernel.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests read the documentation: run them from a checkout.");
    }
}
