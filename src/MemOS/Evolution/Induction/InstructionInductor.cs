using System.Text.RegularExpressions;
using MemOS.Evolution.Induction.Requests;
using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;
using MemOS.Evolution.Tasks.Language;
using MemOS.Recall.Words;

namespace MemOS.Evolution.Induction;

/// <summary>Makes advice that worked several times into instructions: tasks without tool calls, with a like goal and like steps.</summary>
/// <remarks>
/// A step is a sentence of the assistant that comes back, in other words or with other values, in more than half of the tasks that
/// succeeded. Values, names and addresses are left out: they belong to the tasks. There is no replay that could prove advice, so a
/// person has to approve it before any model sees it.
/// </remarks>
internal static partial class InstructionInductor
{
    private const double LikeGoal = 0.34;
    private const double LikeStep = 0.5;
    private const int MostSteps = 12;
    private const int MostExamples = 3;

    /// <summary>The instructions that finished tasks give, one for each kind of goal with enough successes.</summary>
    public static IReadOnlyList<InducedInstructions> Induce(IReadOnlyList<MemoryTask> tasks, int minimumSuccesses) =>
        [.. Group([.. tasks.Where(task => !task.IsOpen && task.Calls.Count == 0)]).Select(group => Induce(group, minimumSuccesses)).OfType<InducedInstructions>()];

    // Each task joins the first group whose goals it is like.
    private static List<List<MemoryTask>> Group(IReadOnlyList<MemoryTask> tasks)
    {
        var groups = new List<(HashSet<string> Words, List<MemoryTask> Tasks)>();
        foreach (var task in tasks)
        {
            var words = UtteranceReader.Topics(task.Goal);
            var near = groups.Find(group => Likeness(group.Words, words) >= LikeGoal);
            if (near.Tasks is null)
            {
                groups.Add((words, [task]));
                continue;
            }

            near.Tasks.Add(task);
        }

        return [.. groups.Select(group => group.Tasks)];
    }

    private static InducedInstructions? Induce(List<MemoryTask> tasks, int minimumSuccesses)
    {
        var successes = tasks.Where(task => task.Outcome == TaskOutcome.Success).ToList();
        if (successes.Count < minimumSuccesses)
        {
            return null;
        }

        var answers = successes.ConvertAll(task => Sentences(task.Result).Select(sentence => (Text: sentence, Words: UtteranceReader.Topics(sentence))).Where(sentence => sentence.Words.Count > 1).ToList());
        var names = tasks.SelectMany(task => SkillLesson.NamesOf(task.Goal)).ToHashSet(StringComparer.Ordinal);
        var steps = answers[^1].Where(step => answers.Count(answer => answer.Exists(other => Likeness(other.Words, step.Words) >= LikeStep)) * 2 > answers.Count)
            .Select(step => Word().Replace(SkillLesson.Line(step.Text), word => names.Contains(word.Value) ? "…" : word.Value)).Distinct(StringComparer.Ordinal).Take(MostSteps).ToList();
        var about = Shared([.. successes.Select(task => task.Goal)]);
        var requests = RequestPattern.Of([.. successes.Select(task => task.Goal)]);
        return steps.Count == 0 || about.Count == 0
            ? null
            : new(
                string.Join('_', about.Take(4)).ToLowerInvariant(),
                new()
                {
                    WhenToUse = $"Requests about: {string.Join(", ", about)}.",
                    Steps = steps,
                    Examples = [.. successes.Select(task => SkillLesson.Line(task.Goal)).Distinct(StringComparer.Ordinal).Take(MostExamples)],
                    Parameters = requests.Parameters,
                    RequestForm = requests.Form,
                },
                [.. successes.SelectMany(task => task.Evidence)],
                tasks);
    }

    // The words that all goals share. Those that may be names keep a capital, so that they can be left out of what others get:
    // words with a capital within a sentence, and those that nobody wrote without one.
    private static List<string> Shared(IReadOnlyList<string> goals)
    {
        var stems = UtteranceReader.Topics(goals[0]);
        foreach (var goal in goals.Skip(1))
        {
            stems.IntersectWith(UtteranceReader.Topics(goal));
        }

        var names = Stems(goals.SelectMany(SkillLesson.NamesOf));
        var plain = Stems(goals.SelectMany(goal => Word().Matches(goal)).Select(match => match.Value).Where(word => !char.IsUpper(word[0]) || !word.Any(char.IsLower)));
        return
        [
            .. Word().Matches(goals[0]).Select(match => match.Value.ToLowerInvariant())
                .Select(word => (Word: word, Stems: Stems([word])))
                .Where(word => word.Stems.Overlaps(stems))
                .Select(word => word.Stems.Overlaps(names) || !word.Stems.Overlaps(plain) ? char.ToUpperInvariant(word.Word[0]) + word.Word[1..] : word.Word)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Stems(IEnumerable<string> words) => [.. words.SelectMany(word => WordAnalyzer.Terms(word))];

    private static IEnumerable<string> Sentences(string text) =>
        Sentence().Matches(text).Select(match => Bullet().Replace(match.Value, "").Trim()).Where(sentence => sentence.Length > 0);

    private static double Likeness(HashSet<string> left, HashSet<string> right)
    {
        var shared = left.Count(right.Contains);
        return shared == 0 ? 0 : (double)shared / (left.Count + right.Count - shared);
    }

    [GeneratedRegex(@"(?:[^.!?;\u3002\uFF01\uFF1F\uFF1B\n]|[.](?=\S))+[.!?\u3002\uFF01\uFF1F]?", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\s*(?:[-*•]|\d+[.)])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\p{L}[\p{L}\p{Nd}'’-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
