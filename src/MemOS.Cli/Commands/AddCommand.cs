using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Evidence;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Adds a statement by hand.</summary>
internal sealed class AddCommand : ICliCommand
{
    private readonly ModelOptions models = new();
    private readonly Argument<string[]> text = new("TEXT") { Description = "What to remember, or - to read it from standard input.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> document = new("--document", "-d") { Description = "Keep this file as a document instead: text, Markdown or HTML, cut into chunks that search finds.", HelpName = "FILE" };

    private readonly CubesOption cubes = new();

    public IReadOnlyList<string> Examples => ["memos add --user ada \"I'm allergic to walnuts.\"", "memos add --user ada --cube team \"The stand-up is at 9:30.\"", "echo \"Our stand-up is at 9:30.\" | memos add - --user ada", "memos add --user ada --document handbook.html"];

    public Command Build()
    {
        var command = new Command("add", "Remember something.") { text, document, cubes.Option };
        models.AddTo(command);
        return command;
    }

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        if (run.Parse.GetValue(document) is { } file)
        {
            return await AddDocumentAsync(run, file, cancellationToken);
        }

        var words = run.Parse.GetValue(text) ?? [];
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
        await used.NoteReadingAsync(run, memory, [run.User], cancellationToken);
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

    private async Task<int> AddDocumentAsync(CliRun run, string file, CancellationToken cancellationToken)
    {
        if (run.Parse.GetValue(text) is { Length: > 0 })
        {
            throw new CliException("Name a text or a --document, not both.", ExitCode.Usage);
        }

        if (!File.Exists(file))
        {
            throw new CliException($"There is no file {file}. Name the document with: memos add --document FILE", ExitCode.Usage);
        }

        var draft = new DocumentDraft { Name = Path.GetFileName(file), Text = await TextFile.ReadAsync(file, cancellationToken), Time = new DateTimeOffset(File.GetLastWriteTime(file)) };
        await using var memory = await run.OpenOrCreateAsync(cancellationToken);
        AddResult added;
        try
        {
            added = await memory.AddAsync(draft, run.Scope, cancellationToken);
        }
        catch (ArgumentException ex)
        {
            throw new CliException(ex.Message);
        }

        await memory.FlushAsync(cancellationToken);
        run.WriteJson(new(added.Evidence[0].Id.ToString(), []) { Document = draft.Name, Chunks = [.. added.Evidence.Select(chunk => chunk.Id.ToString())] }, CliJson.Readable.AddOutput);
        run.Out.MarkupLineInterpolated($"[green]✓[/] {draft.Name} is kept in {CliText.Count(added.Evidence.Count, "chunk")}{(added.Evidence.Any(chunk => chunk.IsNew) ? "" : "; it was known")}. Search it with: memos search --user {run.User} --kind document \"…\"");
        return ExitCode.Success;
    }
}
