using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using MemOS.Evidence;

namespace MemOS.Cli.Import;

/// <summary>
/// A pasted transcript: <c>Ada: …</c> starts a message, lines without a name continue it, and a date on a line of its own
/// (after # or in brackets, if you like) dates what follows and starts a session. Indented lines and headings such as
/// "Note:" never start a message.
/// </summary>
internal sealed partial class TranscriptFormat : ITranscriptFormat
{
    private static readonly HashSet<string> Assistants = new(["assistant", "ai", "bot", "chatgpt", "claude", "gemini", "copilot", "model"], StringComparer.OrdinalIgnoreCase);

    // Words before a colon at the start of a line that are headings within a message, not people.
    private static readonly HashSet<string> Labels = new(
        ["note", "notes", "ps", "p.s.", "re", "fwd", "subject", "from", "to", "cc", "date", "error", "warning", "warn", "info", "debug", "fatal", "hint", "tip",
         "expected", "actual", "total", "example", "examples", "todo", "update", "edit", "summary", "result", "results", "input", "output", "step", "steps",
         "pros", "cons", "ingredients", "caution", "important", "http", "https", "file", "also", "conclusion", "reason", "status", "version"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Users = new(["user", "me", "you", "human"], StringComparer.OrdinalIgnoreCase);

    public string Name => "text";

    public string Summary => "a pasted transcript: lines such as \"Ada: I moved to Bern.\"; a date on its own line dates what follows";

    public async IAsyncEnumerable<ImportStep> ReadAsync(Stream stream, ImportContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = new StableIds();
        var session = context.DefaultSession;
        var time = context.DefaultTime;
        var speakers = new HashSet<string>(StringComparer.Ordinal);
        Draft? open = null;
        using var reader = new StreamReader(stream, leaveOpen: true);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (TryGetDate(line, out var date))
            {
                if (open is not null)
                {
                    yield return open.Close(session, time, ids);
                    open = null;
                }

                time = date;
                session = string.Create(CultureInfo.InvariantCulture, $"{context.DefaultSession}/{date:yyyy-MM-dd}");
            }
            else if (Spoken().Match(line) is { Success: true } spoken && IsSpeaker(spoken.Groups["name"].Value, speakers))
            {
                if (open is not null)
                {
                    yield return open.Close(session, time, ids);
                }

                open = new($"line {number}", spoken.Groups["name"].Value.Trim(), spoken.Groups["text"].Value, ClockTime(spoken.Groups["clock"].Value));
            }
            else if (open is not null)
            {
                open.Append(line);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new ImportProblem($"line {number}", "nobody says it: a message starts with a name and a colon, such as \"Ada: I moved to Bern.\"");
            }
        }

        if (open is not null)
        {
            yield return open.Close(session, time, ids);
        }
    }

    // Names begin with a capital letter, unless the writer spells everybody without.
    private static bool IsSpeaker(string name, HashSet<string> speakers)
    {
        var isKnown = speakers.Contains(name) || Assistants.Contains(name) || Users.Contains(name);
        if (!isKnown && (Labels.Contains(name) || (!char.IsUpper(name[0]) && speakers.Any(known => char.IsUpper(known[0])))))
        {
            return false;
        }

        speakers.Add(name);
        return true;
    }

    private static bool TryGetDate(string line, out DateTimeOffset date)
    {
        date = default;
        var text = line.Trim().Trim('#', '=', '-', '[', ']', '(', ')', '*', '_', ' ');
        return text.Length is >= 8 and <= 40 && char.IsDigit(text[^1]) | text.EndsWith('Z') && text.Count(char.IsDigit) >= 5 &&
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
    }

    private static TimeSpan? ClockTime(string text) =>
        TimeSpan.TryParseExact(text, [@"h\:mm", @"hh\:mm", @"hh\:mm\:ss", @"h\:mm\:ss"], CultureInfo.InvariantCulture, out var clock) ? clock : null;

    // "[10:32] Ada: text", "10:32 Ada: text", "Ada (10:32): text", "**Ada:** text", "Ada: text". A name is at most four words.
    [GeneratedRegex(@"^(?:[\[(]?(?<clock>\d{1,2}:\d{2}(?::\d{2})?)[\])]?\s*[-–]?\s*)?(?:\*\*|__)?(?<name>\p{L}[\p{L}\p{M}\p{Nd}.'’_-]*(?: [\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}.'’_-]*){0,3})\s*(?:[\[(](?<clock>\d{1,2}:\d{2}(?::\d{2})?)[\])])?\s*:(?:\*\*|__)?(?!//)\s*(?<text>.*)$")]
    private static partial Regex Spoken();

    private sealed class Draft(string place, string name, string text, TimeSpan? clock)
    {
        private readonly StringBuilder builder = new(text);

        public void Append(string line) => builder.Append('\n').Append(line);

        public ImportStep Close(string session, DateTimeOffset time, StableIds ids)
        {
            var content = builder.ToString().Trim();
            if (content.Length == 0)
            {
                return new ImportProblem(place, $"{name} says nothing");
            }

            return new ImportedMessage(null, session, place, new()
            {
                ExternalId = ids.Next(session, name, content),
                Role = Assistants.Contains(name) ? EvidenceRole.Assistant : EvidenceRole.User,
                Author = Assistants.Contains(name) || Users.Contains(name) ? null : name,
                Text = content,
                Time = clock is { } ofDay ? new DateTimeOffset(time.Date, time.Offset) + ofDay : time,
            });
        }
    }
}
