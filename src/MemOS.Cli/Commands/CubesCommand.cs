using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Cubes;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Lists the cubes that a user may use and who else may, makes, shares, dumps, loads, attaches and detaches them.</summary>
internal sealed class CubesCommand : ICliCommand
{
    private const string Nobody = "none";
    private static readonly string[] Actions = ["list", "create", "share", "members", "dump", "load", "attach", "detach"];

    private readonly Argument<string> action = new("ACTION") { Description = $"One of {string.Join(", ", Actions)}.", DefaultValueFactory = _ => "list" };
    private readonly Argument<string?> name = new("NAME") { Description = "The cube.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> file = new("--file") { Description = "For dump: the new file. For load and attach: the file of a dumped cube.", HelpName = "FILE" };
    private readonly Option<string?> with = new("--with") { Description = "For share: the other user.", HelpName = "ID" };
    private readonly Option<string> role = new("--role") { Description = "For share: reader, writer, owner, or none to take it away.", HelpName = "ROLE", DefaultValueFactory = _ => "reader" };

    public CubesCommand()
    {
        action.AcceptOnlyFromAmong(Actions);
        role.AcceptOnlyFromAmong([.. Enum.GetValues<CubeRole>().Select(CliText.Lower), Nobody]);
    }

    public IReadOnlyList<string> Examples =>
    [
        "memos cubes --user ada",
        "memos cubes create team --user ada",
        "memos cubes share team --with bob --role writer --user ada",
        "memos cubes members team --user ada",
        "memos cubes dump ada --file ada.memcube --user ada",
        "memos cubes attach library --file team.memcube --user ada",
    ];

    public Command Build() => new("cubes", "List, make, share and move the memory spaces of a user.") { action, name, file, with, role };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var wanted = run.Parse.GetRequiredValue(action);
        var cube = run.Parse.GetValue(name);
        if (wanted != "list" && string.IsNullOrWhiteSpace(cube))
        {
            throw new CliException($"Name the cube: memos cubes {wanted} NAME", ExitCode.Usage);
        }

        await using var memory = wanted is "create" or "load" or "attach" ? await run.OpenOrCreateAsync(cancellationToken) : await run.OpenExistingAsync(cancellationToken);
        if (wanted == "members")
        {
            await ListMembersAsync(run, memory, cube!, cancellationToken);
            return ExitCode.Success;
        }

        var done = wanted switch
        {
            "create" => await CreateAsync(run, memory, cube!, cancellationToken),
            "share" => await ShareAsync(run, memory, cube!, cancellationToken),
            "dump" => await DumpAsync(run, memory, cube!, cancellationToken),
            "load" => await LoadAsync(run, memory, cube!, cancellationToken),
            "attach" => await AttachAsync(run, memory, cube!, cancellationToken),
            "detach" => await DetachAsync(run, memory, cube!, cancellationToken),
            _ => null,
        };
        await ListAsync(run, memory, done, cancellationToken);
        return ExitCode.Success;
    }

    private static async Task<string> CreateAsync(CliRun run, MemoryOS memory, string cube, CancellationToken cancellationToken)
    {
        await memory.CreateCubeAsync(cube, run.User, cancellationToken: cancellationToken);
        return $"Made {cube}.";
    }

    private async Task<string> ShareAsync(CliRun run, MemoryOS memory, string cube, CancellationToken cancellationToken)
    {
        var other = run.Parse.GetValue(with) ?? throw new CliException("Name the other user with --with ID.", ExitCode.Usage);
        var granted = run.Parse.GetRequiredValue(role);
        await run.ResolveKnownAsync(memory, cancellationToken);
        await memory.ShareCubeAsync(cube, other, granted == Nobody ? null : Enum.Parse<CubeRole>(granted, ignoreCase: true), run.User, cancellationToken: cancellationToken);
        return granted == Nobody ? $"{other} may not use {cube} any more." : $"{other} is {granted} of {cube}.";
    }

    private async Task<string> DumpAsync(CliRun run, MemoryOS memory, string cube, CancellationToken cancellationToken)
    {
        var target = FileOf(run);
        await run.ResolveKnownAsync(memory, cancellationToken);
        await run.WatchAsync("Writing", memory.DumpCubeAsync(cube, target, run.User, cancellationToken: cancellationToken));
        return $"{cube} is in {target} ({CliText.Bytes(new FileInfo(target).Length)}).";
    }

    private async Task<string> LoadAsync(CliRun run, MemoryOS memory, string cube, CancellationToken cancellationToken)
    {
        await run.WatchAsync("Loading", memory.LoadCubeAsync(FileOf(run), run.User, cube, cancellationToken: cancellationToken));
        await run.WatchAsync("Reading", memory.FlushAsync(cancellationToken));
        return $"Loaded {cube}.";
    }

    private async Task<string> AttachAsync(CliRun run, MemoryOS memory, string cube, CancellationToken cancellationToken)
    {
        await run.WatchAsync("Checking", memory.RegisterCubeAsync(FileOf(run), run.User, cube, cancellationToken: cancellationToken));
        return $"Attached {cube}, read-only.";
    }

    private static async Task<string> DetachAsync(CliRun run, MemoryOS memory, string cube, CancellationToken cancellationToken)
    {
        await run.ResolveKnownAsync(memory, cancellationToken);
        await memory.UnregisterCubeAsync(cube, run.User, cancellationToken: cancellationToken);
        return $"Detached {cube}; its file is untouched.";
    }

    private static async Task ListMembersAsync(CliRun run, MemoryOS memory, string cube, CancellationToken cancellationToken)
    {
        await run.ResolveKnownAsync(memory, cancellationToken);
        var members = (await memory.ListMembersAsync(cube, run.User, cancellationToken: cancellationToken)).Select(MemberOutput.Of).ToList();
        run.WriteJson(new(cube, members), CliJson.Readable.MembersOutput);
        var table = new Table().Border(TableBorder.Rounded).AddColumn("user").AddColumn($"role on {Markup.Escape(cube)}");
        members.ForEach(member => table.AddRow(Markup.Escape(member.User), member.Role));
        run.Out.Write(table);
    }

    private string FileOf(CliRun run) => Path.GetFullPath(run.Parse.GetValue(file) ?? throw new CliException("Name the file with --file FILE.", ExitCode.Usage));

    private static async Task ListAsync(CliRun run, MemoryOS memory, string? done, CancellationToken cancellationToken)
    {
        await run.ResolveKnownAsync(memory, cancellationToken);
        var cubes = (await memory.ListCubesAsync(run.User, cancellationToken: cancellationToken)).Select(CubeOutput.Of).ToList();
        run.WriteJson(new(run.User, cubes), CliJson.Readable.CubesOutput);
        if (done is not null)
        {
            run.Out.MarkupLineInterpolated($"[green]✓[/] {done}");
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn("cube").AddColumn("role").AddColumn("since").AddColumn("where");
        cubes.ForEach(cube => table.AddRow(Markup.Escape(cube.Name), cube.Role, CliText.Day(cube.CreatedAt), Markup.Escape(cube.Path ?? "this file")));
        run.Out.Write(table);
    }
}
