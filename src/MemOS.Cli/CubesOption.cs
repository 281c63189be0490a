using System.CommandLine;

namespace MemOS.Cli;

/// <summary>The option of commands that add: shared cubes that get what is added too, by link.</summary>
internal sealed class CubesOption
{
    public Option<string[]> Option { get; } = new("--cube")
    {
        Description = "Share it in this cube too; may be given several times. See: memos cubes",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The cubes that the option names.</summary>
    public IReadOnlyList<string> Of(CliRun run) => run.Parse.GetRequiredValue(Option);

    /// <summary>The user's scope with the cubes that the option names.</summary>
    public MemoryScope AddTo(CliRun run) => run.Scope with { WriteCubes = Of(run) };
}
