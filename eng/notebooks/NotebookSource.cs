using System.Text.RegularExpressions;

namespace Notebooks;

/// <summary>A file-based app read as a notebook: what the comments of its source mean.</summary>
/// <remarks>
/// <para>
/// <c>#:package Name@Version</c> at the top: the packages, which the notebook loads before its first code. Where from is said by the
/// <c>nuget.config</c> beside it: the kernel's <c>#i</c> takes no relative path.
/// </para>
/// <para><c>// %% [markdown]</c>: comment lines that follow are a markdown cell. <c>// %%</c>: what follows is a code cell.</para>
/// <para>
/// <c>// %% [types]</c>: from here to the end come declarations of types, which a program holds after its statements and a notebook
/// before them: they become the cells at the place of <c>// %% [types here]</c>.
/// </para>
/// <para><c>// %% show NAME</c> at the end of a statement's line: the notebook shows the picture that the variable holds, as SVG.</para>
/// </remarks>
public sealed partial class NotebookSource
{
    /// <summary>Where the repository packs its packages, seen from a notebook.</summary>
    public const string Feed = "../artifacts/packages";

    private const string Marker = "// %%";

    private NotebookSource(IReadOnlyList<string> packages, IReadOnlyList<NotebookCell> cells)
    {
        Packages = packages;
        Cells = cells;
    }

    /// <summary>The packages, such as <c>MemOS.Sqlite, 0.1.0</c>.</summary>
    public IReadOnlyList<string> Packages { get; }

    /// <summary>The cells in the order of the notebook.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>Reads the source of an app.</summary>
    /// <exception cref="FormatException">A marker is unknown, or a markdown cell holds code.</exception>
    public static NotebookSource Parse(string source)
    {
        var packages = new List<string>();
        var statements = new List<NotebookCell>();
        var types = new List<NotebookCell>();
        var current = statements;
        var place = -1;
        var lines = new List<string>();
        var isCode = true;
        foreach (var line in source.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("#!", StringComparison.Ordinal) || line.StartsWith("#:", StringComparison.Ordinal))
            {
                if (Package().Match(line) is { Success: true } package)
                {
                    packages.Add($"{package.Groups[1].Value}, {package.Groups[2].Value}");
                }
            }
            else if (line.StartsWith(Marker, StringComparison.Ordinal))
            {
                Close();
                isCode = line != "// %% [markdown]";
                if (line == "// %% [types]")
                {
                    current = types;
                }
                else if (line == "// %% [types here]")
                {
                    place = statements.Count;
                }
                else if (isCode && line != Marker)
                {
                    throw new FormatException($"'{line}' is no marker of a cell.");
                }
            }
            else
            {
                lines.Add(isCode ? Shown(line) : Uncommented(line));
            }
        }

        Close();
        if (place < 0 && types.Count > 0)
        {
            throw new FormatException("The types have no '// %% [types here]'.");
        }

        statements.InsertRange(Math.Max(0, place), types);
        statements.Insert(statements.FindIndex(cell => cell.IsCode), new(IsCode: true, Directives(packages)));
        return new(packages, statements);

        void Close()
        {
            var text = string.Join('\n', lines).Trim('\n');
            lines.Clear();
            if (text.Length > 0)
            {
                current.Add(new(isCode, text));
            }
        }
    }

    private static string Directives(List<string> packages) =>
        string.Join('\n', packages.Select(package => $"#r \"nuget: {package}\""));

    private static string Shown(string line) => Show().Match(line) is { Success: true } show ? $"{show.Groups[1].Value}\ndisplay(HTML({show.Groups[2].Value}));" : line;

    private static string Uncommented(string line) => line.Length == 0 || line == "//" ? ""
        : line.StartsWith("// ", StringComparison.Ordinal) ? line[3..]
        : throw new FormatException($"'{line}' stands in a markdown cell and is no comment.");

    [GeneratedRegex(@"^#:package\s+([^@\s]+)@(\S+)\s*$")]
    private static partial Regex Package();

    [GeneratedRegex(@"^(.*;)\s*// %% show (\w+)$")]
    private static partial Regex Show();
}
