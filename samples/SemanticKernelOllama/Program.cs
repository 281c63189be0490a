// A kernel on Ollama, whose models answer, read into memory and embed: nothing leaves the machine.
// ollama pull llama3.2 && ollama pull nomic-embed-text
// dotnet run --project samples/SemanticKernelOllama -p:HostLibraries=nuget
using System.Reflection;
using MemOS;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using OllamaSharp;

var version = typeof(OllamaApiClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
Console.WriteLine($"OllamaSharp: {version}");
if (version.Contains("stand-in", StringComparison.Ordinal))
{
    Console.WriteLine("This build stands on stand-ins, which talk to nobody. Run: dotnet run --project samples/SemanticKernelOllama -p:HostLibraries=nuget");
    return;
}

var server = new Uri(Environment.GetEnvironmentVariable("OLLAMA_HOST") ?? "http://localhost:11434");
var user = Environment.UserName;

#region ollama
var builder = Kernel.CreateBuilder();
builder.Services.AddSingleton<IChatClient>(new ChatClientBuilder(new OllamaApiClient(server, "llama3.2")).UseKernelFunctionInvocation().Build());
builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new OllamaApiClient(server, "nomic-embed-text"));
builder.AddMemOS(options => options.Scope = MemoryScope.ForUser(user))
    .UseSqlite("memory.db")
    .UseKernelReader()        // the rules at once, then the kernel's own model in the background
    .UseKernelEmbeddings();   // vectors by the kernel's own generator
Kernel kernel = builder.Build();
#endregion

Console.WriteLine("Say something; an empty line ends. What you said in earlier runs is remembered in memory.db.");
while (Console.ReadLine() is { Length: > 0 } line)
{
    await foreach (var part in kernel.InvokePromptStreamingAsync<string>("{{$line}}", new() { ["line"] = line }))
    {
        Console.Write(part);
    }

    Console.WriteLine();
}

await ((ServiceProvider)kernel.Services).DisposeAsync();
