using MemOS.Evolution.Skills;

namespace MemOS.Tests.Evolution.Skills;

public sealed class SkillFolderTests
{
    private readonly LearnedSkill shop = new();

    [Fact]
    public void Read_WhatWasWritten_LosesNothingButTrust()
    {
        var skill = SkillLife.Record(SkillLife.Approve(shop.Learn()), new(1, LearnedSkill.Now, false, "the till is closed")) with { Description = "Quotes \" and: colons\nand lines" };
        var files = SkillFolder.Write(skill);
        Assert.Equal([SkillFolder.MarkdownFile, SkillFolder.StateFile, SkillFolder.PlanFile], files.Keys);
        var read = SkillFolder.Read(files, LearnedSkill.Now);
        Assert.False(read.IsTrusted);
        Assert.Null(read.ApprovedVersion);
        Assert.Equal(SkillStatus.Candidate, read.Status);
        var again = SkillFolder.Write(read with { IsTrusted = true, ApprovedVersion = 1, Status = skill.Status, StatusReason = skill.StatusReason, Versions = [read.Current with { Check = SkillCheck.Verified, CheckReason = skill.Current.CheckReason, IsApproved = true }] });
        Assert.Equal(files, again);
    }

    [Fact]
    public void Write_ForOthers_KeepsTrialsAndEvidenceHere()
    {
        var files = SkillFolder.Write(SkillLife.Record(SkillLife.Approve(shop.Learn()), new(1, LearnedSkill.Now, false, "private lesson")), forOthers: true);
        Assert.All(files.Values, text => Assert.DoesNotContain("private lesson", text, StringComparison.Ordinal));
        Assert.Empty(SkillFolder.Read(files, LearnedSkill.Now).Current.Evidence);
    }

    [Fact]
    public void Read_AFolderOfAnotherAgent_IsAnInstructionSkill()
    {
        var skill = SkillFolder.Read(new Dictionary<string, string> { ["SKILL.md"] = "---\nname: pdf-forms\ndescription: >\n  Fills\n  forms.\nmetadata:\n  author: x\n---\n# Steps\nOpen it." }, LearnedSkill.Now);
        Assert.Equal(("pdf-forms", "Fills forms."), (skill.Name, skill.Description));
        Assert.Contains("Open it.", skill.Current.Instructions!.Steps[0], StringComparison.Ordinal);
        Assert.False(skill.IsTrusted);
        Assert.Null(skill.ApprovedVersion);
    }

    [Fact]
    public void Read_PlanThatDoesNotFit_IsRefused()
    {
        var files = new Dictionary<string, string>(SkillFolder.Write(shop.Learn()));
        files[SkillFolder.PlanFile] = files[SkillFolder.PlanFile].Replace("\"refund\"", "\"delete_everything\"", StringComparison.Ordinal);
        Assert.Contains("do not fit together", Assert.Throws<FormatException>(() => SkillFolder.Read(files, LearnedSkill.Now)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no front matter")]
    [InlineData("---\ndescription: x\n---\n")]
    [InlineData("---\nname: \"broken\n---\n")]
    public void Read_NoSkill_IsRefused(string markdown) =>
        Assert.Throws<FormatException>(() => SkillFolder.Read(new Dictionary<string, string> { ["SKILL.md"] = markdown }, LearnedSkill.Now));

    [Fact]
    public void Read_EmptyFolder_IsRefused() => Assert.Throws<FormatException>(() => SkillFolder.Read(new Dictionary<string, string>(), LearnedSkill.Now));
}
