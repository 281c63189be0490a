using MemOS.Evolution.Tasks.Language;
using MemOS.Evolution.Tasks.Language.Reactions;
using MemOS.Evolution.Tasks.Language.Reports;

namespace JudgeTrainer.Reactions;

/// <summary>A message after some work, and what it says of it.</summary>
internal sealed record ReactionExample(Reaction Reaction, string Asked, string Said, IReadOnlyList<KeyValuePair<string, float>> Features)
{
    /// <summary>Reads an evolution suite, or a table: reaction, what was asked for, what was reported, and what the user then said, separated by tabs.</summary>
    public static IEnumerable<ReactionExample> Read(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal) ? SuiteReactions.Read(path) : File.ReadLines(path).Where(static line => line.Length > 0).Select((line, number) => Parse(line, path, number + 1));

    /// <summary>Makes an example.</summary>
    /// <param name="reaction">What is right.</param>
    /// <param name="asked">What was asked for.</param>
    /// <param name="did">What was reported.</param>
    /// <param name="said">What the user then said.</param>
    /// <param name="isKnownToRules">Whether the tables of phrases were written with this message in view: then what they say of it is left out, or they would be trusted too much.</param>
    public static ReactionExample Of(Reaction reaction, string asked, string did, string said, bool isKnownToRules)
    {
        var features = ReactionFeatures.Of(UtteranceReader.Read(said), ReportContext.Of(asked, did));
        return new(reaction, asked, said, isKnownToRules ? [.. features.Where(static feature => !ReactionFeatures.IsOfRules(feature.Key))] : features);
    }

    private static ReactionExample Parse(string line, string path, int number)
    {
        var fields = line.Split('\t');
        return fields.Length == 4 && Enum.TryParse<Reaction>(fields[0], ignoreCase: true, out var reaction)
            ? Of(reaction, fields[1], fields[2], fields[3], isKnownToRules: false)
            : throw new InvalidDataException($"{path}, line {number}: expected 'success|failure|unknown|other', what was asked, what was done and what was said, separated by tabs.");
    }
}
