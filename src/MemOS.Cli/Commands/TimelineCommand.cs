using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Reading;
using MemOS.Time;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Shows what happened, in order of time.</summary>
internal sealed class TimelineCommand : ICliCommand
{
    private readonly Option<string?> from = new("--from") { Description = "Not before this day, month or year.", HelpName = "DATE" };
    private readonly Option<string?> to = new("--to") { Description = "Not after this day, month or year.", HelpName = "DATE" };
    private readonly Option<string?> subject = new("--subject") { Description = "Only about this person or thing.", HelpName = "NAME" };
    private readonly Option<int> limit = new("--limit", "-n") { Description = "The last so many.", HelpName = "N", DefaultValueFactory = _ => 100 };

    public IReadOnlyList<string> Examples => ["memos timeline --user ada", "memos timeline --user ada --from 2026-01 --to 2026-03"];

    public Command Build() => new("timeline", "Show what happened, in order of time.") { from, to, subject, limit };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var first = ParseTime(run.Parse.GetValue(from), "--from")?.Start ?? DateTime.MinValue;
        var last = ParseTime(run.Parse.GetValue(to), "--to")?.End ?? DateTime.MaxValue;
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        var events = new List<MemoryRecord>();
        await foreach (var record in memory.GetAllAsync(run.Scope, new() { Subject = run.Parse.GetValue(subject), Limit = 1000 }, cancellationToken))
        {
            if (record.EventTime is { } time && time.Start < last && time.End >= first)
            {
                events.Add(record);
            }
        }

        var shown = events.OrderBy(record => record.EventTime!.Value.Start).ThenBy(record => record.Id).TakeLast(Math.Max(1, run.Parse.GetValue(limit))).ToList();
        var labels = await SourceLabels.LoadAsync(memory, run.Scope, shown, cancellationToken);
        run.WriteJson(new([.. shown.Select(record => RecordOutput.Of(record, labels))]), CliJson.Readable.TimelineOutput);
        var table = new Table().Border(TableBorder.Rounded).AddColumn("when").AddColumn("what").AddColumn("kind").AddColumn("source");
        shown.ForEach(record => table.AddRow(
            $"[cyan]{record.EventTime}[/]", Markup.Escape(record.Text), $"[{RecordTable.Colour(record.Kind)}]{CliText.Lower(record.Kind)}[/]", Markup.Escape(labels.Of(record.Sources[0]))));
        run.Out.Write(table);
        run.Out.MarkupLineInterpolated($"{CliText.Count(shown.Count, "dated record")} of {events.Count}.");
        return ExitCode.Success;
    }

    private static EventTime? ParseTime(string? text, string name) =>
        text is null ? null
        : EventTime.TryParse(text, out var time) ? time
        : throw new CliException($"{name} {text}: write a day (2026-03-14), a month (2026-03) or a year (2026).", ExitCode.Usage);
}
