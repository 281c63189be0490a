using System.CommandLine;
using System.Text;
using MemOS.Cli.Import;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Brings a file of conversations into memory and reads it into records.</summary>
internal sealed class ImportCommand : ICliCommand
{
    private const int ShownProblems = 20;

    private readonly ModelOptions models = new();
    private readonly Argument<string> file = new("FILE") { Description = "The file, or - for standard input." };
    private readonly Option<string> format = new("--format", "-f") { Description = $"The format: auto, {string.Join(", ", TranscriptFormats.All.Select(format => format.Name))}.", HelpName = "NAME", DefaultValueFactory = _ => "auto" };
    private readonly Option<string> onError = new("--on-error") { Description = "What a broken line does: skip (it is reported) or stop.", HelpName = "WHAT", DefaultValueFactory = _ => "skip" };
    private readonly Option<string?> session = new("--session") { Description = "The conversation's name where the file gives none. Default: the file's name.", HelpName = "NAME" };
    private readonly Option<DateTimeOffset?> date = new("--date") { Description = "When it was said where the file does not tell. Default: the file's date.", HelpName = "DATE" };

    private readonly CubesOption cubes = new();

    public ImportCommand()
    {
        format.AcceptOnlyFromAmong(["auto", .. TranscriptFormats.All.Select(item => item.Name)]);
        onError.AcceptOnlyFromAmong("skip", "stop");
    }

    public IReadOnlyList<string> Examples =>
    [
        "memos import chat.jsonl",
        "memos import notes.txt --user ada --date 2026-03-01",
        "pbpaste | memos import -",
        "memos import export.json --on-error stop --json",
        "memos import chat.jsonl --chat http://localhost:11434/v1 --model qwen3:8b",
    ];

    public Command Build()
    {
        var command = new Command("import", "Bring conversations into memory: JSONL, chat JSON, LoCoMo, or a pasted transcript. Repeatable: known messages are passed over.") { file, format, onError, session, date, cubes.Option };
        models.AddTo(command);
        return command;
    }

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var name = run.Parse.GetRequiredValue(file);
        if (name != "-" && !File.Exists(name))
        {
            throw new CliException($"There is no file {Path.GetFullPath(name)}. Name a file, or - to read standard input.");
        }

        var started = run.Host.TimeProvider.GetTimestamp();
        await using var source = new PeekStream(name == "-" ? run.Host.Input() : File.OpenRead(name));
        var head = await source.PeekAsync(cancellationToken);
        TextFile.Check(name == "-" ? "Standard input" : name, head.Span, isWhole: head.Length < PeekStream.HeadSize - Encoding.UTF8.Preamble.Length);
        var reader = run.Parse.GetValue(format) is { } wanted and not "auto"
            ? TranscriptFormats.All.Single(item => item.Name == wanted)
            : TranscriptFormats.Detect(name, head.Span);
        var context = new ImportContext(
            run.Parse.GetValue(session) ?? (name == "-" ? "pasted" : Path.GetFileNameWithoutExtension(name)),
            run.Parse.GetValue(date) ?? (name == "-" ? run.Host.TimeProvider.GetLocalNow() : new DateTimeOffset(File.GetLastWriteTime(name))));

        using var used = models.Open(run);
        await using var memory = await run.OpenOrCreateAsync(cancellationToken, used);
        var before = await memory.Store.Maintenance.GetStatisticsAsync(cancellationToken);
        using var progress = new CliProgress(run.Notes, run.Host.IsErrorTerminal);
        var shown = 0;
        var importer = new Importer(
            memory,
            run.NamedUser,
            run.User,
            run.Parse.GetValue(onError) == "stop",
            problem =>
            {
                progress.Clear();
                if (++shown <= ShownProblems)
                {
                    run.Note($"{problem.Place}: {problem.Message} (skipped)");
                }
            },
            done => progress.Report(new("Importing", done, 0)))
        {
            WriteCubes = cubes.Of(run),
        };
        var report = await importer.RunAsync(reader.ReadAsync(source, context, cancellationToken), cancellationToken);
        if (shown > ShownProblems)
        {
            run.Note($"and {shown - ShownProblems} more skipped; --json lists all.");
        }

        await progress.WatchAsync(
            memory.FlushAsync(cancellationToken),
            "Reading",
            async () => $"{(await memory.Store.Jobs.CountAsync(null, cancellationToken)).Queued:N0} batches to go",
            run.Host.TimeProvider);
        await used.NoteReadingAsync(run, memory, report.Users, cancellationToken);
        var after = await memory.Store.Maintenance.GetStatisticsAsync(cancellationToken);
        var output = new ImportOutput
        {
            File = name,
            Format = reader.Name,
            Messages = report.Messages,
            Added = report.Added,
            Known = report.Known,
            Skipped = report.Problems.Count,
            Records = after.Records - before.Records,
            Users = report.Users,
            Sessions = report.Sessions,
            Seconds = Math.Round(run.Host.TimeProvider.GetElapsedTime(started).TotalSeconds, 3),
            Problems = report.Problems,
        };
        run.WriteJson(output, CliJson.Readable.ImportOutput);
        Print(run, output);
        if (report.Messages == 0)
        {
            throw new CliException($"{name} holds no message that could be read as {reader.Name}. See: memos import --help");
        }

        return ExitCode.Success;
    }

    private static void Print(CliRun run, ImportOutput output)
    {
        var pace = output.Added >= 1000 && output.Seconds > 0 ? $", {output.Added / output.Seconds:N0} a second" : "";
        run.Out.MarkupLineInterpolated($"[green]✓[/] [bold]{CliText.Count(output.Added, "message")}[/] in {CliText.Count(output.Sessions, "session")} became [bold]{CliText.Count(output.Records, "record")}[/] ({output.Seconds:0.0} s{pace}).");
        if (output.Known > 0)
        {
            run.Out.MarkupLineInterpolated($"  {CliText.Count(output.Known, "message")} were known already.");
        }

        if (output.Skipped > 0)
        {
            run.Out.MarkupLineInterpolated($"  [yellow]{CliText.Count(output.Skipped, "line")} could not be used; see above.[/]");
        }

        if (output.Users.Count > 0)
        {
            var users = output.Users.Count <= 6 ? string.Join(", ", output.Users) : $"{string.Join(", ", output.Users.Take(5))} and {output.Users.Count - 5} more";
            var option = output.Users[0] == GlobalOptions.DefaultUser ? "" : $" --user {output.Users[0]}";
            run.Out.MarkupLineInterpolated($"  Whose: {users}. Ask: [bold]memos search{option} \"…\"[/]");
        }
    }
}
