using System.CommandLine;
using MemOS.Cli.Import;
using MemOS.Cli.Output;
using MemOS.Recall;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Shows the tool on a story of its own, in a file that is deleted again.</summary>
internal sealed class DemoCommand : ICliCommand
{
    private const string Person = "Noor";

    private static readonly string[] Questions =
        ["What is my cat called?", "What am I allergic to?", "When did Kelp get its first paying customer?", "When is my sister's wedding?"];

    public IReadOnlyList<string> Examples => ["memos demo"];

    public Command Build() => new("demo", "Show what memory does, on a story of two months, in a temporary file.");

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("memos-demo-").FullName;
        try
        {
            await using var memory = await MemoryOS.OpenAsync(Path.Combine(folder, "memory.db"), new() { TimeProvider = run.Host.TimeProvider }, cancellationToken: cancellationToken);
            await using var story = typeof(DemoCommand).Assembly.GetManifestResourceStream("story.txt")!;
            var importer = new Importer(memory, Person, Person, stopOnError: true, _ => { }, _ => { });
            var steps = TranscriptFormats.Text.ReadAsync(story, new("story", run.Host.TimeProvider.GetLocalNow()), cancellationToken);
            var report = await importer.RunAsync(steps, cancellationToken);
            await memory.FlushAsync(cancellationToken);
            var scope = MemoryScope.ForUser(Person);
            var records = await memory.ListAsync(scope, null, cancellationToken);
            run.Out.MarkupLineInterpolated($"[bold]{Person}[/] chatted now and then for two months: [bold]{CliText.Count(report.Messages, "message")}[/] became [bold]{CliText.Count(records.Count, "record")}[/], offline, without a model.");
            var answers = new List<SearchOutput>();
            var table = new Table().Border(TableBorder.Rounded).AddColumn("asked").AddColumn("found first").AddColumn("said on").AddColumn("source");
            foreach (var question in Questions)
            {
                var found = await memory.SearchAsync(question, scope, new RecallOptions { BudgetTokens = 120 }, cancellationToken);
                answers.Add(new([.. found.Items.Select(item => SearchResultOutput.Of(item, explain: false))], found.Context, found.Tokens, null));
                var first = found.Items.Count > 0 ? found.Items[0] : null;
                table.AddRow(
                    Markup.Escape(question),
                    $"[green]{Markup.Escape(CliText.Line(first?.Text ?? "nothing", 120))}[/]",
                    first is null ? "" : CliText.Day(first.SaidAt),
                    first is null ? "" : first.Sources[0].Id.ToString());
            }

            run.WriteJson(new(report.Messages, records.Count, [.. Questions], answers), CliJson.Readable.DemoOutput);
            run.Out.Write(table);
            run.Out.MarkupLine("Now yours: [bold]memos import FILE[/], then [bold]memos search \"…\"[/]. Nothing left this machine.");
            return ExitCode.Success;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
