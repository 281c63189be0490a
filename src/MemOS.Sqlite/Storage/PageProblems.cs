using System.Globalization;
using System.Text.RegularExpressions;
using MemOS.Storage;

namespace MemOS.Sqlite.Storage;

/// <summary>Reads what SQLite says of damaged pages: whether a table was hit, or only what is made again from tables.</summary>
internal sealed partial class PageProblems(Connection connection)
{
    private const string WordTables = "words";
    private const string Schema = "SELECT rootpage, type, name FROM sqlite_schema WHERE rootpage > 0";

    // Every table is read to its end, without its indexes.
    private const string Scans = """
        SELECT format('SELECT count(*) FROM "%w" NOT INDEXED', name)
        FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> 'words' AND name NOT LIKE 'words\_%' ESCAPE '\'
        """;

    private readonly Dictionary<int, (bool IsIndex, string Name)> trees = ReadTrees(connection);

    /// <summary>The problem of one line of a check; <see langword="null"/> for a heading.</summary>
    public StoreProblem? Of(string line)
    {
        if (line.Length == 0 || line.StartsWith("***", StringComparison.Ordinal))
        {
            return null;
        }

        if (Tree().Match(line) is { Success: true } match && trees.TryGetValue(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), out var tree))
        {
            var where = $"{(tree.IsIndex ? "The index" : "The table")} \"{tree.Name}\" is damaged";
            return IsOfWords(tree.Name) ? Derived("words", where, line) : tree.IsIndex ? Derived("file", where, line) : Lost(where, line);
        }

        return Words().IsMatch(line) ? Derived("words", "The word index is damaged", line)
            : Index().IsMatch(line) ? Derived("file", "An index does not fit its table", line)
            : Unused().IsMatch(line) ? Derived("file", "Pages of the file are used by nothing", line)
            : Lost("The file is damaged", line);
    }

    /// <summary>The problem of a check that could not go on.</summary>
    public StoreProblem OfBreak(string error)
    {
        try
        {
            foreach (var scan in connection.Prepare(Scans).ReadTexts())
            {
                connection.Execute(scan);
            }

            return Derived("file", "What is made of the tables is damaged", error);
        }
        catch (MemoryStoreException broken) when (StoreErrors.IsCorrupt(broken))
        {
            return new("file", error, CanRepair: false);
        }
    }

    private static StoreProblem Derived(string area, string where, string line) => new(area, $"{where}. Run the repair: it is made again from evidence and records. ({line})", CanRepair: true);

    private static StoreProblem Lost(string where, string line) => new("file", $"{where}. Restore a backup. ({line})", CanRepair: false);

    private static bool IsOfWords(string name) => name == WordTables || name.StartsWith(WordTables + "_", StringComparison.Ordinal);

    private static Dictionary<int, (bool IsIndex, string Name)> ReadTrees(Connection connection)
    {
        var trees = new Dictionary<int, (bool, string)>();
        using var row = connection.Prepare(Schema);
        while (row.Step())
        {
            trees[row.Int32(0)] = (row.Text(1) == "index", row.Text(2));
        }

        return trees;
    }

    [GeneratedRegex("^Tree ([0-9]+) ")]
    private static partial Regex Tree();

    [GeneratedRegex("fts5|\\bwords(_[a-z]+)?\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex("^(row [0-9]+ missing from index|wrong # of entries in index|non-unique entry in index|row [0-9]+ values differ from index) ")]
    private static partial Regex Index();

    [GeneratedRegex("^(Page [0-9]+: (never used|pointer map referenced)|Freelist: )")]
    private static partial Regex Unused();
}
