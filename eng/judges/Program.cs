using System.Globalization;
using JudgeTrainer.Changes;
using JudgeTrainer.Reactions;

// See README.md. "check" holds out a part and says how well it is judged; without it the embedded models are written.
var isCheck = args.Contains("check");
var shrink = float.Parse(Option("--shrink", args.FirstOrDefault() == "changes" ? "0.01" : "0.003"), CultureInfo.InvariantCulture);
var rounds = int.Parse(Option("--rounds", "30"), CultureInfo.InvariantCulture);
switch (args.FirstOrDefault())
{
    case "changes":
        var pairs = await ChangePairs.ReadAsync([.. Files(Path.Combine("eng", "judges", "Changes"), "*.txt"), .. Files(Path.Combine("tests", "suites"), "re*.json")]);
        var weight = float.Parse(Option("--weight", "2"), CultureInfo.InvariantCulture);
        if (isCheck)
        {
            ChangeTraining.Check(pairs, shrink, rounds, weight, args.Contains("--misses"));
            foreach (var exam in Option("--exam", "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                ChangeTraining.Examine(exam, ChangeTraining.Learn(pairs, shrink, rounds, weight), await ChangePairs.ReadAsync([exam]), args.Contains("--misses"));
            }
        }
        else
        {
            await using var file = File.Create(Path.Combine("src", "MemOS", "Consolidation", "changes.bin"));
            MemOS.Learning.LinearModel.Write(file, 2, ChangeTraining.Learn(pairs, shrink, rounds, weight).Rows);
        }

        return 0;
    case "reactions":
        ReactionTraining.Run([.. Files(Path.Combine("eng", "judges", "Reactions"), "*.tsv"), .. Files(Path.Combine("tests", "suites"), "evolution*.json")], isCheck, Option("--exam", ""), shrink, rounds, args.Contains("--misses"));
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say which judge: changes or reactions; with 'check' nothing is written. Run this in the root of the repository.");
        return 1;
}

string Option(string name, string otherwise) => Array.IndexOf(args, name) is var at and >= 0 ? args[at + 1] : otherwise;

List<string> Files(string folder, string pattern) => [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)];
