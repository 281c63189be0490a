using System.CommandLine;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Lists the users of the memory file.</summary>
internal sealed class UsersCommand : ICliCommand
{
    public IReadOnlyList<string> Examples => ["memos users", "memos users --json"];

    public Command Build() => new("users", "List whose memory the file holds.");

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var users = new List<UserOutput>();
        foreach (var user in await memory.ListUsersAsync(cancellationToken: cancellationToken))
        {
            var grants = await memory.ListCubesAsync(user.Name, cancellationToken: cancellationToken);
            users.Add(new(user.Name, user.CreatedAt, [.. grants.Select(grant => grant.Cube.Name)]));
        }

        run.WriteJson(new(users), CliJson.Readable.UsersOutput);
        var table = new Table().Border(TableBorder.Rounded).AddColumn("user").AddColumn("since").AddColumn("cubes");
        users.ForEach(user => table.AddRow(Markup.Escape(user.Name), CliText.Day(user.CreatedAt), Markup.Escape(string.Join(", ", user.Cubes))));
        run.Out.Write(table);
        return ExitCode.Success;
    }
}
