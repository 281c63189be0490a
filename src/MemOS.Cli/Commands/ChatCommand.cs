using System.CommandLine;
using System.Globalization;
using MemOS.Chat;
using MemOS.Cli.Output;
using Microsoft.Extensions.AI;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Chats with a model through memory: in one message, or a conversation of as many as are typed.</summary>
internal sealed class ChatCommand : ICliCommand
{
    private const string Recall = "/recall";
    private const string Exit = "/exit";

    private readonly ModelOptions models = new();
    private readonly Option<string?> message = new("--message", "-m") { Description = "Send one message, print the answer, and end.", HelpName = "TEXT" };
    private readonly Option<string?> session = new("--session") { Description = "The conversation to go on with. Default: a new one.", HelpName = "NAME" };
    private readonly Option<string?> system = new("--system") { Description = "The model's system prompt.", HelpName = "TEXT" };
    private readonly Option<bool> show = new("--show-recall") { Description = $"Show what was recalled for each message ({Recall} shows it for the last one)." };
    private readonly Option<int> budget = new("--budget", "-b") { Description = "The most tokens that recalled memory may cost.", HelpName = "TOKENS", DefaultValueFactory = _ => new MemoryChatOptions().BudgetTokens };

    public IReadOnlyList<string> Examples =>
    [
        "memos chat --chat http://localhost:11434/v1 --model qwen3:8b --user ada",
        "memos chat --user ada --message \"Where do I live?\" --show-recall",
    ];

    public Command Build()
    {
        var command = new Command("chat", "Chat with a model that remembers. Ends with /exit or the end of the input.") { message, session, system, show, budget };
        models.AddTo(command);
        return command;
    }

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        using var used = models.Open(run);
        if (used.Chat is null)
        {
            throw new CliException("There is no model to chat with. Name one: memos chat --chat http://localhost:11434/v1 --model NAME (or set MEMOS_CHAT_URL and MEMOS_CHAT_MODEL).", ExitCode.Usage);
        }

        var single = run.Parse.GetValue(message);
        if (single is not null && string.IsNullOrWhiteSpace(single))
        {
            throw new CliException("The message is empty.", ExitCode.Usage);
        }

        if (run.IsJson && single is null)
        {
            throw new CliException("--json needs --message: a conversation is no single document.", ExitCode.Usage);
        }

        var name = run.Parse.GetValue(session) ?? $"chat {run.Host.TimeProvider.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}";
        await using var memory = await run.OpenOrCreateAsync(cancellationToken, used);
        MemoryTurnReport? turn = null;

        // Never disposed: that would dispose the model, by which memory still reads when it is.
        var chat = used.Chat.WithMemory(memory, run.Scope.InSession(name), options =>
        {
            options.BudgetTokens = run.Parse.GetValue(budget);
            options.TurnCompleted = done => turn = done;
        });
        var history = new List<ChatMessage>();
        if (run.Parse.GetValue(system) is { Length: > 0 } prompt)
        {
            history.Add(new(ChatRole.System, prompt));
        }

        if (single is not null)
        {
            var answer = await AnswerAsync(run, chat, history, single, () => turn, cancellationToken);
            run.WriteJson(
                new ChatOutput(answer, used.Endpoint!.Model, name, [.. turn!.Recalled.Select(item => SearchResultOutput.Of(item, false))], turn.Ledger.FullTokens, turn.Ledger.SentTokens, turn.Ledger.InjectedTokens),
                CliJson.Readable.ChatOutput);
            return await ReadAsync(run, used, memory, cancellationToken);
        }

        run.Note($"chatting with {used.Endpoint!.Model} as \"{run.User}\", conversation \"{name}\"; {Recall} shows what was recalled, {Exit} ends.");
        using var input = new StreamReader(run.Host.Input());
        while (true)
        {
            if (run.Host.IsInteractive)
            {
                await run.Host.Out.WriteAsync("> ");
            }

            var line = await input.ReadLineAsync(cancellationToken);
            if (line is null || line.Trim() == Exit)
            {
                return await ReadAsync(run, used, memory, cancellationToken);
            }

            if (line.Trim() == Recall)
            {
                Show(run, turn);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                await TryAnswerAsync(run, chat, history, line, () => turn, cancellationToken);
            }
        }
    }

    // What was said is read before the command ends, and what could not be is told.
    private static async Task<int> ReadAsync(CliRun run, CliModels used, MemoryOS memory, CancellationToken cancellationToken)
    {
        await run.WatchAsync("Reading", memory.FlushAsync(cancellationToken));
        await used.NoteReadingAsync(run, memory, [run.User], cancellationToken);
        return ExitCode.Success;
    }

    // A conversation outlives an answer that failed: what was said is recorded, and can be said again.
    private async Task TryAnswerAsync(CliRun run, MemoryChatClient chat, List<ChatMessage> history, string text, Func<MemoryTurnReport?> turn, CancellationToken cancellationToken)
    {
        try
        {
            await AnswerAsync(run, chat, history, text, turn, cancellationToken);
        }
        catch (Models.ModelEndpointException error)
        {
            await run.Host.Out.WriteLineAsync();
            await run.Host.Out.FlushAsync(cancellationToken);
            run.Note(error.Message);
        }
    }

    private async Task<string> AnswerAsync(CliRun run, MemoryChatClient chat, List<ChatMessage> history, string text, Func<MemoryTurnReport?> turn, CancellationToken cancellationToken)
    {
        history.Add(new(ChatRole.User, text));
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in chat.GetStreamingResponseAsync(history, cancellationToken: cancellationToken))
        {
            updates.Add(update);
            if (!run.IsJson)
            {
                await run.Host.Out.WriteAsync(update.Text);
                await run.Host.Out.FlushAsync(cancellationToken);
            }
        }

        run.WriteText("");
        var response = updates.ToChatResponse();
        history.AddRange(response.Messages);
        if (run.Parse.GetValue(show))
        {
            Show(run, turn());
        }

        return response.Text;
    }

    private static void Show(CliRun run, MemoryTurnReport? turn)
    {
        if (turn is null)
        {
            run.Note("nothing was said yet.");
            return;
        }

        run.Note(turn.RecallFailed ? "recall failed; the model answered without memory."
            : turn.Recalled.Count == 0 ? "nothing was recalled."
            : $"recalled {CliText.Count(turn.Recalled.Count, "memory").Replace("memorys", "memories", StringComparison.Ordinal)} in {turn.Ledger.InjectedTokens} of {turn.Ledger.SentTokens} tokens sent:");
        foreach (var item in turn.Recalled)
        {
            run.Notes.MarkupLineInterpolated($"  [dim]{item.Kind.ToString().ToLowerInvariant()}[/] {CliText.Line(item.Text)}");
        }
    }
}
