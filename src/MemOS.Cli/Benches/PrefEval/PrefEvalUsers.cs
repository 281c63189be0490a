using MemOS.Evidence;

namespace MemOS.Cli.Benches.PrefEval;

/// <summary>Gives users their memories: what they said, then conversations about other things.</summary>
internal sealed class PrefEvalUsers(MemoryOS memory, PrefEvalFile file)
{
    private static readonly DateTimeOffset Start = new(2024, 3, 4, 9, 0, 0, TimeSpan.Zero);

    /// <summary>When questions are asked: some weeks after everything was said.</summary>
    public static DateTimeOffset AskedAt => Start.AddDays(30);

    /// <summary>Records lines as one session of a user.</summary>
    /// <returns>The ids of the messages in which a preference shows.</returns>
    public async Task<IReadOnlyList<MemoryId>> SayAsync(string user, string session, IReadOnlyList<SaidLine> lines, int day, CancellationToken cancellationToken)
    {
        var drafts = lines.Select((line, i) => new EvidenceDraft { Role = line.Role, Text = line.Text, Time = Start.AddDays(day).AddMinutes(i) }).ToList();
        var added = await memory.AddAsync(drafts, MemoryScope.ForUser(user, session), cancellationToken);
        return added.Evidence.Where((_, i) => lines[i].IsPreference).Select(item => item.Id).ToList();
    }

    /// <summary>Records the first distractor messages of the file, starting with another conversation for each user.</summary>
    public async Task DistractAsync(string user, int messages, int first, CancellationToken cancellationToken)
    {
        for (var i = 0; messages > 0; i++)
        {
            var lines = file.Distractors[(first + i) % file.Distractors.Count].Take(messages).ToList();
            await SayAsync(user, $"other-{i}", lines, 1 + i, cancellationToken);
            messages -= lines.Count;
        }
    }
}
