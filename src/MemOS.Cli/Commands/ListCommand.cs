using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Evidence;
using MemOS.Reading;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Lists records, or the messages they came from, a page at a time.</summary>
internal sealed class ListCommand : ICliCommand
{
    private readonly Option<string?> kind = new("--kind") { Description = $"Only of this kind: {string.Join(", ", Enum.GetValues<MemoryKind>().Select(CliText.Lower))}.", HelpName = "KIND" };
    private readonly Option<string?> subject = new("--subject") { Description = "Only about this person or thing.", HelpName = "NAME" };
    private readonly Option<string?> session = new("--session") { Description = "Only from this conversation.", HelpName = "NAME" };
    private readonly Option<bool> messages = new("--messages") { Description = "List the messages instead of the records." };
    private readonly Option<bool> all = new("--all") { Description = "Replaced and forgotten ones too." };
    private readonly PastOptions past = new();
    private readonly Option<string?> after = new("--after") { Description = "Continue after this id.", HelpName = "ID" };
    private readonly Option<int> limit = new("--limit", "-n") { Description = "How many, 1 to 1000.", HelpName = "N", DefaultValueFactory = _ => 50 };

    public ListCommand() => kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Enum.GetValues<MemoryKind>().Select(CliText.Lower)]);

    public IReadOnlyList<string> Examples => ["memos list --user ada", "memos list --user ada --kind preference", "memos list --user ada --messages --session monday", "memos list --user ada --valid-at 2024-05-01"];

    public Command Build() => new("list", "List what is remembered.") { kind, subject, session, messages, all, past.ValidAt, past.AsOf, after, limit };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var size = run.Parse.GetValue(limit);
        if (size is < 1 or > 1000)
        {
            throw new CliException("--limit takes 1 to 1000.", ExitCode.Usage);
        }

        var start = run.Parse.GetValue(after) is { } text ? CliIds.Parse(text) : (MemoryId?)null;
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        if (run.Parse.GetValue(messages))
        {
            var items = await memory.ListEvidenceAsync(
                run.Scope, new() { Session = run.Parse.GetValue(session), After = start, Limit = size, IncludeInactive = run.Parse.GetValue(all) }, cancellationToken);
            var rest = items.Count == size ? items[^1].Id.ToString() : null;
            run.WriteJson(new([], [.. items.Select(MessageOutput.Of)], rest), CliJson.Readable.ListOutput);
            Print(run, items, rest);
            return ExitCode.Success;
        }

        var filter = new RecordFilter
        {
            Kind = run.Parse.GetValue(kind) is { } name ? Enum.Parse<MemoryKind>(name, ignoreCase: true) : null,
            Subject = run.Parse.GetValue(subject),
            Session = run.Parse.GetValue(session),
            State = run.Parse.GetValue(all) ? null : RecordState.Current,
            ValidAt = PastOptions.Read(run, past.ValidAt),
            AsOf = PastOptions.Read(run, past.AsOf),
            After = start,
            Limit = size,
        };
        var records = await memory.ListAsync(run.Scope, filter, cancellationToken);
        var labels = await SourceLabels.LoadAsync(memory, run.Scope, records, cancellationToken);
        var next = records.Count == size ? records[^1].Id.ToString() : null;
        run.WriteJson(new([.. records.Select(record => RecordOutput.Of(record, labels))], [], next), CliJson.Readable.ListOutput);
        RecordTable.Write(run.Out, records, labels);
        run.Out.MarkupLineInterpolated($"{CliText.Count(records.Count, "record")}{(next is null ? "" : $"; more with --after {next}")}.");
        return ExitCode.Success;
    }

    private static void Print(CliRun run, IReadOnlyList<EvidenceItem> items, string? next)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("id").AddColumn("when").AddColumn("session").AddColumn("message");
        foreach (var item in items)
        {
            var name = item.Content.Author ?? CliText.Lower(item.Content.Role);
            var state = item.State == EvidenceState.Active ? "" : $" [dim]({CliText.Lower(item.State)})[/]";
            table.AddRow(
                Markup.Escape(SourceLabels.Of(item.Id, item.Content.ExternalId)),
                item.Content.Time.ToString("yyyy-MM-dd HH:mm"),
                Markup.Escape(item.Session ?? ""),
                $"[bold]{Markup.Escape(name)}:[/] {Markup.Escape(CliText.Line(item.Content.Text))}{state}");
        }

        run.Out.Write(table);
        run.Out.MarkupLineInterpolated($"{CliText.Count(items.Count, "message")}{(next is null ? "" : $"; more with --after {next}")}.");
    }
}
