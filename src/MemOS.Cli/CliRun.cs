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
    public Task<MemoryOS> OpenOrCreateAsync(CancellationToken cancellationToken, CliModels? models = null) =>
        MemoryOS.OpenAsync(DatabasePath, Settings(models), cancellationToken: cancellationToken);

    /// <summary>Opens the memory file for a command that makes no sense without one.</summary>
    public async Task<MemoryOS> OpenExistingAsync(CancellationToken cancellationToken, CliModels? models = null)
    {
        var path = DatabasePath;
        if (!File.Exists(path))
        {
            throw new CliException($"There is no memory file at {path} yet. Fill one with: memos import FILE (or name another with --db).");
        }

        return await MemoryOS.OpenAsync(path, Settings(models), cancellationToken: cancellationToken);
    }

    /// <summary>Resolves the user's scope for a command that only looks: a user that is not known is an error, not created.</summary>
    public async Task<CubeAccess> ResolveKnownAsync(MemoryOS memory, CancellationToken cancellationToken)
    {
        return await IsKnownAsync(memory, cancellationToken)
            ? await memory.ResolveAsync(Scope, cancellationToken)
            : throw new CliException($"Nothing is known of the user \"{User}\" in {DatabasePath}. {await UsersHintAsync(memory, cancellationToken)}");
    }

    /// <summary>Whether the memory file knows the user.</summary>
    public async Task<bool> IsKnownAsync(MemoryOS memory, CancellationToken cancellationToken)
    {
        try
        {
            await memory.GetUserAsync(User, cancellationToken: cancellationToken);
            return true;
        }
        catch (MemoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whom the memory file knows, for somebody who asked for somebody else.</summary>
    public static async Task<string> UsersHintAsync(MemoryOS memory, CancellationToken cancellationToken)
    {
        var users = await memory.ListUsersAsync(cancellationToken: cancellationToken);
        return users.Count == 0 ? "It knows nobody yet; fill it with: memos import FILE" : $"It knows: {string.Join(", ", users.Take(8).Select(user => user.Name))}{(users.Count > 8 ? ", …" : "")}. Choose one with --user.";
    }

    /// <summary>The user's scope for changing items, which may lie in cubes that others share with the user.</summary>
    /// <exception cref="CliException">An item lies in a cube that the user may only read.</exception>
    public async Task<MemoryScope> ScopeOfAsync(MemoryOS memory, IEnumerable<MemoryId> ids, CancellationToken cancellationToken)
    {
        var access = await ResolveKnownAsync(memory, cancellationToken);
        var wanted = ids.Where(access.CanRead).Select(static id => id.Cube).Where(cube => cube != access.Home).ToHashSet();
        if (wanted.Count == 0)
        {
            return Scope;
        }

        var grants = (await memory.ListCubesAsync(User, cancellationToken: cancellationToken)).Where(grant => wanted.Contains(grant.Cube.Number)).ToList();
        return grants.Find(static grant => grant.Role < CubeRole.Writer || grant.Cube.IsReadOnly) is { } closed
            ? throw new CliException($"The cube \"{closed.Cube.Name}\" may only be read by \"{User}\"{(closed.Cube.IsReadOnly ? ": its file is attached. Load it to change it: memos cubes load NAME --file FILE" : ". Ask its owner for the role writer.")}")
            : Scope with { WriteCubes = [.. grants.Select(static grant => grant.Cube.Name)] };
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

    /// <summary>Waits for work that may take more than a second, and shows that it goes on.</summary>
    public async Task<T> WatchAsync<T>(string name, Task<T> work)
    {
        using var progress = new CliProgress(Notes, Host.IsErrorTerminal);
        await progress.WatchAsync(work, name, null, Host.TimeProvider);
        return await work;
    }

    /// <inheritdoc cref="WatchAsync{T}(string, Task{T})"/>
    public async Task WatchAsync(string name, Task work)
    {
        using var progress = new CliProgress(Notes, Host.IsErrorTerminal);
        await progress.WatchAsync(work, name, null, Host.TimeProvider);
    }

    /// <summary>Prints a remark on standard error.</summary>
    public void Note(string text) => Host.Error.WriteLine($"memos: {text}");

    private MemoryOSOptions Settings(CliModels? models)
    {
        var options = new MemoryOSOptions { TimeProvider = Host.TimeProvider };
        models?.ApplyTo(options);
        return options;
    }
}
