namespace MemOS.Cli.Commands;

/// <summary>The commands of the tool, in the order of its help.</summary>
internal static class CommandCatalog
{
    public static IReadOnlyList<ICliCommand> Create() =>
    [
        new ImportCommand(),
        new SearchCommand(),
        new DoctorCommand(),
    ];
}
