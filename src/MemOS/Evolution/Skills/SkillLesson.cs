using System.Text.RegularExpressions;

namespace MemOS.Evolution.Skills;

/// <summary>What a failed run teaches, in one line that can stand in a prompt.</summary>
internal static partial class SkillLesson
{
    private const int Longest = 160;

    /// <summary>The lesson of a run; <see langword="null"/> for a success. Values of the run are left out: a lesson is for every later call.</summary>
    public static string? Of(SkillReport report)
    {
        if (report.Status == SkillRunStatus.Completed)
        {
            return null;
        }

        var done = report.Done.Count == 0 ? "nothing was done" : $"{report.Done.Count} of {report.Done.Count + report.NotDone.Count} calls were done";
        var error = Values().Replace((report.Error ?? "stopped").ReplaceLineEndings(" "), "…");
        return $"{(error.Length > Longest ? error[..Longest] + "…" : error)} ({done})";
    }

    [GeneratedRegex("""(?<=['"“])[^'"“”]*(?=['"”])|\S*\d\S*|\S+@\S+""", RegexOptions.CultureInvariant)]
    private static partial Regex Values();
}
