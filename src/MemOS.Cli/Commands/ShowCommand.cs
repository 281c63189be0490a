using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Cubes;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Shows one record with the messages behind it, or one message with the records made of it.</summary>
internal sealed class ShowCommand : ICliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "A record (r1-12) or a message (m1-12)." };

    public IReadOnlyList<string> Examples => ["memos show r1-12 --user ada", "memos show m1-3 --user ada --json"];

    public Command Build() => new("show", "Show a record with its sources, or a message with what was made of it.") { id };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var wanted = CliIds.Parse(run.Parse.GetRequiredValue(id));
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var access = await run.ResolveKnownAsync(memory, cancellationToken);
        return wanted.Kind switch
        {
            MemoryItemKind.Record => await ShowRecordAsync(run, memory, access, wanted, cancellationToken),
            MemoryItemKind.Evidence => await ShowMessageAsync(run, memory, access, wanted, cancellationToken),
            _ => throw new CliException($"{wanted} is neither a record nor a message.", ExitCode.Usage),
        };
    }

    private static async Task<int> ShowRecordAsync(CliRun run, MemoryOS memory, CubeAccess access, MemoryId id, CancellationToken cancellationToken)
    {
        var records = await memory.Store.Records.GetAsync(access, [id], cancellationToken);
        if (records.Count == 0)
        {
            throw CliRun.Unknown(id);
        }

        var record = records[0];
        var labels = await SourceLabels.LoadAsync(memory, access, records, cancellationToken);
        var sources = record.Sources.Select(labels.Find).OfType<Evidence.EvidenceItem>().ToList();
        run.WriteJson(new(RecordOutput.Of(record, labels), null, [.. sources.Select(MessageOutput.Of)], []), CliJson.Readable.ShowOutput);
        RecordTable.Write(run.Out, records, labels);
        foreach (var source in sources)
        {
            run.Out.MarkupLineInterpolated($"[dim]{labels.Of(source.Id)}, {source.Content.Time:yyyy-MM-dd HH:mm}[/] [bold]{source.Content.Author ?? CliText.Lower(source.Content.Role)}:[/] {source.Content.Text}");
        }

        if (record.SupersededBy is { } replacement)
        {
            run.Out.MarkupLineInterpolated($"[yellow]Replaced by {replacement}[/] on {CliText.Day(record.ValidTo ?? record.RecordedAt)}.");
        }

        return ExitCode.Success;
    }

    private static async Task<int> ShowMessageAsync(CliRun run, MemoryOS memory, CubeAccess access, MemoryId id, CancellationToken cancellationToken)
    {
        var items = await memory.Store.Evidence.GetAsync(access, [id], cancellationToken);
        if (items.Count == 0)
        {
            throw CliRun.Unknown(id);
        }

        await using var reader = await memory.Store.Recall.OpenAsync(access, cancellationToken);
        var derived = await reader.GetDerivedAsync([id.Value], cancellationToken);
        var records = await memory.Store.Records.GetAsync(access, [.. derived.Select(pair => new MemoryId(pair.Record)).Distinct()], cancellationToken);
        var labels = await SourceLabels.LoadAsync(memory, access, records, cancellationToken);
        run.WriteJson(new(null, MessageOutput.Of(items[0]), [], [.. records.Select(record => RecordOutput.Of(record, labels))]), CliJson.Readable.ShowOutput);
        var message = items[0].Content;
        run.Out.MarkupLineInterpolated($"[dim]{id}, {items[0].Session}, {message.Time:yyyy-MM-dd HH:mm}, {CliText.Lower(items[0].State)}[/]");
        run.Out.MarkupLineInterpolated($"[bold]{message.Author ?? CliText.Lower(message.Role)}:[/] {message.Text}");
        RecordTable.Write(run.Out, records, labels);
        return ExitCode.Success;
    }
}
