using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text.Json;
using MemOS.Cli.Benches;
using MemOS.Cli.Commands;
using MemOS.Cli.Commands.Skills;
using MemOS.Cli.Output;

namespace MemOS.Cli;

/// <summary>The <c>memos</c> command. Everything it does can be run in process: see <see cref="InvokeAsync"/>.</summary>
internal static partial class MemosCommand
{
    private const string DebugVariable = "MEMOS_DEBUG";

    /// <summary>Runs it for the person at the terminal.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            environment[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        var host = new CliHost
        {
            Out = Console.Out,
            Error = Console.Error,
            Input = Console.OpenStandardInput,
            Output = Console.OpenStandardOutput,
            Environment = environment,
            IsTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            IsInteractive = !Console.IsInputRedirected && !Console.IsOutputRedirected,
        };
        return await InvokeAsync(args, host, stop.Token);
    }

    /// <summary>Runs it with the given streams, environment and clock.</summary>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> args, CliHost host, CancellationToken cancellationToken = default)
    {
        var globals = new GlobalOptions();
        var root = BuildRoot(globals, host);
        var parse = root.Parse(args, new() { EnablePosixBundling = false });
        var isJson = parse.GetValue(globals.Json);
        if (args.Count == 0)
        {
            // Who asks nothing is shown what can be asked.
            return await root.Parse(["--help"]).InvokeAsync(new() { Output = host.Out, Error = host.Error }, cancellationToken);
        }

        if (parse.Errors.Count > 0 && parse.Action is not (ExampleHelpAction or { ClearsParseErrors: true }))
        {
            return Fail(host, isJson, $"{ProblemOf(parse)} See: {PathOf(parse.CommandResult)} --help", ExitCode.Usage);
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parse.InvokeAsync(configuration, cancellationToken);
        }
        catch (CliException error)
        {
            return Fail(host, isJson, error.Message, error.ExitCode);
        }
        catch (OperationCanceledException)
        {
            return Fail(host, isJson, "Stopped. What was done so far is kept.", ExitCode.Canceled);
        }
        catch (Exception error) when (error is MemOSException or Models.ModelEndpointException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Fail(host, isJson, error.Message, ExitCode.Failure);
        }
        catch (Exception error) when (host.Variable(DebugVariable) is null)
        {
            return Fail(host, isJson, $"Unexpected {error.GetType().Name}: {error.Message} Please report it; {DebugVariable}=1 shows where it happened.", ExitCode.Failure);
        }
    }

    private static RootCommand BuildRoot(GlobalOptions globals, CliHost host)
    {
        var root = new RootCommand("Memory for your agents, in one file: import conversations, search them, look inside, measure.");
        var examples = new Dictionary<Command, IReadOnlyList<string>>
        {
            [root] = ["memos import chat.jsonl", "memos search \"Which language does my project use?\"", "memos doctor"],
        };
        globals.AddTo(root);
        foreach (var command in CommandCatalog.Create())
        {
            root.Add(Wire(command, globals, host, examples));
        }

        var skills = new Command("skills", "What was learned from tasks: list, show, approve, reject, try, exchange.");
        examples[skills] = ["memos skills list --user ada", "memos skills approve find_then_refund --user ada"];
        foreach (var command in SkillCommands.Create())
        {
            skills.Add(Wire(command, globals, host, examples));
        }

        root.Add(skills);
        var bench = new Command("bench", "Measure: tokens of long conversations, recall, reading, dates.");
        examples[bench] = ["memos bench turns --data locomo.json --json"];
        foreach (var command in BenchCatalog.All)
        {
            bench.Add(Wire(new BenchCommand(command), globals, host, examples));
        }

        root.Add(bench);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExampleHelpAction((HelpAction)help.Action!, examples);
        return root;
    }

    private static Command Wire(ICliCommand command, GlobalOptions globals, CliHost host, Dictionary<Command, IReadOnlyList<string>> examples)
    {
        var built = command.Build();
        examples[built] = command.Examples;
        built.SetAction((parse, cancellationToken) => command.RunAsync(new(host, globals, parse), cancellationToken));
        return built;
    }

    // "Required command was not provided" helps nobody who mistyped one.
    private static string ProblemOf(ParseResult parse) =>
        parse.CommandResult.Command.Subcommands.Count > 0 && parse.UnmatchedTokens is [var unknown, ..] && !unknown.StartsWith('-')
            ? $"There is no command \"{unknown}\"."
            : Wanted(parse.Errors[0].Message);

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : "memos";

    private static int Fail(CliHost host, bool isJson, string message, int code)
    {
        // One line, whatever the library below had to say.
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        host.Error.WriteLine($"memos: {line}");
        if (isJson)
        {
            host.Out.WriteLine(JsonSerializer.Serialize(new(line), CliJson.Readable.ErrorOutput));
        }

        return code;
    }

    // The parser names the type of .NET; people are told what to write.
    private static string Wanted(string message) =>
        NumberWanted().Match(message) is { Success: true } number ? $"{number.Groups["option"].Value} takes a whole number, not '{number.Groups["given"].Value}'." : message;

    [System.Text.RegularExpressions.GeneratedRegex("^Cannot parse argument '(?<given>.*)' for option '(?<option>[^']+)' as expected type 'System\\.(?:Nullable.*)?Int32.*$", System.Text.RegularExpressions.RegexOptions.Singleline)]
    private static partial System.Text.RegularExpressions.Regex NumberWanted();
}
