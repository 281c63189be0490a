using System.CommandLine;
using System.Globalization;
using MemOS.Time;

namespace MemOS.Cli;

/// <summary>The options that look at memory as it was: <c>--valid-at</c> and <c>--as-of</c>.</summary>
internal sealed class PastOptions
{
    /// <summary>What was true then.</summary>
    public Option<string?> ValidAt { get; } = new("--valid-at") { Description = "What was true then: a day (2026-03-14, its end), a month, a year, or a time (2026-03-14T09:30).", HelpName = "TIME" };

    /// <summary>What was held then.</summary>
    public Option<string?> AsOf { get; } = new("--as-of") { Description = "What was held in memory then, in the same forms: nothing that was recorded later.", HelpName = "TIME" };

    /// <summary>The time that an option names; <see langword="null"/> when it is not given.</summary>
    /// <exception cref="CliException">It names no time.</exception>
    public static DateTimeOffset? Read(CliRun run, Option<string?> option)
    {
        if (run.Parse.GetValue(option) is not { } text)
        {
            return null;
        }

        // A day, month or year stands for its end: what came to be on that day counts.
        if (EventTime.TryParse(text, out var time))
        {
            return InLocalZone(time.Granularity == TimeGranularity.Instant ? time.Start : time.End.AddTicks(-1));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment)
            ? moment
            : throw new CliException($"{option.Name} {text}: write a day (2026-03-14), a month (2026-03), a year (2026) or a time (2026-03-14T09:30+01:00).", ExitCode.Usage);
    }

    private static DateTimeOffset InLocalZone(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeZoneInfo.Local.GetUtcOffset(time));
}
