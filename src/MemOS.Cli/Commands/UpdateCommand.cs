using System.CommandLine;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Corrects what a record says; the old version stays in its history.</summary>
internal sealed class UpdateCommand : ICliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "A record, such as r1-12." };
    private readonly Argument<string[]> text = new("TEXT") { Description = "What it says from now on.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> reason = new("--reason") { Description = "Why, in a few words.", HelpName = "WHY" };

    public IReadOnlyList<string> Examples => ["memos update r1-12 \"Ada lives in Basel.\" --user ada --reason \"moved\""];

    public Command Build() => new("update", "Correct what a record says; the old version is kept.") { id, text, reason };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var wanted = CliIds.ParseRecord(run.Parse.GetRequiredValue(id));
        var statement = string.Join(' ', run.Parse.GetRequiredValue(text));
        if (string.IsNullOrWhiteSpace(statement))
        {
            throw new CliException("The text is empty. To take a record out of recall use: memos forget ID", ExitCode.Usage);
        }

        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var scope = await run.ScopeOfAsync(memory, [wanted], cancellationToken);
        var record = await memory.UpdateAsync(wanted, statement, scope, run.Parse.GetValue(reason), cancellationToken);
        run.WriteJson(new((await new MemoryView(memory, scope).DescribeAsync([record], cancellationToken))[0]), CliJson.Readable.UpdateOutput);
        run.Out.MarkupLineInterpolated($"[green]✓[/] {wanted} says from now on: {record.Text} [dim](version {record.Version}; memos history {wanted} shows the others)[/]");
        return ExitCode.Success;
    }
}
