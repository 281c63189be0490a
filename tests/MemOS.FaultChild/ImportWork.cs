using MemOS.Cli;

namespace MemOS.FaultChild;

/// <summary>Imports a file with the command that people use; its progress line is the acknowledgement.</summary>
internal static class ImportWork
{
    public static async Task RunAsync(string path, string file)
    {
        var host = new CliHost { Out = TextWriter.Null, Error = Console.Out, IsErrorTerminal = true };
        Report.Ready();
        var code = await MemosCommand.InvokeAsync(["import", file, "--db", path, "--user", "ada"], host);
        Report.Line(code == ExitCode.Success ? "done" : $"failed with {code}");
    }
}
