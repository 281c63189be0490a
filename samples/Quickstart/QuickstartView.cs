using System.Globalization;
using MemOS;
using MemOS.Chat;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Storage;
using Spectre.Console;

namespace Quickstart;

/// <summary>Shows the story: colour and tables for a person, the same as plain text in a pipe.</summary>
internal sealed class QuickstartView
{
    private readonly IAnsiConsole console = AnsiConsole.Create(new() { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
    private readonly HashSet<(MemoryId, int)> seen = [];
    private Table table = new();
    private long everything;
    private long sent;

    public QuickstartView()
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 120;
        }
    }

    public void Welcome(string? model)
    {
        console.Write(new Rule("[bold green]MemOS[/] in two minutes").LeftJustified().RuleStyle("green"));
        console.MarkupLine($"{Story.Person} chats with an assistant, now and then, for two months. Each conversation starts with an [bold]empty prompt[/].");
        console.MarkupLine(model is null
            ? "The model is a small offline stand-in that keeps nothing: [bold]what it knows, memory put into its prompt[/]."
            : $"The model is [bold]{Markup.Escape(model)}[/], which keeps nothing between conversations: [bold]what it knows of them, memory put into its prompt[/].");
        console.MarkupLine("[dim]learned: what reading the message made of it. recalled: what was put before the message.[/]");
        console.MarkupLine("[dim]tokens: everything said so far, which an app without memory would have to send → what was sent.[/]");
    }

    public void Day(DateTimeOffset day)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{day:d MMMM yyyy}[/]");
        table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumn(new TableColumn($"{Story.Person} says").Width(40))
            .AddColumn(new TableColumn("[green]learned[/]").Width(36))
            .AddColumn(new TableColumn("[cyan]recalled[/]").Width(16))
            .AddColumn(new TableColumn("tokens").RightAligned());
    }

    /// <summary>Whether a record, in this version, was not shown before.</summary>
    public bool IsNew(MemoryRecord record) => seen.Add((record.Id, record.Version));

    public void Turn(string said, string answer, IReadOnlyList<MemoryRecord> learned, MemoryTurnReport turn, long full)
    {
        var recalled = turn.Recalled.Count == 0 ? "[dim]–[/]" : $"{turn.Recalled.Count} ({turn.Ledger.InjectedTokens} tokens)";
        table.AddRow(
            new Markup($"{Markup.Escape(Short(said, 110))}{(answer.StartsWith("Noted", StringComparison.Ordinal) ? "" : $"\n[dim]→ {Markup.Escape(answer)}[/]")}"),
            new Markup(learned.Count == 0 ? "[dim]nothing[/]" : string.Join('\n', learned.Select(Describe))),
            new Markup(recalled),
            new Markup(Cost(full, turn.Ledger.SentTokens)));
        Count(full, turn.Ledger.SentTokens);
    }

    public void EndOfDay() => console.Write(table);

    public void Later(DateTimeOffset day)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold green]{day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}[/]: every prompt holds one question, and what memory brings").LeftJustified().RuleStyle("green"));
        console.WriteLine();
    }

    public void Answer(string question, string why, string answer, MemoryTurnReport turn)
    {
        var source = turn.Recalled.FirstOrDefault(item => Shares(item, answer));
        console.MarkupLineInterpolated($"[bold]{question}[/] [dim]({why})[/]");
        console.MarkupLineInterpolated($"  [green]{answer}[/]");
        var origin = source is null
            ? "no source, so no answer made up"
            : $"source {source.Sources[0].Id}: {source.Sources[0].Author ?? source.Sources[0].Role.ToString().ToLowerInvariant()}, {source.Sources[0].Time:d MMM}";
        console.MarkupLineInterpolated($"  [dim]{origin} · {turn.Ledger.SentTokens} tokens sent instead of {everything}[/]");
        Count(everything + turn.Ledger.FullTokens, turn.Ledger.SentTokens, isQuestion: true);
    }

    public void Summary(StoreStatistics counts, long bytes, long story, string? keep, string? model)
    {
        console.WriteLine();
        console.Write(new BarChart().Width(72)
            .AddItem("a prompt that holds everything", story, Color.Grey)
            .AddItem("a prompt with memory (mean)", sent / Story.Questions.Length, Color.Green));
        console.WriteLine();
        console.MarkupLineInterpolated($"{counts.Messages} messages and {counts.Records} records in one file of {bytes / 1000} KB; {(model is null ? "0 network, no model but the stand-in" : $"nothing was sent but prompts to {model}")}.");
        if (keep is null)
        {
            console.MarkupLine("[dim]The file is deleted again. Keep one with: dotnet run --project samples/Quickstart -- --keep noor.db[/]");
        }
        else
        {
            console.MarkupLineInterpolated($"Look inside: [bold]dotnet run --project src/MemOS.Cli -- search --db {keep} --user {Story.Person} \"Where do I live?\"[/]");
        }
    }

    private void Count(long full, long cost, bool isQuestion = false)
    {
        everything = isQuestion ? everything : full;
        sent += isQuestion ? cost : 0;
    }

    private static string Describe(MemoryRecord record) => record.State == RecordState.Superseded
        ? $"[strikethrough dim]{Markup.Escape(record.Text)}[/] [yellow]replaced[/]"
        : $"[green]{record.Kind.ToString().ToLowerInvariant()}[/]: {Markup.Escape(record.Text)}";

    private static string Cost(long full, long cost) => cost < full ? $"{full} → [bold green]{cost}[/]" : $"{full} → {cost}";

    private static bool Shares(RecallItem item, string answer) =>
        answer.Length > 12 && item.Text.ReplaceLineEndings(" ").Contains(answer.AsSpan(0, 12), StringComparison.Ordinal);

    private static string Short(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, length - 1), "…");
    }
}
