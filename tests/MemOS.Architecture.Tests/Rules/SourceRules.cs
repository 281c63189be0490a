namespace MemOS.Architecture.Tests.Rules;

/// <summary>The rules of the house, each proven to bite by its own bad sample.</summary>
internal static class SourceRules
{
    private static readonly string[] Everywhere = ["src", "tests", "samples", "notebooks"];
    private static readonly string[] Libraries = ["src/MemOS", "src/MemOS.Sqlite", "src/MemOS.Extensions.AI", "src/MemOS.SemanticKernel", "src/MemOS.AgentFramework", "src/MemOS.OnnxGenAI", "src/MemOS.Models"];
    private static readonly string[] Offline = ["src/MemOS", "src/MemOS.Sqlite"];

    public static IReadOnlyList<ISourceRule> All { get; } =
    [
        new FileLengthRule(),
        new OneTypeRule(),
        new NamespaceRule(),
        new DocumentationRule(),
        new EmptyCatchRule(),
        new SqlInterpolationRule(),
        new SkippedTestRule(),
        new UnfinishedRule(),
        new TaskDelayRule(),
        new BannedMemberRule("DateTime", ["Now", "UtcNow", "Today"], Everywhere, "take a TimeProvider."),
        new BannedMemberRule("DateTimeOffset", ["Now", "UtcNow"], Everywhere, "take a TimeProvider."),
        new BannedMemberRule("Thread", ["Sleep", "SpinWait"], Everywhere, "wait for a signal."),
        new BannedTypeRule("console", ["Console", "AnsiConsole"], Libraries, "a library returns, logs or throws; it does not print."),
        new BannedTypeRule("process", ["Process", "ProcessStartInfo"], Offline, "the engine starts no programs."),
        new BannedTypeRule("network", ["HttpClient", "HttpMessageHandler", "SocketsHttpHandler", "WebClient", "Socket", "TcpClient", "TcpListener", "UdpClient", "Dns", "WebSocket"], Offline, "the engine and its store know no network."),
    ];
}
