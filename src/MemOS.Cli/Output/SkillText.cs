using System.Globalization;
using MemOS.Evolution.Skills;
using Spectre.Console;

namespace MemOS.Cli.Output;

/// <summary>Skills for people.</summary>
internal static class SkillText
{
    /// <summary>A row for each skill; where they lie in several cubes, in which.</summary>
    public static void WriteTable(IAnsiConsole console, IReadOnlyList<StoredSkill> skills, IReadOnlyDictionary<int, string>? cubes = null)
    {
        var isSpread = cubes is not null && skills.Select(static stored => stored.Id.Cube).Distinct().Count() > 1;
        var table = new Table().Border(TableBorder.Rounded).AddColumns([.. isSpread ? (string[])["skill", "cube"] : ["skill"], "status", "version", "trials", "why"]);
        foreach (var (id, _, skill) in skills)
        {
            string[] place = isSpread ? [Markup.Escape(cubes!.GetValueOrDefault(id.Cube, ""))] : [];
            table.AddRow(
            [
                Markup.Escape(skill.Name), .. place, CliText.Lower(skill.Status), Version(skill),
                $"{skill.Posterior.Successes}/{skill.Posterior.Trials}", Markup.Escape(CliText.Line(skill.StatusReason)),
            ]);
        }

        console.Write(table);
    }

    /// <summary>A call that a skill would make. Signs that change how the rest of a line reads, such as its direction, are spelled out.</summary>
    public static string Line(SkillCall call) => $"{call.Tool} {string.Concat((call.Arguments?.GetRawText() ?? "").Select(Spelled))}";

    public static string Whole(Skill skill) => SkillFolder.Write(skill)[SkillFolder.MarkdownFile] +
        $"\n{CliText.Lower(skill.Status)}, version {skill.CurrentVersion}: {skill.StatusReason}\n{Elsewhere(skill)}{skill.Current.Plan?.ToJson()}";

    private static string Elsewhere(Skill skill) => skill.ForeignTrials.Count == 0 ? ""
        : $"elsewhere, by its own account: {skill.ForeignTrials.Count(trial => trial.IsSuccess)} of {CliText.Count(skill.ForeignTrials.Count, "trial")} succeeded, which counts for nothing here\n";

    private static string Version(Skill skill) =>
        string.Create(CultureInfo.InvariantCulture, $"{skill.CurrentVersion}{(skill.PendingVersion is { } waiting ? $", {waiting} waits" : "")}");

    private static string Spelled(char sign) => char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        ? $"\\u{(int)sign:x4}"
        : sign.ToString();
}
