namespace MemOS.Cli.Commands;

/// <summary>The commands of the tool, in the order of its help.</summary>
internal static class CommandCatalog
{
    public static IReadOnlyList<ICliCommand> Create() =>
    [
        new DemoCommand(),
        new ImportCommand(),
        new AddCommand(),
        new SearchCommand(),
        new ChatCommand(),
        new ListCommand(),
        new ShowCommand(),
        new HistoryCommand(),
        new UpdateCommand(),
        new UndoCommand(),
        new ForgetCommand(isRestore: false),
        new ForgetCommand(isRestore: true),
        new EraseCommand(),
        new TimelineCommand(),
        new TasksCommand(),
        new UsersCommand(),
        new CubesCommand(),
        new StatsCommand(),
        new McpCommand(),
        new DoctorCommand(),
        new BackupCommand(),
        new RestoreBackupCommand(),
    ];
}
