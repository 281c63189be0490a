using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Skills;

/// <summary>Judges trials by what the user said afterwards: a run may make all of its calls and still be of no use.</summary>
internal static class SkillHindsight
{
    // A run is noted a moment after its call was recorded, or before.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>The skill with the trials failed whose tasks the user complained of; the same skill when there is none.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="tasks">Finished tasks. One in which a call failed, or of which the user said nothing, changes no trial.</param>
    public static Skill Judge(Skill skill, IEnumerable<MemoryTask> tasks)
    {
        foreach (var task in tasks.Where(task => task.Outcome == TaskOutcome.Failure && task.Statements.Count > 1 && task.Calls is [.., { IsFailed: false } last] && last.Tool == skill.Name))
        {
            var trial = skill.Trials.LastOrDefault(trial => trial.IsSuccess && trial.Time >= task.Started - Slack && trial.Time <= task.Ended + Slack);
            if (trial is not null)
            {
                skill = SkillLife.Fail(skill, trial, $"It was done, and the user said: {SkillLesson.Line(task.Statements[^1].Text)}");
            }
        }

        return skill;
    }
}
