namespace MemOS.Evolution.Skills;

/// <summary>Versions as older files have them, which kept check and approval for the version in use alone.</summary>
internal static class SkillHistory
{
    /// <summary>The skill with check and approval at each version. Nothing becomes approved that was not.</summary>
    public static Skill Complete(Skill skill) =>
        skill.Versions.All(version => version.Check != SkillCheck.Unknown && (version.IsApproved || version.Number != skill.ApprovedVersion))
            ? skill
            : skill with { Versions = [.. skill.Versions.Select(version => Complete(skill, version))] };

    private static SkillVersion Complete(Skill skill, SkillVersion version)
    {
        var isApproved = version.IsApproved || version.Number == skill.ApprovedVersion;
        var isInUse = version.Number == skill.CurrentVersion;
        var check = version.Check != SkillCheck.Unknown ? version.Check
            : isInUse && skill.Status == SkillStatus.Suggestion ? SkillCheck.TooFew
            : !skill.IsTrusted && skill.PublishedFrom is null ? SkillCheck.Imported
            : version.Instructions is not null ? SkillCheck.Advice
            : isApproved || !isInUse ? SkillCheck.Verified
            : skill.Status switch
            {
                SkillStatus.Candidate or SkillStatus.Trial or SkillStatus.Active => SkillCheck.Verified,
                SkillStatus.Rejected when !skill.IsRefusedByPerson => SkillCheck.Failed,

                // Only verified plans were added to a skill; of the first version a person's refusal hid what it was.
                _ => version.Parent is null ? SkillCheck.Unknown : SkillCheck.Verified,
            };
        var reason = version.CheckReason ?? (check is SkillCheck.TooFew or SkillCheck.Failed && isInUse ? skill.StatusReason : null);
        return version with { Check = check, CheckReason = reason, IsApproved = isApproved };
    }
}
