using System.CommandLine;
using MemOS.Cli.Output;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Learns skills from the user's tasks.</summary>
internal sealed class SkillLearnCommand : ICliCommand
{
    private readonly Option<FileInfo> tools = new("--tools") { Description = ToolFile.Help, HelpName = "FILE", Required = true };

    public IReadOnlyList<string> Examples => ["memos skills learn --tools tools.json --user ada"];

    public Command Build() => new("learn", "Learn skills from what the user's tasks did.") { tools };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var known = await ToolFile.ReadAsync(run.Parse.GetRequiredValue(tools), cancellationToken);
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        await memory.EvolveAsync(run.Scope, known, cancellationToken);
        var skills = await memory.ListSkillsAsync(run.Scope, cancellationToken);
        run.WriteJson(new(run.User, [.. skills.Select(SkillOutput.Of)]), CliJson.Readable.SkillsOutput);
        SkillText.WriteTable(run.Out, skills);
        return ExitCode.Success;
    }
}
