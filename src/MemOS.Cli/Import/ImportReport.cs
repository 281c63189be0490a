namespace MemOS.Cli.Import;

/// <summary>What an import did.</summary>
internal sealed class ImportReport
{
    /// <summary>Messages found in the file.</summary>
    public int Messages { get; set; }

    /// <summary>Messages that were not known before.</summary>
    public int Added { get; set; }

    /// <summary>Messages of an earlier import.</summary>
    public int Known { get; set; }

    /// <summary>Users that got messages, in order of their first one.</summary>
    public List<string> Users { get; } = [];

    /// <summary>Number of conversations.</summary>
    public int Sessions { get; set; }

    /// <summary>What could not be used.</summary>
    public List<ImportProblem> Problems { get; } = [];
}
