namespace MemOS.Cli;

/// <summary>An error for the person at the keyboard: one line that says what to do.</summary>
internal sealed class CliException(string message, int exitCode = ExitCode.Failure) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
