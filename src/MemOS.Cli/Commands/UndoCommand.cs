using System.CommandLine;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Takes the last change of a record back.</summary>
internal sealed class UndoCommand : ICliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "A record, such as r1-12: what was replaced, what replaced it, or what was corrected." };

    public IReadOnlyList<string> Examples => ["memos undo r1-12 --user ada"];

    public Command Build() => new("undo", "Take the last change of a record back. Nothing is lost: undo again to redo.") { id };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var wanted = CliIds.ParseRecord(run.Parse.GetRequiredValue(id));
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        var records = await memory.UndoAsync(wanted, run.Scope, cancellationToken);
        var labels = await SourceLabels.LoadAsync(memory, run.Scope, records, cancellationToken);
        run.WriteJson(new([.. records.Select(record => RecordOutput.Of(record, labels))]), CliJson.Readable.UndoOutput);
        run.Out.MarkupLineInterpolated($"[green]✓[/] Undone. Take it back with: memos undo {wanted}");
        RecordTable.Write(run.Out, records, labels);
        return ExitCode.Success;
    }
}
