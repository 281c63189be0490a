using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Evolution.Skills;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Writes a skill as a SKILL.md folder.</summary>
internal sealed class SkillExportCommand : ICliCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The skill." };
    private readonly Argument<DirectoryInfo> folder = new("FOLDER") { Description = "Where its folder is made." };
    private readonly Option<bool> forOthers = new("--for-others") { Description = "Leave out trials, lessons and references to your messages." };

    private readonly Option<bool> force = new("--force") { Description = "Put it in the place of what is there." };

    public IReadOnlyList<string> Examples => ["memos skills export find_then_refund ./skills --for-others"];

    public Command Build() => new("export", "Write a skill as a folder with SKILL.md and its plan.") { name, folder, forOthers, force };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var stored = await SkillCommands.FindAsync(memory, run, run.Parse.GetRequiredValue(name), cancellationToken);
        var skill = run.Parse.GetValue(forOthers) ? SkillSharing.ForOthers(stored.Skill) : stored.Skill;
        var root = run.Parse.GetRequiredValue(folder).FullName;
        var target = Inside(root, SkillFolder.NameOf(skill));
        var files = SkillFolder.Write(skill).Select(file => (Path: Inside(target, file.Key), Text: file.Value)).ToList();
        if (!run.Parse.GetValue(force) && files.FirstOrDefault(file => File.Exists(file.Path) && File.ReadAllText(file.Path) != file.Text).Path is { } other)
        {
            throw new CliException($"{other} is there and says something else; nothing was written. Export to another folder, or put this in its place with --force.");
        }

        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, cancellationToken);
        }

        run.WriteJson(SkillOutput.Of(stored), CliJson.Readable.SkillOutput);
        run.WriteText(target);
        return ExitCode.Success;
    }

    // Names come from folders and cubes of others: whatever they say, nothing is written elsewhere.
    private static string Inside(string root, string name)
    {
        var path = Path.GetFullPath(Path.Combine(root, name));
        return path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new CliException($"'{name}' would be written outside {root}.");
    }
}
