// Memory in a pipeline of Microsoft.Extensions.AI: what runs in which order, and what memory's telemetry says.
// dotnet run --project samples/ChatPipeline
using System.Diagnostics;
using System.Reflection;
using ChatPipeline;
using MemOS;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

var folder = Directory.CreateTempSubdirectory("memos-pipeline-").FullName;
var file = Path.Combine(folder, "memory.db");
Console.WriteLine($"Microsoft.Extensions.AI: {typeof(ChatClientBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}");

// The spans of memory: anything that collects OpenTelemetry can listen to this source.
using var listener = new ActivityListener
{
    ShouldListenTo = source => source.Name == "Experimental.MemOS",
    Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    ActivityStopped = span => Console.WriteLine($"      span {span.OperationName}, {span.GetTagItem("gen_ai.memory.record.count")} in it"),
};
ActivitySource.AddActivityListener(listener);

var user = "nobody";
var services = new ServiceCollection();

#region pipeline
services.AddMemOS().UseSqlite(file).ConfigureChat(options =>
    options.ScopeResolver = (_, _) => ValueTask.FromResult<MemoryScope?>(MemoryScope.ForUser(user)));

services.AddChatClient(new OfflineModel())
    .Use(inner => new StepClient(inner, "request"))           // telemetry of the whole request goes here
    .UseMemOS()                                               // once a request: records, recalls, records the answer
    .UseFunctionInvocation()                                  // the tool loop
    .Use(inner => new StepClient(inner, "  model call"));     // once for each call of the model: cache, telemetry of calls
#endregion

await using (var provider = services.BuildServiceProvider())
{
    var chat = provider.GetRequiredService<IChatClient>();
    var tools = new ChatOptions { Tools = [AIFunctionFactory.Create((string city) => $"It rains in {city}.", "weather")] };

    user = "ada";
    await AskAsync("I live in Porto.");
    await AskAsync("Do I need an umbrella where I live?");
    user = "bob";
    await AskAsync("Do I need an umbrella where I live?");

    async Task AskAsync(string question)
    {
        Console.WriteLine($"{user}: {question}");
        var answer = await chat.GetResponseAsync(question, tools);
        await provider.GetRequiredService<MemoryOS>().FlushAsync();
        Console.WriteLine($"model: {answer.Messages[^1].Text}");
        Console.WriteLine();
    }
}

Directory.Delete(folder, recursive: true);
