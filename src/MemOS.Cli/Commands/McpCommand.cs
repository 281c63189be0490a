using System.CommandLine;
using MemOS.Cli.Mcp;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MemOS.Cli.Commands;

/// <summary>Serves memory to an MCP client over standard input and output, for one user.</summary>
internal sealed class McpCommand : ICliCommand
{
    private readonly ModelOptions models = new();
    private readonly Option<string?> session = new("--session") { Description = "The conversation that additions belong to unless they name one.", HelpName = "NAME" };

    public IReadOnlyList<string> Examples =>
    [
        "memos mcp --user ada",
        "{ \"mcpServers\": { \"memory\": { \"command\": \"memos\", \"args\": [\"mcp\", \"--user\", \"ada\"] } } }",
    ];

    public Command Build()
    {
        var command = new Command("mcp", "Serve memory to an MCP client on standard input and output; the user is fixed here.") { session };
        models.AddTo(command);
        return command;
    }

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        using var used = models.Open(run);
        await using var memory = await run.OpenOrCreateAsync(cancellationToken, used);
        var scope = run.Scope.InSession(run.Parse.GetValue(session));
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "memos", Title = "MemOS memory", Version = typeof(McpCommand).Assembly.GetName().Version!.ToString(3) },
            ServerInstructions = "The user's memory, on this machine. Search it before asking what the user may have said before; add what is worth keeping.",
            ToolCollection = [.. new MemoryMcpTools(memory, scope).Create()],
        };
        var requests = new OpenRequests();
        await using var transport = new StreamServerTransport(requests.Watch(run.Host.Input()), requests.WatchAnswers(run.Host.Output()), "memos");
        await using var server = McpServer.Create(transport, options);
        run.Note($"serving the memory of \"{run.User}\" in {run.DatabasePath}; stop with Ctrl+C or by closing standard input.");
        await server.RunAsync(cancellationToken);
        return ExitCode.Success;
    }
}
