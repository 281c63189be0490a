using System.CommandLine;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Writes a consistent copy of the memory file.</summary>
internal sealed class BackupCommand : ICliCommand
{
    private readonly Argument<string> file = new("FILE") { Description = "The new file; it must not exist." };

    public IReadOnlyList<string> Examples => ["memos backup memory-2026-03-14.db"];

    public Command Build() => new("backup", "Write a consistent copy of the memory file, while work goes on.") { file };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(run.Parse.GetRequiredValue(file));
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.WatchAsync("Copying", memory.Store.Maintenance.BackupAsync(target, null, cancellationToken));
        var bytes = new FileInfo(target).Length;
        run.WriteJson(new(target, bytes, null), CliJson.Readable.FileOutput);
        run.Out.MarkupLineInterpolated($"[green]✓[/] {target} ({CliText.Bytes(bytes)}). Bring it back with: [bold]memos restore-backup {target}[/]");
        return ExitCode.Success;
    }
}
