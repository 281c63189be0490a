using System.CommandLine;
using MemOS.Cli.Output;
using MemOS.Evolution.Skills;
using Spectre.Console;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Runs a skill on tools that are programs.</summary>
internal sealed class SkillRunCommand : ICliCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The skill." };
    private readonly Argument<string> arguments = SkillCommands.ArgumentsOf();
    private readonly Option<FileInfo> tools = new("--tools") { Description = ToolFile.Help + " Each needs a \"command\": a program and its fixed arguments, which reads the call's arguments as JSON on standard input and writes the result.", HelpName = "FILE", Required = true };
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Agree to the calls without being asked; that approves this version of the skill." };

    public IReadOnlyList<string> Examples => ["memos skills run find_then_refund '{\"name\": \"Ada\"}' --tools tools.json --user ada"];

    public Command Build() => new("run", "Run a skill on your own programs; an unapproved one asks first, and a yes approves it.") { name, arguments, tools, yes };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var functions = await ToolFile.ReadCommandsAsync(run.Parse.GetRequiredValue(tools), cancellationToken);
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        var wanted = run.Parse.GetRequiredValue(name);
        var skill = (await memory.ListSkillsAsync(run.Scope, cancellationToken)).Select(static stored => stored.Skill).FirstOrDefault(known => known.Name == wanted && SkillFunction.CanBeMadeOf(known));
        var given = skill is null ? [] : SkillCommands.Arguments(run.Parse.GetRequiredValue(arguments), skill);
        if (skill is not null && new SkillFunction(skill, () => []).FindProblem(given) is { } problem)
        {
            throw new CliException($"{problem} {SkillCommands.Wanted(skill)}", ExitCode.Usage);
        }

        var options = new SkillRunOptions
        {
            Approver = (_, calls, _) => ValueTask.FromResult(run.Parse.GetValue(yes) || Ask(run, wanted, calls)),
            Progress = new CallReporter(run),
        };
        try
        {
            var report = await memory.Skills.RunAsync(run.Scope, wanted, given, () => functions, options, cancellationToken);
            run.WriteJson(SkillRunOutput.Of(report), CliJson.Readable.SkillRunOutput);
            run.WriteText(report.Error is { } error ? $"{CliText.Lower(report.Status)}: {error}\nnot done: {string.Join(", ", report.NotDone)}" : report.Result?.GetRawText() ?? "done");
            if (report.Note is { } note)
            {
                run.Note(note);
            }

            return report.Status == SkillRunStatus.Completed ? ExitCode.Success : ExitCode.Failure;
        }
        catch (SkillCanceledException error)
        {
            run.Note($"cancelled: {error.Report.Error}\nnot done: {string.Join(", ", error.Report.NotDone)}");
            throw;
        }
        catch (MemoryNotFoundException error)
        {
            throw new CliException(error.Message);
        }
    }

    private static bool Ask(CliRun run, string name, IReadOnlyList<SkillCall> calls)
    {
        run.Note("The skill would call:");
        foreach (var call in calls)
        {
            run.Note($"  {SkillText.Line(call)}");
        }

        if (!run.Host.IsTerminal)
        {
            run.Note($"Nobody can be asked here; agree with --yes, or approve it once: memos skills approve {name} --user {run.User}");
            return false;
        }

        return run.Notes.Confirm("Make these calls?", defaultValue: false);
    }

    private sealed class CallReporter(CliRun run) : IProgress<SkillCall>
    {
        public void Report(SkillCall value) => run.Note($"done: {value.Tool}");
    }
}
