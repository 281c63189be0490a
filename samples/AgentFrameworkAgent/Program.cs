// An agent of Microsoft Agent Framework that remembers: across sessions, across restarts, and when it is cut off. Offline, with a
// model that knows only its prompt. dotnet run --project samples/AgentFrameworkAgent
using System.Reflection;
using System.Text.Json;
using MemOS;
using MemOS.Evidence;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Quickstart;

var folder = Directory.CreateTempSubdirectory("memos-agent-").FullName;
var path = Path.Combine(folder, "memory.db");
var clock = new StoryClock();
var model = new PromptOnlyChatClient();
Console.WriteLine($"Agent Framework: {typeof(AIAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}");

try
{
    var saved = await MondayAsync();
    await FridayAsync(saved);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task<JsonElement> MondayAsync()
{
    clock.MoveTo(new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    await using var memory = await MemoryOS.OpenAsync(path, new() { TimeProvider = clock });

    #region agent
    AIAgent agent = model.AsMemoryAgent(memory, agent: new() { Name = "helper", ChatOptions = new() { Instructions = "You help one person; be brief." } });

    // a session belongs to one conversation of one person; who that is, only the host says
    var session = (await agent.CreateSessionAsync()).WithMemoryScope(MemoryScope.ForUser("ada"));
    await agent.RunAsync("My bicycle is in locker 4711.", session);

    // another conversation of the same person starts from nothing, and remembers
    var other = (await agent.CreateSessionAsync()).WithMemoryScope(MemoryScope.ForUser("ada"));
    var answer = await agent.RunAsync("Which locker is my bicycle in?", other);
    #endregion

    Console.WriteLine($"Monday, another session: {answer.Text}");

    // A stream that nobody reads to its end: what was seen of the answer is kept.
    await foreach (var _ in agent.RunStreamingAsync("My train to Berlin leaves at eight.", session))
    {
        break;
    }

    #region serialise
    // the session itself holds a label and nothing of the conversation
    var state = await agent.SerializeSessionAsync(session);
    #endregion

    Console.WriteLine($"The session as JSON knows of the train: {state.GetRawText().Contains("train", StringComparison.Ordinal)}.");
    return state;
}

async Task FridayAsync(JsonElement state)
{
    clock.MoveTo(new(2026, 6, 5, 9, 0, 0, TimeSpan.Zero));
    await using var memory = await MemoryOS.OpenAsync(path, new() { TimeProvider = clock });
    var agent = model.AsMemoryAgent(memory);

    #region restore
    // read back, a session has no scope until the host, who knows its caller, gives it one again
    var session = (await agent.DeserializeSessionAsync(state)).WithMemoryScope(MemoryScope.ForUser("ada"));
    var answer = await agent.RunAsync("When does my train leave?", session);
    #endregion

    Console.WriteLine($"Friday, the same session: {answer.Text}");
    Console.WriteLine($"The model was sent {model.LastPrompt.Count} messages.");

    try
    {
        await agent.RunAsync("And who am I?", await agent.CreateSessionAsync());
    }
    catch (MemoryScopeException error)
    {
        Console.WriteLine($"Without a scope: {error.Message[..error.Message.IndexOf('.', StringComparison.Ordinal)]}.");
    }

    Console.WriteLine("What memory holds:");
    var access = await memory.ResolveAsync(MemoryScope.ForUser("ada"));
    foreach (var item in await memory.Store.Evidence.ListAsync(access, new EvidenceFilter()))
    {
        Console.WriteLine($"  {item.Content.Role,-9} {item.Content.Text}{(item.Content.IsPartial ? " (partial)" : "")}");
    }
}
