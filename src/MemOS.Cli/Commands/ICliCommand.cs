using System.CommandLine;

namespace MemOS.Cli.Commands;

/// <summary>A command of the tool: what it takes, and what it does in one run.</summary>
internal interface ICliCommand
{
    /// <summary>Command lines that show how it is used, for the end of its help.</summary>
    IReadOnlyList<string> Examples { get; }

    /// <summary>The command with its arguments and options, without an action.</summary>
    Command Build();

    /// <summary>Does it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    Task<int> RunAsync(CliRun run, CancellationToken cancellationToken);
}
