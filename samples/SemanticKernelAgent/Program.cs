// An agent on a kernel with memory: two people, a function that the model calls, and a prompt function, on one file.
// dotnet run --project samples/SemanticKernelAgent
using System.Reflection;
using MemOS;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using SemanticKernelAgent;

var folder = Directory.CreateTempSubdirectory("memos-kernel-").FullName;
var file = Path.Combine(folder, "memory.db");
Console.WriteLine($"Semantic Kernel: {typeof(Kernel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}");

#region kernel
var builder = Kernel.CreateBuilder();
builder.Services.AddSingleton(new OfflineModel().AsBuilder().UseKernelFunctionInvocation().Build());   // or any connector
builder.AddMemOS().UseSqlite(file);                                                                    // after the model
Kernel kernel = builder.Build();
kernel.Plugins.AddFromFunctions("trains", [KernelFunctionFactory.CreateFromMethod((string to) => $"The next train to {to} leaves at 9:40.", "next", "The next train to a city.")]);

// a clone for each request says whose memory it is; the kernel itself is shared
Kernel ada = kernel.WithMemoryScope(MemoryScope.ForUser("ada"));
#endregion

Kernel bob = kernel.WithMemoryScope(MemoryScope.ForUser("bob"));
var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };

await ChatAsync("ada", ada, "My mother lives in Braga.");
await ChatAsync("bob", bob, "My mother lives in Faro.");
await ChatAsync("ada", ada, "When can I go to see my mother?");
await ChatAsync("bob", bob, "When can I go to see my mother?");

// A prompt function is remembered and recalled like a chat.
Console.WriteLine($"prompt function, for ada: {await ada.InvokePromptAsync("Where does {{$who}} live?", new() { ["who"] = "my mother" })}");

// The memory is a plugin too, for the model and for you.
Console.WriteLine($"memory-list, for bob: {(await bob.InvokeAsync("memory", "list")).ToString().Split('\n')[0]}");

await ((ServiceProvider)kernel.Services).DisposeAsync();
Directory.Delete(folder, recursive: true);

async Task ChatAsync(string name, Kernel person, string text)
{
    var chat = person.GetRequiredService<IChatClient>().AsChatCompletionService();
    var history = new ChatHistory();
    history.AddUserMessage(text);
    var answer = await chat.GetChatMessageContentsAsync(history, settings, person);
    await person.Services.GetRequiredService<MemoryOS>().FlushAsync();
    Console.WriteLine($"{name}: {text}");
    Console.WriteLine($"agent: {answer[0].Content}");
    Console.WriteLine();
}
