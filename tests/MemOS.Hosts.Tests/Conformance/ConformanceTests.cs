using System.Reflection;

namespace MemOS.Hosts.Tests.Conformance;

/// <summary>No host and no promise can be left out of the suite unseen.</summary>
public sealed class ConformanceTests
{
    private static readonly Type[] Types = typeof(ConformanceTests).Assembly.GetTypes();

    private static readonly Type[] Hosts = [.. Types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IHost)) && type != typeof(ForgetfulHost))];

    // What a host without memory does as well: it keeps the history that the caller sends, streams, injects nothing, and takes no notice of a store.
    private static readonly string[] KeptWithoutMemory = ["Session_OwnHistory_IsStillInThePrompt", "Session_NothingRelevant_NothingIsInjected", "Streaming_Answer_ArrivesInPieces"];

    public static TheoryData<Type> AllHosts => [.. Hosts];

    [Theory]
    [MemberData(nameof(AllHosts))]
    public void Host_EveryPromise_IsTested(Type host)
    {
        var suite = typeof(HostConformance<>).MakeGenericType(host);
        var runs = Types.Where(type => !type.IsAbstract && type.IsAssignableTo(suite)).ToList();
        Assert.True(runs.Count > 0, $"{host.Name} is a host, but no class runs HostConformance<{host.Name}>.");
        foreach (var promise in PromisesOf(suite))
        {
            // A method of the same name in the class of a host would hide the suite's.
            Assert.All(runs, run => Assert.Equal(suite, run.GetMethod(promise.Name)?.DeclaringType));
        }
    }

    [Fact]
    public void Suite_EveryPromise_IsThereAndRuns()
    {
        var promises = PromisesOf(typeof(HostConformance<>)).ToList();
        Assert.True(promises.Count >= 18, $"The suite has shrunk to {promises.Count} tests.");
        Assert.All(promises, promise => Assert.Null(promise.GetCustomAttribute<FactAttribute>()!.Skip));
        Assert.All(promises, promise => Assert.False(promise.IsVirtual, $"{promise.Name} can be overridden, and so left out."));
    }

    [Fact]
    public void Adapters_OfTheRepository_EachHaveAHost()
    {
        // What this assembly was built with: a new adapter comes in by its project reference, and then owes a host.
        var adapters = Directory.EnumerateFiles(AppContext.BaseDirectory, "MemOS.*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Except(["MemOS.Hosts.Tests", "MemOS.Sqlite", "MemOS.TestKit", "MemOS.Models", "MemOS.OnnxGenAI"], StringComparer.Ordinal)
            .Where(name => !name.StartsWith("MemOS.Samples", StringComparison.Ordinal));
        var covered = Hosts.Select(host => ((IHost)Activator.CreateInstance(host)!).Adapter).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("MemOS", covered);
        Assert.All(adapters, adapter => Assert.Contains(adapter, covered));
    }

    public static TheoryData<string> AllPromises => [.. PromisesOf(typeof(HostConformance<>)).Select(promise => promise.Name).Except(KeptWithoutMemory, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(AllPromises))]
    public async Task Promise_OnAHostWithoutMemory_Fails(string name)
    {
        var run = new ForgetfulConformance();
        await run.InitializeAsync();
        try
        {
            var promise = PromisesOf(typeof(HostConformance<ForgetfulHost>)).Single(promise => promise.Name == name);
            object[] arguments = promise.GetParameters().Length == 0 ? [] : [false];
            await Assert.ThrowsAnyAsync<Exception>(() => (Task)promise.Invoke(run, arguments)!);
        }
        finally
        {
            await run.DisposeAsync();
        }
    }

    private static IEnumerable<MethodInfo> PromisesOf(Type suite) =>
        suite.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.GetCustomAttribute<FactAttribute>() is not null);
}
