using System.CommandLine;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Takes memories out of recall, or brings them back.</summary>
internal sealed class ForgetCommand(bool isRestore) : ICliCommand
{
    private readonly Argument<string[]> ids = new("ID") { Description = "Records (r1-12) or messages (m1-12).", Arity = ArgumentArity.OneOrMore };

    public IReadOnlyList<string> Examples => isRestore ? ["memos restore r1-12 --user ada"] : ["memos forget r1-12 --user ada", "memos forget m1-3 m1-4 --user ada"];

    public Command Build() => isRestore
        ? new("restore", "Bring back what was forgotten.") { ids }
        : new("forget", "Take a memory out of recall, with the messages that say it. It is kept and can be restored.") { ids };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var wanted = run.Parse.GetRequiredValue(ids).Select(CliIds.Parse).ToList();
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var scope = await run.ScopeOfAsync(memory, wanted, cancellationToken);
        var receipt = isRestore
            ? await memory.RestoreAsync(wanted, scope, cancellationToken)
            : await memory.ForgetAsync(wanted, scope, cancellationToken);
        var items = receipt.Items.Select(id => id.ToString()).ToList();
        run.WriteJson(new(items), CliJson.Readable.ForgetOutput);
        var what = items.Count == 0 ? "Nothing changed" : isRestore ? $"Back in recall: {string.Join(", ", items)}" : $"Out of recall: {string.Join(", ", items)}";
        run.Out.MarkupLineInterpolated($"[green]✓[/] {what}.{(isRestore || items.Count == 0 ? "" : $" Take it back with: memos restore {string.Join(' ', wanted)}")}");
        return ExitCode.Success;
    }
}
