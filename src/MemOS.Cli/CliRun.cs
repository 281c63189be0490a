using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MemOS.Cubes;
using Spectre.Console;

namespace MemOS.Cli;

/// <summary>One run of one command: its options, its two consoles and the memory it works on.</summary>
internal sealed class CliRun
{
    private readonly GlobalOptions globals;

    public CliRun(CliHost host, GlobalOptions globals, ParseResult parse)
    {
        this.globals = globals;
        Host = host;
        Parse = parse;
        IsJson = parse.GetValue(globals.Json);
        Out = CliConsole.Create(IsJson ? TextWriter.Null : host.Out, host.IsTerminal, host);
        Notes = CliConsole.Create(host.Error, host.IsErrorTerminal, host);
    }

    public CliHost Host { get; }

    public ParseResult Parse { get; }

    /// <summary>Whether standard output belongs to one JSON document.</summary>
    public bool IsJson { get; }

    /// <summary>Results for people; silent when JSON was asked for.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Progress and remarks, on standard error.</summary>
    public IAnsiConsole Notes { get; }

    /// <summary>The user that the options or the environment name; <see langword="null"/> when none does.</summary>
    public string? NamedUser
    {
        get
        {
            var name = Parse.GetValue(globals.User) ?? Host.Variable(GlobalOptions.UserVariable);
            return name is null || !string.IsNullOrWhiteSpace(name) ? name : throw new CliException("--user needs a name.", ExitCode.Usage);
        }
    }

    public string User => NamedUser ?? GlobalOptions.DefaultUser;

    public MemoryScope Scope => MemoryScope.ForUser(User);

    /// <summary>The full path of the memory file.</summary>
    public string DatabasePath
    {
        get
        {
            var path = Parse.GetValue(globals.Database) ?? Host.Variable(GlobalOptions.DatabaseVariable);
            if (path is not null && string.IsNullOrWhiteSpace(path))
            {
                throw new CliException("--db needs a file name.", ExitCode.Usage);
            }

            return Path.GetFullPath(path ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "memos", "memory.db"));
        }
    }

    /// <summary>Opens the memory file for a command that writes; makes it, and its folder, when it is new.</summary>
    public async Task<MemoryOS> OpenOrCreateAsync(CancellationToken cancellationToken)
    {
        var path = DatabasePath;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return await MemoryOS.OpenAsync(path, Settings(), cancellationToken: cancellationToken);
    }

    /// <summary>Opens the memory file for a command that makes no sense without one.</summary>
    public async Task<MemoryOS> OpenExistingAsync(CancellationToken cancellationToken)
    {
        var path = DatabasePath;
        if (!File.Exists(path))
        {
            throw new CliException($"There is no memory file at {path} yet. Fill one with: memos import FILE (or name another with --db).");
        }

        return await MemoryOS.OpenAsync(path, Settings(), cancellationToken: cancellationToken);
    }

    /// <summary>Resolves the user's scope for a command that only looks: a user that is not known is an error, not created.</summary>
    public async Task<CubeAccess> ResolveKnownAsync(MemoryOS memory, CancellationToken cancellationToken)
    {
        if (await memory.Store.Cubes.FindUserAsync("", User, cancellationToken) is not null)
        {
            return await memory.ResolveAsync(Scope, cancellationToken);
        }

        var users = await memory.Store.Cubes.ListUsersAsync("", cancellationToken);
        var known = users.Count == 0 ? "It knows nobody yet; fill it with: memos import FILE" : $"It knows: {string.Join(", ", users.Take(8).Select(user => user.Name))}{(users.Count > 8 ? ", …" : "")}. Choose one with --user.";
        throw new CliException($"Nothing is known of the user \"{User}\" in {DatabasePath}. {known}");
    }

    /// <summary>The error for an id that names nothing the user may see.</summary>
    public static CliException Unknown(MemoryId id) => new($"There is no {id} in this user's memory. memos list shows what there is.");

    /// <summary>Prints the one JSON document when it was asked for.</summary>
    public void WriteJson<T>(T value, JsonTypeInfo<T> type)
    {
        if (IsJson)
        {
            Host.Out.WriteLine(JsonSerializer.Serialize(value, type));
        }
    }

    /// <summary>Prints a text as it is, unwrapped, unless JSON was asked for.</summary>
    public void WriteText(string text)
    {
        if (!IsJson)
        {
            Host.Out.WriteLine(text);
        }
    }

    /// <summary>Prints a remark on standard error.</summary>
    public void Note(string text) => Host.Error.WriteLine($"memos: {text}");

    private MemoryOSOptions Settings() => new() { TimeProvider = Host.TimeProvider };
}
