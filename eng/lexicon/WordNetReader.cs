using System.Globalization;

namespace LexiconBuilder;

/// <summary>Reads the WordNet database files (format: wndb(5WN)) in a fixed order.</summary>
internal static class WordNetReader
{
    private static readonly (string Letter, string File)[] Parts = [("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv")];

    public static List<Synset> Read(string folder)
    {
        var ranks = new Dictionary<(string Lemma, string Id), int>();
        foreach (var (letter, file) in Parts)
        {
            foreach (var line in Lines(Path.Combine(folder, "index." + file)))
            {
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var senses = int.Parse(fields[2], CultureInfo.InvariantCulture);
                for (var rank = 0; rank < senses; rank++)
                {
                    ranks[(fields[0], letter + fields[fields.Length - senses + rank])] = rank;
                }
            }
        }

        var synsets = new List<Synset>();
        foreach (var (letter, file) in Parts)
        {
            synsets.AddRange(Lines(Path.Combine(folder, "data." + file)).Select(line => Parse(line, letter, ranks)));
        }

        return synsets;
    }

    private static Synset Parse(string line, string letter, Dictionary<(string Lemma, string Id), int> ranks)
    {
        var bar = line.IndexOf(" | ", StringComparison.Ordinal);
        var fields = (bar < 0 ? line : line[..bar]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var id = letter + fields[0];
        var words = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var lemmas = new List<(string Lemma, int SenseRank)>();
        for (var i = 0; i < words; i++)
        {
            var word = fields[4 + (2 * i)];
            var marker = word.IndexOf('(');
            word = marker < 0 ? word : word[..marker];
            lemmas.Add((word.Replace('_', ' '), ranks.GetValueOrDefault((word.ToLowerInvariant(), id))));
        }

        var at = 4 + (2 * words);
        var count = int.Parse(fields[at], CultureInfo.InvariantCulture);
        var pointers = new List<(string Symbol, string Target)>();
        for (var i = 0; i < count; i++)
        {
            var pointer = at + 1 + (4 * i);
            var part = fields[pointer + 2] == "s" ? "a" : fields[pointer + 2];
            pointers.Add((fields[pointer], part + fields[pointer + 1]));
        }

        return new(id, lemmas, pointers, bar < 0 ? "" : line[(bar + 3)..]);
    }

    // The licence stands at the head of each file, indented by blanks.
    private static IEnumerable<string> Lines(string path) => File.ReadLines(path).Where(line => line.Length > 0 && line[0] != ' ').Select(line => line.TrimEnd());
}
