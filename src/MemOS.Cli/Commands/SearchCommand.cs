using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Finds what is relevant to a question and packs it into a token budget.</summary>
internal sealed class SearchCommand : ICliCommand
{
    private const int MaxShown = 320;
    private static readonly string[] Kinds = [.. Enum.GetValues<MemoryKind>().Select(CliText.Lower), "message", "document"];

    private readonly Argument<string[]> text = new("TEXT") { Description = "A question or a few words.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> budget = new("--budget", "-b") { Description = "The most tokens that the results may cost.", HelpName = "TOKENS", DefaultValueFactory = _ => new RecallOptions().BudgetTokens };
    private readonly Option<int> limit = new("--limit", "-n") { Description = "The most results.", HelpName = "N", DefaultValueFactory = _ => new RecallOptions().Limit };
    private readonly Option<bool> explain = new("--explain") { Description = "Show why each result was found, and what was left out." };
    private readonly Option<string[]> kind = new("--kind") { Description = $"Only of these kinds: {string.Join(", ", Kinds)}.", HelpName = "KIND", AllowMultipleArgumentsPerToken = true };
    private readonly PastOptions past = new();
    private readonly Option<bool> context = new("--context") { Description = "Print the text that a prompt would get, and nothing else." };

    private readonly Option<bool> tasks = new("--tasks") { Description = "Bring finished tasks too, whatever is asked; without it they come where you ask how something was done." };

    public SearchCommand()
    {
        budget.Validators.Add(PositiveNumber.Check);
        limit.Validators.Add(PositiveNumber.Check);
        kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Kinds);
    }

    public IReadOnlyList<string> Examples =>
    [
        "memos search \"Which language does my project use?\"",
        "memos search --user ada \"Where does she live?\" --budget 300 --explain",
        "memos search --user ada \"How did we return the order last time?\"",
        "memos search --user ada holidays --json",
        "memos search --user ada \"Where does she live?\" --valid-at 2024-05",
        "memos search --user ada \"notice period\" --kind document",
    ];

    public Command Build() => new("search", "Find what is relevant to a question, packed into a token budget.") { text, budget, limit, kind, tasks, past.ValidAt, past.AsOf, explain, context };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var query = string.Join(' ', run.Parse.GetRequiredValue(text));
        if (string.IsNullOrWhiteSpace(query))
        {
            throw new CliException("The search text is empty. Ask something: memos search \"Where do I live?\"", ExitCode.Usage);
        }

        using var models = new CliModels(null, CliModels.EmbeddingOf(run.Host), Reading.ReadingMode.Fast);
        await using var memory = await run.OpenExistingAsync(cancellationToken, models);
        var isExplained = run.Parse.GetValue(explain);
        var options = WithKinds(
            run.Parse.GetValue(kind) ?? [],
            new() { BudgetTokens = run.Parse.GetValue(budget), Limit = run.Parse.GetValue(limit), Explain = isExplained, IncludeTasks = run.Parse.GetValue(tasks) ? true : null, ValidAt = PastOptions.Read(run, past.ValidAt), AsOf = PastOptions.Read(run, past.AsOf) });
        var isKnown = await run.IsKnownAsync(memory, cancellationToken);
        var result = isKnown ? await memory.SearchAsync(query, run.Scope, options, cancellationToken) : RecallResult.Empty;
        if (!isKnown)
        {
            run.Note($"nothing is known of the user \"{run.User}\" in {run.DatabasePath}. {await CliRun.UsersHintAsync(memory, cancellationToken)}");
        }

        run.WriteJson(
            new SearchOutput([.. result.Items.Select(item => SearchResultOutput.Of(item, isExplained))], result.Context, result.Tokens, ExplanationOutput.Of(result.Explanation)),
            CliJson.Readable.SearchOutput);
        if (run.Parse.GetValue(context))
        {
            run.WriteText(result.Context);
        }
        else
        {
            Print(run, query, result, options);
        }

        return ExitCode.Success;
    }

    private static RecallOptions WithKinds(string[] kinds, RecallOptions options)
    {
        if (kinds.Length == 0)
        {
            return options;
        }

        var records = kinds.Select(name => Enum.TryParse<MemoryKind>(name, ignoreCase: true, out var found) ? found : (MemoryKind?)null).OfType<MemoryKind>().ToList();
        var evidence = new List<EvidenceKind>();
        evidence.AddRange(kinds.Contains("message", StringComparer.OrdinalIgnoreCase) ? [EvidenceKind.Message, EvidenceKind.Manual] : []);
        evidence.AddRange(kinds.Contains("document", StringComparer.OrdinalIgnoreCase) ? [EvidenceKind.Document] : []);
        return options with { Kinds = records.Count > 0 ? records : null, EvidenceKinds = evidence.Count > 0 ? evidence : null };
    }

    private static void Print(CliRun run, string query, RecallResult result, RecallOptions options)
    {
        if (result.Items.Count == 0)
        {
            run.Out.MarkupLineInterpolated($"Nothing found for [bold]{query}[/].");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn("when").AddColumn("what").AddColumn("kind").AddColumn("source");
        if (options.Explain)
        {
            table.AddColumn("why");
        }

        foreach (var item in result.Items)
        {
            var row = new List<Markup>
            {
                new(Markup.Escape(item.EventTime?.ToString() ?? CliText.Day(item.SaidAt))),
                new(What(item)),
                new($"[{Colour(item.Kind)}]{CliText.Lower(item.Kind)}[/]"),
                new(Markup.Escape(string.Join(", ", item.Sources.Select(source => SourceLabels.Of(source.Id, source.ExternalId)).Distinct()))),
            };
            if (options.Explain)
            {
                row.Add(new(Markup.Escape(string.Join('\n', item.Channels.Select(channel => $"{channel.Channel} {channel.Score:0.00}{(channel.Reason is null ? "" : $" ({channel.Reason})")}")))));
            }

            table.AddRow(row);
        }

        run.Out.Write(table);
        run.Out.MarkupLineInterpolated($"{CliText.Count(result.Items.Count, "result")}, [bold]{result.Tokens}[/] of {options.BudgetTokens} tokens.");
        if (result.Explanation is { } explanation)
        {
            run.Out.MarkupLineInterpolated($"[dim]Understood: {(explanation.Understood.Count == 0 ? "words only" : string.Join("; ", explanation.Understood))}. Gate: {explanation.Gate}[/]");
            foreach (var cut in explanation.Cut.Take(10))
            {
                run.Out.MarkupLineInterpolated($"[dim]Left out: {cut.Id} ({cut.Score:0.00}), {cut.Reason}[/]");
            }
        }
    }

    // A message needs its speaker to be understood; a record names whom it is about.
    private static string What(RecallItem item) => item.Kind == RecallItemKind.Message && item.Sources[0].Author is { } author
        ? $"[bold]{Markup.Escape(author)}:[/] {Markup.Escape(CliText.Line(item.Text, MaxShown))}"
        : Markup.Escape(CliText.Line(item.Text, MaxShown));

    private static string Colour(RecallItemKind kind) => kind switch
    {
        RecallItemKind.Preference => "magenta",
        RecallItemKind.Event => "cyan",
        RecallItemKind.Instruction => "yellow",
        RecallItemKind.Message or RecallItemKind.Document => "grey",
        _ => "green",
    };
}
