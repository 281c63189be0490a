using System.Globalization;
using MemOS.Storage;

namespace MemOS.Sqlite.Storage;

/// <summary>Examines a file on a connection that is used for nothing else; it reads only.</summary>
internal static class StoreCheck
{
    private const string Quick = "PRAGMA quick_check(20)";

    // Reads the full-text index as well.
    private const string Whole = "PRAGMA integrity_check(20)";

    private const string ForeignKeys = "PRAGMA foreign_key_check";

    private const string Sound = "ok";

    /// <summary>Whether the pages of the file are sound.</summary>
    public static IReadOnlyList<StoreProblem> CheckPages(Connection connection, bool deep)
    {
        var problems = new List<StoreProblem>();
        var reader = new PageProblems(connection);
        try
        {
            using var row = connection.Prepare(deep ? Whole : Quick);
            while (row.Step())
            {
                // One row may tell of several pages, a line each.
                problems.AddRange(row.Text(0).Split('\n').Where(static line => line != Sound).Select(reader.Of).OfType<StoreProblem>());
            }
        }
        catch (MemoryStoreException error) when (StoreErrors.IsCorrupt(error))
        {
            // The check itself was broken off; the tables can be read all the same, or not.
            problems.Add(reader.OfBreak(error.Message));
        }

        return problems;
    }

    /// <summary>Checks everything.</summary>
    public static IReadOnlyList<StoreProblem> CheckAll(Connection connection, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var problems = new List<StoreProblem>(CheckPages(connection, deep: true));
        if (problems.Count > 0)
        {
            // What damaged pages would make of the rules says nothing.
            return problems;
        }

        var steps = ConsistencyRule.All.Count + 2.0;
        progress?.Report(1 / steps);
        try
        {
            using (var row = connection.Prepare(ForeignKeys))
            {
                while (row.Step())
                {
                    problems.Add(new("file", $"A row of \"{row.Text(0)}\" refers to a missing row of \"{row.Text(2)}\". Restore a backup.", CanRepair: false));
                }
            }

            for (var i = 0; i < ConsistencyRule.All.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var rule = ConsistencyRule.All[i];
                if (connection.Prepare(rule.Violations).ReadIds() is { Count: > 0 } found)
                {
                    problems.Add(new(rule.Area, string.Create(CultureInfo.InvariantCulture, $"{found.Count} {rule.Message} The first is {found[0]}."), rule.CanRepair));
                }

                progress?.Report((i + 2) / steps);
            }
        }
        catch (MemoryStoreException error) when (StoreErrors.IsCorrupt(error))
        {
            problems.Add(new("file", error.Message, CanRepair: false));
        }

        return problems;
    }
}
