using System.CommandLine;
using MemOS.Cli.Output;
using Spectre.Console;

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
        var chain = await memory.ChainAsync(wanted, run.Scope, cancellationToken);
        var labels = await SourceLabels.LoadAsync(memory, run.Scope, [.. versions, .. chain], cancellationToken);
        run.WriteJson(new(wanted.ToString(), [.. versions.Select(record => RecordOutput.Of(record, labels))], [.. chain.Select(record => RecordOutput.Of(record, labels))]), CliJson.Readable.HistoryOutput);
        RecordTable.Write(run.Out, versions, labels, isHistory: true);
        if (chain.Count > 1)
        {
            run.Out.MarkupLine("What was true, and what took its place:");
            foreach (var record in chain)
            {
                var until = record.ValidTo is { } end ? CliText.Day(end) : "now";
                run.Out.MarkupLineInterpolated($"  {record.Id}  {CliText.Day(record.ValidFrom)} to {until}  {record.Text}");
            }
        }

        return ExitCode.Success;
    }
}
