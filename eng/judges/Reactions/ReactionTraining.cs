using MemOS.Evolution.Tasks.Language.Reactions;

namespace JudgeTrainer.Reactions;

/// <summary>Learns what a message says of the work before it.</summary>
internal static class ReactionTraining
{
    private const int Folds = 5;
    private static readonly int Classes = Enum.GetValues<Reaction>().Length;

    public static void Run(IReadOnlyList<string> files, bool isCheck, string exam, float shrink, int rounds, bool showsMisses)
    {
        List<ReactionExample> examples = [.. files.SelectMany(ReactionExample.Read)];
        Console.WriteLine($"{examples.Count} examples");
        if (isCheck)
        {
            Table held = new("held out, five folds"), chinese = new("of these, Chinese"), rules = new("rules alone, where they were not written for the example");
            for (var fold = 0; fold < Folds; fold++)
            {
                var part = Learn([.. examples.Where((_, i) => i % Folds != fold)], shrink, rounds);
                foreach (var example in examples.Where((_, i) => i % Folds == fold))
                {
                    held.Count(example, Judge(part, example), showsMisses);
                    if (example.Said.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'))
                    {
                        chinese.Count(example, Judge(part, example), false);
                    }

                    if (example.Features.Any(static feature => ReactionFeatures.IsOfRules(feature.Key)))
                    {
                        rules.Count(example, ByRules(example), false);
                    }
                }
            }

            held.Print();
            chinese.Print();
            rules.Print();
        }

        var model = Learn(examples, shrink, rounds);
        foreach (var file in exam.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            Table table = new(file), rules = new(file + ", rules alone");
            foreach (var example in ReactionExample.Read(file))
            {
                table.Count(example, Judge(model, example), showsMisses);
                rules.Count(example, ByRules(example), false);
            }

            table.Print();
            rules.Print();
        }

        if (!isCheck && exam.Length == 0)
        {
            using var file = File.Create(Path.Combine("src", "MemOS", "Evolution", "Tasks", "Language", "Reactions", "reactions.bin"));
            MemOS.Learning.LinearModel.Write(file, Classes, model.Rows.Where(static row => row.Value.Any(static weight => Math.Abs(weight) > 0.02f)));
            Console.WriteLine($"{file.Name}: {model.Rows.Count()} features");
        }
    }

    private static LinearLearner Learn(List<ReactionExample> examples, float shrink, int rounds)
    {
        var model = new LinearLearner(Classes, examples.Select(static example => example.Features), least: 2, shrink);
        var known = examples.Select(example => (Features: model.Known(example.Features), Right: (int)example.Reaction)).ToArray();
        var random = new Random(1);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(known);
            foreach (var (features, right) in known)
            {
                model.Learn(features, right);
            }
        }

        return model;
    }

    private static Reaction Judge(LinearLearner model, ReactionExample example)
    {
        var probabilities = model.Judge(model.Known(example.Features));
        return (Reaction)Array.IndexOf(probabilities, probabilities.Max());
    }

    private static Reaction ByRules(ReactionExample example)
    {
        bool Has(string name) => example.Features.Any(feature => feature.Key[0] is 'e' or 'z' && feature.Key[1..] == name);
        bool Good(string at) => Has(at + "Worked") || Has(at + "Pleased");
        bool Bad(string at) => Has(at + "Negative") || Has(at + "Dropped") || Has(at + "Resigned");
        return Bad("reported:") || Bad("said:") ? Reaction.Failure : Good("reported:") || Good("said:") ? Reaction.Success : Has("request") ? Reaction.Other : Reaction.Unknown;
    }

    private sealed class Table(string name)
    {
        private readonly int[,] counts = new int[Classes, Classes];

        public void Count(ReactionExample example, Reaction judged, bool shows)
        {
            counts[(int)example.Reaction, (int)judged]++;
            if (shows && judged != example.Reaction)
            {
                Console.WriteLine($"{example.Reaction} -> {judged}: {example.Said}   [{example.Asked}] {string.Join(' ', example.Features.Select(f => f.Key).Where(ReactionFeatures.IsOfRules))}");
            }
        }

        public void Print()
        {
            var all = 0;
            var right = 0;
            for (var i = 0; i < Classes; i++)
            {
                for (var j = 0; j < Classes; j++)
                {
                    all += counts[i, j];
                    right += i == j ? counts[i, j] : 0;
                }
            }

            Console.WriteLine($"{name}: {(double)right / all:0.000} of {all}; a row for what is right, a column for what was judged: success, failure, unknown, other");
            for (var i = 0; i < Classes; i++)
            {
                Console.WriteLine($"  {(Reaction)i,-8} {counts[i, 0],5} {counts[i, 1],5} {counts[i, 2],5} {counts[i, 3],5}");
            }
        }
    }
}
