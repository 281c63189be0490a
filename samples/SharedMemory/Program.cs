// Who picks up where another stopped: two agents of one user, then two users who share a cube. Both hosts, an agent of Agent Framework
// and a pipeline of Microsoft.Extensions.AI, work on one memory at the same time. Offline.
// dotnet run --project samples/SharedMemory
using System.Reflection;
using MemOS;
using MemOS.Cubes;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Quickstart;

var folder = Directory.CreateTempSubdirectory("memos-shared-").FullName;
var clock = new StoryClock();
clock.MoveTo(new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
Console.WriteLine($"Agent Framework: {VersionOf(typeof(AIAgent))}; Microsoft.Extensions.AI: {VersionOf(typeof(ChatClientBuilder))}");

try
{
    await using var memory = await MemoryOS.OpenAsync(Path.Combine(folder, "memory.db"), new() { TimeProvider = clock });

    #region hosts
    // two hosts on one memory: each has its own name in the log, neither keeps anything of a user
    var planner = new PromptOnlyChatClient().AsMemoryAgent(memory, agent: new() { Name = "planner" });
    var writer = new PromptOnlyChatClient().AsBuilder().UseMemOS(memory).UseFunctionInvocation().Build();
    #endregion

    Console.WriteLine("\nOne user, two agents");

    #region one-user
    var ada = MemoryScope.ForUser("ada");
    await PlanAsync(ada, "The party is on 20 June 2026 in the garden of Maria.");
    await PlanAsync(ada, "The budget for the party is 300 euros.");

    // the writer never saw those turns, and goes on from them; both hosts answer at the same time
    var answers = await Task.WhenAll(
        WriteAsync(ada, "What is the budget for the party?"),
        PlanAsync(ada, "Which garden is the party in?"));
    #endregion

    Print("writer", answers[0]);
    Print("planner", answers[1]);

    Console.WriteLine("\nTwo users, one shared cube");

    #region two-users
    await memory.CreateCubeAsync("party", "ada");
    await memory.ShareCubeAsync("party", "bob", CubeRole.Writer, owner: "ada");

    // what Ada says here is linked into the cube; Bob's turns read it because he holds a grant, and write to it because he names it
    var adasParty = ada with { Session = "party", WriteCubes = ["party"] };
    var bobsParty = MemoryScope.ForUser("bob", "party") with { WriteCubes = ["party"] };
    await PlanAsync(adasParty, "Maria brings the lanterns.");
    await PlanAsync(adasParty, "The gate opens with the code 7-3-1.");
    var bob = await WriteAsync(bobsParty, "Who brings the lanterns?");
    await WriteAsync(bobsParty, "My cousin Tom plays the accordion at the party.");
    var back = await PlanAsync(ada, "Who plays the accordion at the party?");
    #endregion

    Print("bob's writer", bob);
    Print("ada's planner", back);
    Print("bob's writer, of what was never shared", await WriteAsync(bobsParty, "What is the budget for the party?"));
    Print("carol's writer, who holds no grant", await WriteAsync(MemoryScope.ForUser("carol"), "Who brings the lanterns?"));

    // Taken back, the cube is closed to Bob; what he was told before stays in his own memory.
    await memory.ShareCubeAsync("party", "bob", null, owner: "ada");
    Print("bob's writer, after Ada took the grant back", await WriteAsync(MemoryScope.ForUser("bob", "later"), "Which code opens the gate?"));

    async Task<string> PlanAsync(MemoryScope scope, string text) =>
        (await planner.RunAsync(text, (await planner.CreateSessionAsync()).WithMemoryScope(scope))).Text;

    async Task<string> WriteAsync(MemoryScope scope, string text) =>
        (await writer.GetResponseAsync(text, new ChatOptions().WithMemoryScope(scope with { Agent = "writer" }))).Text;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static void Print(string who, string text) => Console.WriteLine($"  {who}: {text}");

static string? VersionOf(Type type) => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
