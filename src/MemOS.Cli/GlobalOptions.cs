using System.CommandLine;

namespace MemOS.Cli;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public const string DatabaseVariable = "MEMOS_DB";
    public const string UserVariable = "MEMOS_USER";
    public const string DefaultUser = "default";

    public Option<string?> Database { get; } = new("--db")
    {
        Description = $"The memory file. Default: ${DatabaseVariable}, else memos/memory.db in your data folder.",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<string?> User { get; } = new("--user", "-u")
    {
        Description = $"Whose memory. Default: ${UserVariable}, else \"{DefaultUser}\".",
        HelpName = "ID",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document, and nothing else, on standard output.",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        root.Add(Database);
        root.Add(User);
        root.Add(Json);
    }
}
