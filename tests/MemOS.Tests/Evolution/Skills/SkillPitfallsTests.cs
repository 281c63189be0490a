using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;

namespace MemOS.Tests.Evolution.Skills;

public sealed class SkillPitfallsTests
{
    private readonly LearnedSkill shop = new();

    [Fact]
    public void Note_FailedTasks_AreLessonsOnceNewestFirstAndFew()
    {
        var skill = SkillLife.Approve(shop.Learn());
        MemoryTask[] tasks = [.. Enumerable.Range(1, 9).Select(number => Task(number, number % 3 == 0 ? TaskOutcome.Success : TaskOutcome.Failure))];

        var noted = SkillPitfalls.Note(skill, tasks, task => [task.Goal, "always the same"]);

        Assert.Equal(["goal 8", "always the same", "goal 7", "goal 5", "goal 4"], noted.Pitfalls.Select(pitfall => pitfall.Lesson));
        Assert.Equal(noted.Pitfalls.Select(pitfall => pitfall.Lesson), noted.Lessons);
        Assert.Equal(tasks[7].Evidence, noted.Pitfalls[0].Evidence);
        Assert.Equal((skill.Versions, skill.Status, skill.ApprovedVersion), (noted.Versions, noted.Status, noted.ApprovedVersion));
        Assert.Same(noted, SkillPitfalls.Note(noted, tasks, task => [task.Goal, "always the same"]));
        Assert.Equal(["ran badly", "goal 8"], SkillLife.Record(noted, new(1, LearnedSkill.Now, false, "ran badly")).Lessons.Take(2));
    }

    [Fact]
    public void Note_WhatTheVersionSaysAlready_OrOfASkillOutOfUse_IsNothingNew()
    {
        var skill = SkillLife.Approve(shop.Learn());
        var warned = skill with { Versions = [skill.Current with { Pitfalls = ["goal 1"] }] };
        Assert.Same(warned, SkillPitfalls.Note(warned, [Task(1, TaskOutcome.Failure)], task => [task.Goal]));
        var retired = SkillLife.Retire(skill, "old");
        Assert.Same(retired, SkillPitfalls.Note(retired, [Task(1, TaskOutcome.Failure)], task => [task.Goal]));
    }

    [Fact]
    public void WithoutEvidence_OfALesson_LosesTheLesson_OfAVersion_TheSkill()
    {
        var skill = SkillPitfalls.Note(SkillLife.Approve(shop.Learn()), [Task(1, TaskOutcome.Failure), Task(2, TaskOutcome.Failure)], task => [task.Goal]);
        Assert.Equal("goal 1", Assert.Single(skill.WithoutEvidence(id => id == Task(2, TaskOutcome.Failure).Evidence[0])!.Pitfalls).Lesson);
        Assert.Null(skill.WithoutEvidence(id => id == skill.Current.Evidence[0]));
        Assert.Empty(SkillSharing.ForOthers(skill).Pitfalls);
        var read = SkillFolder.Read(SkillFolder.Write(skill), LearnedSkill.Now);
        Assert.Equal(["goal 2", "goal 1"], read.Pitfalls.Select(pitfall => pitfall.Lesson));
        Assert.All(read.Pitfalls, pitfall => Assert.Empty(pitfall.Evidence));
    }

    private static MemoryTask Task(int number, TaskOutcome outcome) => new()
    {
        Session = null,
        Evidence = [new(1, MemoryItemKind.Evidence, 900_000 + number)],
        Title = "",
        Goal = $"goal {number}",
        Steps = [],
        Result = "",
        KeyDetails = [],
        Outcome = outcome,
        OutcomeReason = "",
        Statements = [],
        Calls = [],
        Started = LearnedSkill.Now.AddDays(number),
        Ended = LearnedSkill.Now.AddDays(number),
    };
}
