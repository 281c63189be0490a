using System.Text.RegularExpressions;

namespace MemOS.Hosts.Tests.Docs;

/// <summary>A fenced block of a Markdown page.</summary>
/// <param name="Text">What it holds.</param>
/// <param name="Origin">Where its comment says that it comes from, such as <c>samples/X/Program.cs#region</c>; <see langword="null"/> for none.</param>
internal sealed partial record CodeBlock(string Text, string? Origin)
{
    public static IEnumerable<CodeBlock> Of(string page, string language) => Fences().Matches(page.ReplaceLineEndings("\n"))
        .Where(fence => fence.Groups["language"].Value == language)
        .Select(fence => new CodeBlock(fence.Groups["text"].Value, fence.Groups["origin"] is { Success: true } origin ? origin.Value : null));

    /// <summary>A region of a source file, without the indent that all of its lines share.</summary>
    public static string RegionOf(string source, string name)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => line.Trim() == "#region " + name);
        Assert.True(start >= 0, $"There is no region '{name}'.");
        var region = lines.Skip(start + 1).TakeWhile(line => line.Trim() != "#endregion").ToList();
        var indent = region.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', region.Select(line => line.Length == 0 ? line : line[indent..])).Trim('\n');
    }

    [GeneratedRegex(@"(?:<!-- from (?<origin>\S+) -->\n)?^```(?<language>\w+)\n(?<text>.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences();
}
