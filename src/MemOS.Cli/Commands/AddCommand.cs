using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Reading;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Adds a statement by hand.</summary>
internal sealed class AddCommand : ICliCommand
{
    private readonly Argument<string[]> text = new("TEXT") { Description = "What to remember, or - to read it from standard input.", Arity = ArgumentArity.OneOrMore };

    public IReadOnlyList<string> Examples => ["memos add --user ada \"I'm allergic to walnuts.\"", "echo \"Our stand-up is at 9:30.\" | memos add - --user ada"];

    public Command Build() => new("add", "Remember something.") { text };

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

        await using var memory = await run.OpenOrCreateAsync(cancellationToken);
        var added = await memory.AddAsync(statement, run.Scope, cancellationToken);
        await memory.FlushAsync(cancellationToken);
        var id = added.Evidence[0].Id;
        var access = await memory.ResolveAsync(run.Scope, cancellationToken);
        IReadOnlyList<MemoryRecord> records;
        await using (var reader = await memory.Store.Recall.OpenAsync(access, cancellationToken))
        {
            var derived = await reader.GetDerivedAsync([id.Value], cancellationToken);
            records = await memory.Store.Records.GetAsync(access, [.. derived.Select(pair => new MemoryId(pair.Record)).Distinct()], cancellationToken);
        }

        var labels = await SourceLabels.LoadAsync(memory, access, records, cancellationToken);
        run.WriteJson(new(id.ToString(), [.. records.Select(record => RecordOutput.Of(record, labels))]), CliJson.Readable.AddOutput);
        run.Out.MarkupLineInterpolated($"[green]✓[/] Kept as [bold]{id}[/]{(records.Count == 0 ? "; searchable, though no statement was made of it." : " and read as:")}");
        if (records.Count > 0)
        {
            RecordTable.Write(run.Out, records, labels);
        }

        return ExitCode.Success;
    }
}
