// Conversation → memory → task → skill: three returns are handled step by step, and the fourth is done by one call.
// dotnet run --project samples/EvolvingSkills
using System.Diagnostics;
using System.Globalization;
using EvolvingSkills;
using MemOS;
using MemOS.Evolution.Skills;
using Microsoft.Extensions.AI;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = Directory.CreateTempSubdirectory("memos-skills-").FullName;
var clock = new ShopClock();
var model = new ScriptedModel();
var clerk = MemoryScope.ForUser("clerk");
using var shop = new Shop();
try
{
    await using var memory = await MemoryOS.OpenAsync(Path.Combine(folder, "memory.db"), new() { TimeProvider = clock });

    Console.WriteLine("1. Three conversations, step by step");
    var before = new List<Effort>
    {
        await TalkAsync(memory, "Please take back order 1001, it arrived damaged.", "Thanks, that worked."),
        await TalkAsync(memory, "The customer wants to return order 1017, it is too small.", "Perfect, thank you!"),
        await TalkAsync(memory, "I need a return for order 1044: wrong colour.", "Great, she got her money back."),
    };

    // It happens in the background by itself; here we wait for it.
    await memory.EvolveDueAsync();
    Console.WriteLine("\n2. What memory made of them");
    foreach (var (_, task) in await memory.ListTasksAsync(clerk))
    {
        Console.WriteLine($"   task, {task.Outcome}: {task.Title} ({task.Calls.Count} calls)");
    }

    var (_, _, skill) = (await memory.ListSkillsAsync(clerk)).Single();
    Console.WriteLine($"   skill {skill.Name}, {skill.Status}: {skill.StatusReason}");
    Console.WriteLine($"   parameters: {string.Join(", ", skill.Current.Plan!.Parameters.Select(parameter => $"{parameter.Name} ({parameter.JsonType})"))}");
    Console.WriteLine($"   steps: {string.Join(" → ", skill.Current.Plan.Steps.Select(step => step.Tool))}");

    Console.WriteLine("\n3. A person looks at what it would do, and approves it");
    var arguments = new AIFunctionArguments { ["number"] = 1099, ["reason"] = "too late" };
    foreach (var call in new SkillFunction(skill, () => shop.Functions).DryRun(arguments))
    {
        Console.WriteLine($"   would call {call.Tool} {call.Arguments}");
    }

    await memory.ChangeSkillAsync(skill.Name, SkillLife.Approve, clerk);

    Console.WriteLine("\n4. The fourth request");
    var after = await TalkAsync(memory, "Please take back order 1099, it came too late.", "Thanks!");

    Console.WriteLine("\n5. Before and after, for one return");
    Console.WriteLine("                    step by step   by the skill");
    Row("model calls", before.Average(effort => effort.ModelCalls), after.ModelCalls);
    Row("calls by the model", before.Average(effort => effort.ToolCalls), after.ToolCalls);
    Row("prompt tokens", before.Average(effort => effort.Tokens), after.Tokens);
    Row("milliseconds", before.Average(effort => effort.Time.TotalMilliseconds), after.Time.TotalMilliseconds);
    var saved = (await memory.Ledger.ListSkillsAsync(clerk)).Single();
    Console.WriteLine($"   The ledger: calls and results cost {saved.TaskTokens} tokens step by step and {saved.RunTokens} by the skill.");

    Console.WriteLine("\n6. What the shop's database says");
    foreach (var line in shop.Returns())
    {
        Console.WriteLine($"   {line}");
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// A conversation of its own: the request, what was done, and the feedback by which it is judged.
async Task<Effort> TalkAsync(MemoryOS memory, string request, string feedback)
{
    using var chat = new ToolLoop(model).WithMemory(memory, clerk.InSession($"{clock.GetUtcNow():yyyy-MM-dd}"));
    var options = new ChatOptions { Tools = [.. shop.Functions] };
    model.Reset();
    var watch = Stopwatch.StartNew();
    List<ChatMessage> history = [new(ChatRole.User, request)];
    history.AddMessages(await chat.GetResponseAsync(history, options));
    var effort = new Effort(model.Calls, model.Called.Count, model.Tokens, watch.Elapsed);
    Console.WriteLine($"   clerk: {request}\n   tools: {string.Join(" → ", model.Called)}\n   model: {history[^1].Text}");
    history.Add(new(ChatRole.User, feedback));
    history.AddMessages(await chat.GetResponseAsync(history, options));
    Console.WriteLine($"   clerk: {feedback}");
    clock.NextDay();
    return effort;
}

static void Row(string what, double before, double after) => Console.WriteLine($"   {what,-18} {before,11:0.#}   {after,12:0.#}");
