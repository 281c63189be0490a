using MemOS.Evolution.Tasks;
using MemOS.Tools;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Tools that the user's tasks called and that nothing is known of: no skill is learned from what they did.</summary>
internal static class UnknownTools
{
    private const int MostNamed = 5;

    /// <summary>Says in one line which they are, and how they are made known.</summary>
    /// <returns>Whether there are any.</returns>
    public static async Task<bool> NoteAsync(MemoryOS memory, CliRun run, IEnumerable<MemoryTask> tasks, CancellationToken cancellationToken)
    {
        var access = await memory.ResolveAsync(run.Scope, cancellationToken);
        var tools = await memory.Store.Tasks.ListToolsAsync(access, cancellationToken);

        // A task that a skill did, or that searched the memory itself, called nothing of the application's.
        var skills = await memory.ListSkillsAsync(run.Scope, cancellationToken);
        var known = tools.Select(static tool => tool.Name).Concat(skills.Select(static stored => stored.Skill.Name)).Concat(MemoryTools.Names).ToHashSet(StringComparer.Ordinal);
        var unknown = tasks.SelectMany(static task => task.Calls).Select(static call => call.Tool).Where(tool => !known.Contains(tool)).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
        {
            return false;
        }

        var named = $"{string.Join(", ", unknown.Take(MostNamed))}{(unknown.Count > MostNamed ? $" and {unknown.Count - MostNamed} more" : "")}";
        run.Note($"No skill is learned from tasks with {named}: the tools are not known yet. Make them known with: memos skills learn --tools FILE --user {run.User}");
        return true;
    }
}
