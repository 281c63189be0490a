using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Evolution.Skills;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Reads a SKILL.md folder into the user's memory, untrusted.</summary>
internal sealed class SkillImportCommand : ICliCommand
{
    private const int MostNamed = 10;

    private readonly Argument<DirectoryInfo> folder = new("FOLDER") { Description = "A folder with a SKILL.md." };

    private readonly Option<string?> name = new("--name") { Description = "The name that it gets. Default: the folder's own.", HelpName = "NAME" };

    public IReadOnlyList<string> Examples => ["memos skills import ./skills/find-then-refund --user ada", "memos skills import ./skills/find-then-refund --name refund_by_name --user ada"];

    public Command Build() => new("import", "Read a skill from a folder; it waits for your approval.") { folder, name };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var source = run.Parse.GetRequiredValue(folder).FullName;
        if (!Directory.Exists(source))
        {
            throw new CliException($"There is no folder {source}.");
        }

        if (!File.Exists(Path.Combine(source, SkillFolder.MarkdownFile)) && Directory.EnumerateDirectories(source).FirstOrDefault(inner => File.Exists(Path.Combine(inner, SkillFolder.MarkdownFile))) is { } inner)
        {
            throw new CliException($"{source} holds the folders of skills; name one of them: memos skills import {inner}");
        }

        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in new[] { SkillFolder.MarkdownFile, SkillFolder.PlanFile, SkillFolder.StateFile })
        {
            if (File.Exists(Path.Combine(source, file)))
            {
                files[file] = await File.ReadAllTextAsync(Path.Combine(source, file), cancellationToken);
            }
        }

        try
        {
            var skill = SkillFolder.Read(files, run.Host.TimeProvider.GetLocalNow());
            skill = run.Parse.GetValue(name) is { } given ? SkillLife.Rename(skill, given) : skill;
            await using var memory = await run.OpenOrCreateAsync(cancellationToken);
            var stored = await memory.AddSkillAsync(skill, run.Scope, cancellationToken);
            run.WriteJson(SkillOutput.Of(stored), CliJson.Readable.SkillOutput);
            SkillText.WriteTable(run.Out, [stored]);
            if (SkillFolder.NotTakenOver(FilesOf(source)) is { Count: > 0 } left)
            {
                run.Note($"Not taken over: {string.Join(", ", left.Take(MostNamed))}{(left.Count > MostNamed ? $" and {left.Count - MostNamed} more" : "")}");
            }

            return ExitCode.Success;
        }
        catch (MemoryConflictException error)
        {
            throw SkillCommands.Taken(error);
        }
        catch (FormatException error)
        {
            throw new CliException($"{source}: {error.Message}");
        }
    }

    private static IEnumerable<string> FilesOf(string source) =>
        Directory.EnumerateFiles(source, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint })
            .Select(path => Path.GetRelativePath(source, path).Replace(Path.DirectorySeparatorChar, '/'));
}
