using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Evidence;
using MemOS.Reading;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Shows one record with the messages behind it, or one message with the records made of it.</summary>
internal sealed class ShowCommand : ICliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "A record (r1-12) or a message (m1-12)." };
    private readonly PastOptions past = new();

    public IReadOnlyList<string> Examples => ["memos show r1-12 --user ada", "memos show m1-3 --user ada --json", "memos show r1-12 --user ada --as-of 2024-05-01"];

    public Command Build() => new("show", "Show a record with its sources, or a message with what was made of it.") { id, past.AsOf };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var wanted = CliIds.ParseShown(run.Parse.GetRequiredValue(id));
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        MemoryDetails found;
        try
        {
            found = await new MemoryView(memory, run.Scope).FindAsync(wanted, PastOptions.Read(run, past.AsOf), cancellationToken);
        }
        catch (MemoryNotFoundException)
        {
            throw CliRun.Unknown(wanted);
        }

        run.WriteJson(found.ToOutput(), CliJson.Readable.ShowOutput);
        if (found.Record is { } record)
        {
            Print(run, record, found);
        }
        else
        {
            Print(run, found.Message!, found);
        }

        return ExitCode.Success;
    }

    private static void Print(CliRun run, MemoryRecord record, MemoryDetails found)
    {
        RecordTable.Write(run.Out, [record], found.Labels);
        foreach (var source in found.Sources)
        {
            run.Out.MarkupLineInterpolated($"[dim]{found.Labels.Of(source.Id)}, {source.Content.Time:yyyy-MM-dd HH:mm}[/] [bold]{source.Content.Author ?? CliText.Lower(source.Content.Role)}:[/] {source.Content.Text}");
        }

        if (record.SupersededBy is { } replacement)
        {
            run.Out.MarkupLineInterpolated($"[yellow]Replaced by {replacement}[/] on {CliText.Day(record.ValidTo ?? record.RecordedAt)}.");
        }
    }

    private static void Print(CliRun run, EvidenceItem item, MemoryDetails found)
    {
        var message = item.Content;
        run.Out.MarkupLineInterpolated($"[dim]{item.Id}, {item.Session}, {message.Time:yyyy-MM-dd HH:mm}, {CliText.Lower(item.State)}[/]");
        run.Out.MarkupLineInterpolated($"[bold]{message.Author ?? CliText.Lower(message.Role)}:[/] {message.Text}");
        RecordTable.Write(run.Out, found.Records, found.Labels);
    }
}
