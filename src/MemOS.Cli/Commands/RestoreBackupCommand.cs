using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Sqlite;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Puts a backup in the place of the memory file, and keeps the file it replaces.</summary>
internal sealed class RestoreBackupCommand : ICliCommand
{
    private readonly Argument<string> file = new("FILE") { Description = "A file that memos backup wrote." };
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Replace an existing memory file; it is kept beside, under another name." };

    public IReadOnlyList<string> Examples => ["memos restore-backup memory-2026-03-14.db --yes"];

    public Command Build() => new("restore-backup", "Put a backup in the place of the memory file.") { file, yes };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var source = Path.GetFullPath(run.Parse.GetRequiredValue(file));
        if (!File.Exists(source))
        {
            throw new CliException($"There is no file {source}.");
        }

        var target = run.DatabasePath;
        if (string.Equals(source, target, StringComparison.Ordinal))
        {
            throw new CliException($"{source} is the memory file itself. Name the backup to restore from, or another memory file with --db.");
        }

        if (File.Exists(target) && !run.Parse.GetValue(yes))
        {
            throw new CliException($"{target} exists. Pass --yes to replace it; the present file is kept beside it.");
        }

        // The copy is made beside the target and checked before anything is replaced.
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var fresh = target + ".restoring";
        DeleteFile(fresh);
        await using (var backup = await MemoryOS.OpenAsync(source, new() { ReadInBackground = false, TimeProvider = run.Host.TimeProvider }, cancellationToken: cancellationToken))
        {
            var problems = await run.WatchAsync("Checking", backup.Store.Maintenance.CheckAsync(deep: true, null, cancellationToken));
            if (problems.Count > 0)
            {
                throw new CliException($"{source} is damaged and was not restored: {problems[0].Message}");
            }

            await run.WatchAsync("Copying", backup.Store.Maintenance.BackupAsync(fresh, null, cancellationToken));
        }

        if (await SqliteMemoryStore.IsInUseAsync(target, cancellationToken))
        {
            // Who has it open would go on writing to the file that was moved away.
            DeleteFile(fresh);
            throw new CliException($"{target} is in use; nothing was replaced. Stop what has it open, such as memos mcp, then run this again.");
        }

        var previous = KeepPrevious(target, run.Host.TimeProvider);
        File.Move(fresh, target);
        var bytes = new FileInfo(target).Length;
        run.WriteJson(new(target, bytes, previous), CliJson.Readable.FileOutput);
        run.Out.MarkupLineInterpolated($"[green]✓[/] {target} is now what {source} was ({CliText.Bytes(bytes)}).{(previous is null ? "" : $" The file before it is {previous}.")}");
        return ExitCode.Success;
    }

    private static string? KeepPrevious(string target, TimeProvider time)
    {
        if (!File.Exists(target))
        {
            DeleteFile(target);
            return null;
        }

        var previous = $"{target}.{time.GetUtcNow():yyyyMMdd-HHmmss}";
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            if (File.Exists(target + suffix))
            {
                File.Move(target + suffix, previous + suffix);
            }
        }

        return previous;
    }

    private static void DeleteFile(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(path + suffix);
        }
    }
}
