using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Skills;

/// <summary>Judges trials by what the user said afterwards: a run may make all of its calls and still be of no use.</summary>
internal static class SkillHindsight
{
    // A run is noted a moment after its call was recorded, or before.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>The skill with the trials failed whose tasks the user complained of; the same skill when there is none.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="tasks">All finished tasks of a cube. One in which a call failed, or of which the user said nothing, changes no trial.</param>
    /// <param name="runner">The home cube of the tasks: only its own runs are judged, and those of which nobody noted whose they were.</param>
    /// <param name="isShared">Whether the skill lies in another cube, whose readers are not told what one user said. Default: no.</param>
    public static Skill Judge(Skill skill, IEnumerable<MemoryTask> tasks, int runner, bool isShared = false)
    {
        var done = tasks.Where(task => task.Calls.Any(call => call.Tool == skill.Name)).ToList();
        foreach (var task in done.Where(task => task.Outcome == TaskOutcome.Failure && task.Statements.Count > 1 && task.Calls is [.., { IsFailed: false } last] && last.Tool == skill.Name))
        {
            if (LastTrialOf(task, done, skill.Trials.Where(trial => trial.Cube == runner || (trial.Cube is null && !isShared))) is { IsSuccess: true } trial)
            {
                // What one user said is not for the others of a shared cube.
                var lesson = !isShared ? $"It was done, and the user said: {SkillLesson.OfComplaint(task)}" : "It was done, and the user was not content.";
                skill = SkillLife.Fail(skill, trial, lesson, task.Evidence);
            }
        }

        return skill;
    }

    // Tasks are judged again with every task that follows, and the next run may come within the slack: a complaint counts against
    // the one trial that is this task's, whatever became of it, and never against a neighbour's.
    private static SkillTrial? LastTrialOf(MemoryTask task, IReadOnlyList<MemoryTask> done, IEnumerable<SkillTrial> trials) => trials
        .Where(trial => Distance(task, trial) <= Slack && ReferenceEquals(task, TaskOf(trial, done)))
        .Reverse()
        .MinBy(trial => Distance(task, trial));

    private static MemoryTask TaskOf(SkillTrial trial, IReadOnlyList<MemoryTask> done) =>
        done.OrderBy(task => Distance(task, trial)).ThenByDescending(static task => task.Started).First();

    private static TimeSpan Distance(MemoryTask task, SkillTrial trial) =>
        trial.Time < task.Started ? task.Started - trial.Time
        : trial.Time > task.Ended ? trial.Time - task.Ended
        : TimeSpan.Zero;
}
