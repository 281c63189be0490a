namespace MemOS.Cli.Tests.Readme;

/// <summary>The documentation of the checkout that the tests run from.</summary>
internal static class DocsFiles
{
    public static string Root { get; } = FindRoot();

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path])).ReplaceLineEndings("\n");

    /// <summary>The fenced blocks of a language, in order.</summary>
    public static IEnumerable<string> Blocks(string text, string language)
    {
        var fence = $"```{language}\n";
        for (var start = text.IndexOf(fence, StringComparison.Ordinal); start >= 0; start = text.IndexOf(fence, start + 1, StringComparison.Ordinal))
        {
            var from = start + fence.Length;
            yield return text[from..text.IndexOf("```", from, StringComparison.Ordinal)];
        }
    }

    /// <summary>The lines of a text between two marks, without indentation and empty lines.</summary>
    public static IEnumerable<string> Region(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return Lines(text[from..text.IndexOf(end, from, StringComparison.Ordinal)]);
    }

    /// <summary>The lines of a text, without indentation and empty lines.</summary>
    public static IEnumerable<string> Lines(string text) => text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0);

    private static string FindRoot()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "README.md")))
        {
            root = root.Parent;
        }

        return root.FullName;
    }
}
