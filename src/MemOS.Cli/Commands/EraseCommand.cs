using System.CommandLine;
using MemOS.Cli.Output;
using Spectre.Console;

namespace MemOS.Cli.Commands;

/// <summary>Erases for good: records and messages, a conversation, or all of a user.</summary>
internal sealed class EraseCommand : ICliCommand
{
    private readonly Argument<string[]> ids = new("ID") { Description = "Records (r1-12) or messages (m1-12).", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> session = new("--session") { Description = "Erase a whole conversation.", HelpName = "NAME" };
    private readonly Option<bool> everything = new("--everything") { Description = "Erase all of the user, name included." };
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Yes, for good." };

    public IReadOnlyList<string> Examples => ["memos erase r1-12 --user ada --yes", "memos erase --session monday --user ada --yes", "memos erase --everything --user ada --yes"];

    public Command Build() => new("erase", "Erase for good: the bytes go, with everything that derives from them.") { ids, session, everything, yes };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var wanted = (run.Parse.GetValue(ids) ?? []).Select(CliIds.Parse).ToList();
        var conversation = run.Parse.GetValue(session);
        var isAll = run.Parse.GetValue(everything);
        if ((wanted.Count > 0 ? 1 : 0) + (conversation is null ? 0 : 1) + (isAll ? 1 : 0) != 1)
        {
            throw new CliException("Say what to erase: ids, or --session NAME, or --everything.", ExitCode.Usage);
        }

        await using var memory = await run.OpenExistingAsync(cancellationToken);
        var scope = await run.ScopeOfAsync(memory, wanted, cancellationToken);
        var what = isAll ? $"all of the user \"{run.User}\"" : conversation is not null ? $"the conversation \"{conversation}\"" : string.Join(", ", wanted);
        if (!run.Parse.GetValue(yes))
        {
            throw new CliException($"Erasing {what} cannot be taken back. Pass --yes to do it, or use memos forget, which can be undone.");
        }

        var receipt = await run.WatchAsync("Erasing", isAll ? memory.EraseUserAsync(run.User, run.Scope.Tenant, cancellationToken)
            : conversation is not null ? memory.EraseSessionAsync(conversation, run.Scope, cancellationToken)
            : memory.EraseAsync(wanted, scope, cancellationToken));
        run.WriteJson(new(receipt.Evidence, receipt.Records, receipt.Skills, receipt.IsPending), CliJson.Readable.EraseOutput);
        run.Out.MarkupLineInterpolated($"[green]✓[/] Erased {what}: {CliText.Count(receipt.Evidence, "message")} and {CliText.Count(receipt.Records, "record")}.");
        if (receipt.Skills.Count > 0)
        {
            run.Out.MarkupLineInterpolated($"Gone with them, since learned from them: {CliText.Count(receipt.Skills.Count, "skill")} ({string.Join(", ", receipt.Skills)}).");
        }

        if (receipt.IsPending)
        {
            run.Out.MarkupLine("[yellow]Another process is reading the file: the last copies go when it lets go; memos doctor finishes it.[/]");
        }

        return ExitCode.Success;
    }
}
