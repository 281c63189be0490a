using System.CommandLine;
using MemOS.Cli.Output;

namespace MemOS.Cli.Commands;

/// <summary>Shows all versions of a record.</summary>
internal sealed class HistoryCommand : ICliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "A record, such as r1-12." };

    public IReadOnlyList<string> Examples => ["memos history r1-12 --user ada"];

    public Command Build() => new("history", "Show how a record came to say what it says.") { id };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var wanted = CliIds.ParseRecord(run.Parse.GetRequiredValue(id));
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        var versions = await memory.HistoryAsync(wanted, run.Scope, cancellationToken);
        var labels = await SourceLabels.LoadAsync(memory, run.Scope, versions, cancellationToken);
        run.WriteJson(new(wanted.ToString(), [.. versions.Select(record => RecordOutput.Of(record, labels))]), CliJson.Readable.HistoryOutput);
        RecordTable.Write(run.Out, versions, labels, isHistory: true);
        return ExitCode.Success;
    }
}
