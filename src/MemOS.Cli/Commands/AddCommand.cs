using System.CommandLine;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Adds a statement by hand.</summary>
internal sealed class AddCommand : ICliCommand
{
    private readonly ModelOptions models = new();
    private readonly Argument<string[]> text = new("TEXT") { Description = "What to remember, or - to read it from standard input.", Arity = ArgumentArity.OneOrMore };

    private readonly CubesOption cubes = new();

    public IReadOnlyList<string> Examples => ["memos add --user ada \"I'm allergic to walnuts.\"", "memos add --user ada --cube team \"The stand-up is at 9:30.\"", "echo \"Our stand-up is at 9:30.\" | memos add - --user ada"];

    public Command Build()
    {
        var command = new Command("add", "Remember something.") { text, cubes.Option };
        models.AddTo(command);
        return command;
    }

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var words = run.Parse.GetRequiredValue(text);
        var statement = string.Join(' ', words);
        if (words is ["-"])
        {
            using var reader = new StreamReader(run.Host.Input());
            statement = (await reader.ReadToEndAsync(cancellationToken)).Trim();
        }

        if (string.IsNullOrWhiteSpace(statement))
        {
            throw new CliException("There is nothing to add: the text is empty.", ExitCode.Usage);
        }

        using var used = models.Open(run);
        await using var memory = await run.OpenOrCreateAsync(cancellationToken, used);
        var added = await memory.AddAsync(statement, cubes.AddTo(run), cancellationToken);
        await memory.FlushAsync(cancellationToken);
        await used.NoteReadingAsync(run, memory, cancellationToken);
        var id = added.Evidence[0].Id;
        var records = await memory.ListReadFromAsync([id], run.Scope, cancellationToken);
        var labels = await SourceLabels.LoadAsync(memory, run.Scope, records, cancellationToken);
        run.WriteJson(new(id.ToString(), [.. records.Select(record => RecordOutput.Of(record, labels))]), CliJson.Readable.AddOutput);
        run.Out.MarkupLineInterpolated($"[green]✓[/] Kept as [bold]{id}[/]{(records.Count == 0 ? "; searchable, though no statement was made of it." : " and read as:")}");
        if (records.Count > 0)
        {
            RecordTable.Write(run.Out, records, labels);
        }

        return ExitCode.Success;
    }
}
