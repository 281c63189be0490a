using System.CommandLine;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Lists the cubes that a user may use.</summary>
internal sealed class CubesCommand : ICliCommand
{
    public IReadOnlyList<string> Examples => ["memos cubes --user ada", "memos cubes --user ada --json"];

    public Command Build() => new("cubes", "List the memory spaces that a user may use.");

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        var cubes = (await memory.Store.Cubes.ListCubesAsync("", run.User, cancellationToken)).Select(CubeOutput.Of).ToList();
        run.WriteJson(new(run.User, cubes), CliJson.Readable.CubesOutput);
        var table = new Table().Border(TableBorder.Rounded).AddColumn("cube").AddColumn("role").AddColumn("since").AddColumn("where");
        cubes.ForEach(cube => table.AddRow(Markup.Escape(cube.Name), cube.Role, CliText.Day(cube.CreatedAt), Markup.Escape(cube.Path ?? "this file")));
        run.Out.Write(table);
        return ExitCode.Success;
    }
}
