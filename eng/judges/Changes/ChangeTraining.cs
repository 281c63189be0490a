namespace JudgeTrainer.Changes;

/// <summary>Learns which later statements make an earlier one untrue. Of a bag, the pair that the model finds likeliest is learned from.</summary>
internal static class ChangeTraining
{
    public static LinearLearner Learn(IReadOnlyList<ChangePair> pairs, float shrink, int rounds, float weight)
    {
        var model = new LinearLearner(2, pairs.Select(static pair => pair.Features), least: 3, shrink);
        var known = pairs.Select(pair => model.Known(pair.Features)).ToArray();
        var bags = Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Bag >= 0).GroupBy(i => pairs[i].Bag).Select(static bag => bag.ToArray()).ToArray();
        var negatives = Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Bag < 0).Select(static i => new[] { i }).ToArray();
        var all = bags.Concat(negatives).ToArray();
        var random = new Random(1);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(all);
            foreach (var group in all)
            {
                var isBag = pairs[group[0]].Bag >= 0;
                model.Learn(known[isBag ? group.MaxBy(i => model.Judge(known[i])[1]) : group[0]], isBag ? 1 : 0, isBag ? weight : 1);
            }
        }

        return model;
    }

    /// <summary>How many bags are found, and how many true statements are taken for untrue, at a threshold; conversations are held out in folds.</summary>
    public static void Check(IReadOnlyList<ChangePair> pairs, float shrink, int rounds, float weight, bool showsMisses)
    {
        const int Folds = 5;
        var judged = new double[pairs.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Learn([.. pairs.Where(pair => pair.Conversation % Folds != fold)], shrink, rounds, weight);
            for (var i = 0; i < pairs.Count; i++)
            {
                if (pairs[i].Conversation % Folds == fold)
                {
                    judged[i] = model.Judge(model.Known(pairs[i].Features))[1];
                }
            }
        }

        Report("held out, five folds", pairs, judged, showsMisses);
    }

    /// <summary>The same on conversations that were not learned from.</summary>
    public static void Examine(string name, LinearLearner model, IReadOnlyList<ChangePair> pairs, bool showsMisses) =>
        Report(name, pairs, [.. pairs.Select(pair => model.Judge(model.Known(pair.Features))[1])], showsMisses);

    private static void Report(string name, IReadOnlyList<ChangePair> pairs, double[] judged, bool showsMisses)
    {
        // Of the earlier statements that a later one might make untrue, the likeliest is taken.
        foreach (var group in Enumerable.Range(0, pairs.Count).GroupBy(i => (pairs[i].Conversation, pairs[i].Later)))
        {
            foreach (var other in group.OrderByDescending(i => judged[i]).Skip(1))
            {
                judged[other] = 0;
            }
        }

        var bags = Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Bag >= 0).GroupBy(i => pairs[i].Bag).ToList();
        var others = Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Bag < 0).ToList();
        Console.WriteLine($"{name}: {pairs.Count} pairs, {bags.Count} superseded statements, {others.Count} pairs to leave alone");
        Console.WriteLine($"  rules: found {(double)bags.Count(bag => bag.Any(i => pairs[i].IsByRule)) / bags.Count:0.000}, wrong {others.Count(i => pairs[i].IsByRule)}");
        foreach (var least in (ReadOnlySpan<double>)[0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
        {
            var found = bags.Count(bag => bag.Any(i => judged[i] >= least));
            var both = bags.Count(bag => bag.Any(i => pairs[i].IsByRule || judged[i] >= least));
            var wrong = others.Count(i => judged[i] >= least);
            Console.WriteLine($"  {least:0.0}: found {(double)found / bags.Count:0.000}, wrong {wrong}; with rules {(double)both / bags.Count:0.000}, wrong {others.Count(i => judged[i] >= least || pairs[i].IsByRule)}");
        }

        if (showsMisses)
        {
            foreach (var bag in bags.Where(bag => bag.All(i => judged[i] < 0.5)))
            {
                var best = bag.MaxBy(i => judged[i]);
                Console.WriteLine($"MISSED {judged[best]:0.00} {pairs[best].Text}");
            }

            foreach (var i in others.Where(i => judged[i] >= 0.5).OrderByDescending(i => judged[i]))
            {
                Console.WriteLine($"WRONG {judged[i]:0.00} {pairs[i].Text}");
            }
        }
    }
}
