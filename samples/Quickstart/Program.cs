// MemOS in two minutes: two months of one person's chat, replayed through memory against an offline model that knows only
// its prompt, or against a real one: dotnet run --project samples/Quickstart [-- --keep FILE] [--chat URL --model NAME]
using MemOS;
using MemOS.Chat;
using MemOS.Models;
using MemOS.Models.Chat;
using MemOS.Reading;
using MemOS.Storage;
using Microsoft.Extensions.AI;
using Quickstart;

var keep = Argument("--keep") is { } path ? Path.GetFullPath(path) : null;
ModelEndpoint? endpoint;
try
{
    endpoint = ModelEndpoint.Chat(Environment.GetEnvironmentVariable, Argument("--chat"), Argument("--model"));
}
catch (ArgumentException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}

var folder = Directory.CreateTempSubdirectory("memos-quickstart-").FullName;
var file = keep ?? Path.Combine(folder, "memory.db");
var view = new QuickstartView();
var clock = new StoryClock();
using IChatClient model = endpoint is null ? new PromptOnlyChatClient() : new EndpointChatClient(endpoint);
var noor = MemoryScope.ForUser(Story.Person);
MemoryTurnReport? turn = null;
StoreStatistics counts;
long everything = 0;

try
{
    view.Welcome(endpoint?.Model);

    // 1. Memory is one file. 2. Any IChatClient remembers through it.
    await using (var memory = await MemoryOS.OpenAsync(file, new() { TimeProvider = clock }))
    {
        foreach (var (day, messages) in Story.Read())
        {
            // A new conversation: the model's prompt starts empty, only memory goes on. Disposing the client would dispose the model with it.
            var chat = model.WithMemory(memory, noor.InSession($"{day:yyyy-MM-dd}"), Settings);
            var history = new List<ChatMessage>();
            view.Day(day);
            foreach (var message in messages)
            {
                clock.MoveTo(day.AddMinutes(history.Count));
                history.Add(new(ChatRole.User, message) { AuthorName = Story.Person });
                history.AddMessages(await chat.GetResponseAsync(history));
                await memory.FlushAsync();
                view.Turn(message, history[^1].Text, await LearnedAsync(memory), turn!, everything + turn!.Ledger.FullTokens);
            }

            everything += turn!.Ledger.FullTokens;
            view.EndOfDay();
        }

        // Weeks later, in new conversations: each prompt holds one question, and what memory brings along.
        clock.MoveTo(Story.Later);
        view.Later(Story.Later);
        foreach (var (question, why) in Story.Questions)
        {
            var chat = model.WithMemory(memory, noor.InSession($"later: {question}"), Settings);
            var answer = await chat.GetResponseAsync(question);
            view.Answer(question, why, answer.Text, turn!);
        }

        counts = await memory.Store.Maintenance.GetStatisticsAsync();
    }

    view.Summary(counts, new FileInfo(file).Length, everything, keep, endpoint?.Model);
}
catch (ModelEndpointException error)
{
    await Console.Error.WriteLineAsync($"{Environment.NewLine}{error.Message}");
    return 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return 0;

// The value of an option of the command line.
string? Argument(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

// A small budget: at most so many tokens of memory in a prompt. The report says what a turn did.
void Settings(MemoryChatOptions options)
{
    options.BudgetTokens = 220;
    options.TurnCompleted = done => turn = done;
}

// The records that the last turn made, and those it replaced.
async Task<IReadOnlyList<MemoryRecord>> LearnedAsync(MemoryOS memory)
{
    var access = await memory.ResolveAsync(noor);
    var records = await memory.Store.Records.ListAsync(access, new() { State = null, Limit = 1000 });
    return [.. records.Where(record => view.IsNew(record))];
}
