using Spectre.Console;

namespace MemOS.Cli;

/// <summary>Makes consoles that colour and redraw for a person and stay plain for a pipe.</summary>
internal static class CliConsole
{
    private const int PipedWidth = 120;

    public static IAnsiConsole Create(TextWriter writer, bool isTerminal, CliHost host)
    {
        var isColoured = isTerminal && host.Variable("NO_COLOR") is null;
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = int.TryParse(host.Variable("COLUMNS"), out var columns) && columns >= 40 ? columns : PipedWidth;
        }

        return console;
    }
}
