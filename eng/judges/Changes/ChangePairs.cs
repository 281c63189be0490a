using System.Globalization;
using MemOS;
using MemOS.Cli.Benches;
using MemOS.Consolidation;
using MemOS.Evidence;
using MemOS.Reading;

namespace JudgeTrainer.Changes;

/// <summary>Makes pairs of statements out of conversations that say what stays true and what is superseded.</summary>
/// <remarks>
/// Two kinds of files: reading suites, whose expectations mark statements as valid or not; and tables of messages, a blank line
/// between conversations: the date, "-" for what a later message makes untrue or "+" for what stays true, and the words, after the
/// speaker's name and a colon where several speak.
/// </remarks>
internal static class ChangePairs
{
    public static async Task<List<ChangePair>> ReadAsync(IEnumerable<string> files)
    {
        var pairs = new List<ChangePair>();
        foreach (var file in files)
        {
            await foreach (var marked in file.EndsWith(".json", StringComparison.Ordinal) ? OfSuiteAsync(file) : OfTableAsync(file))
            {
                Add(pairs, marked);
            }
        }

        return pairs;
    }

    private static void Add(List<ChangePair> pairs, List<(HeldStatement Statement, bool? IsTrue)> statements)
    {
        var conversation = pairs.Count == 0 ? 0 : pairs[^1].Conversation + 1;
        var bags = new Dictionary<int, int>();
        var ended = new HashSet<int>();
        for (var j = 1; j < statements.Count; j++)
        {
            var (later, holds) = statements[j];
            var candidates = Enumerable.Range(0, j).Where(i => !ended.Contains(i) && later.Key != statements[i].Statement.Key && ChangeModel.MayJudge(later, statements[i].Statement)).ToList();
            var rivals = ChangeRivals.Of(later, [.. candidates.Select(i => statements[i].Statement)]);
            foreach (var i in candidates)
            {
                var (earlier, isTrue) = statements[i];
                if (isTrue is null || (!isTrue.Value && holds == false))
                {
                    continue;
                }

                // A bag is named by the place of its first pair, which no other bag has.
                var bag = -1;
                if (!isTrue.Value && !bags.TryGetValue(i, out bag))
                {
                    bags[i] = bag = pairs.Count;
                }

                pairs.Add(new(conversation, bag, j, ChangeFeatures.Of(later, earlier, rivals), ConsolidationPlan.Relation(later, earlier) == StatementRelation.Replaces, $"{earlier.Content.Text} >> {later.Content.Text}"));
            }

            // What a rule ends is no candidate any more.
            ended.UnionWith(Enumerable.Range(0, j).Where(i => ConsolidationPlan.Relation(later, statements[i].Statement) == StatementRelation.Replaces));
        }
    }

    // What matches no expectation stays true; what matches one of each sort tells nothing.
    private static async IAsyncEnumerable<List<(HeldStatement, bool?)>> OfSuiteAsync(string path)
    {
        await using var file = File.OpenRead(path);
        foreach (var item in ReadingBench.Parse(file))
        {
            bool Matches(HeldStatement statement, bool valid) => (item.Expected ?? []).Any(entry => (entry.Valid ?? true) == valid && ReadingScorer.Says(statement.Content, entry));
            var statements = await StatementsAsync(item.Messages.GroupBy(message => message.SessionId).Select(session => session.Select(ReadingBench.ToDraft).ToList()));
            yield return [.. statements.Select(statement => (statement, !Matches(statement, false) ? true : Matches(statement, true) ? (bool?)null : false))];
        }
    }

    private static async IAsyncEnumerable<List<(HeldStatement, bool?)>> OfTableAsync(string path)
    {
        var messages = new List<(EvidenceDraft Draft, bool IsTrue)>();
        await foreach (var line in File.ReadLinesAsync(path))
        {
            if (line.Trim().Length > 0)
            {
                messages.Add(Parse(line.Trim(), path));
                continue;
            }

            if (messages.Count > 0)
            {
                yield return await OfMessagesAsync(messages);
                messages.Clear();
            }
        }

        if (messages.Count > 0)
        {
            yield return await OfMessagesAsync(messages);
        }
    }

    private static async Task<List<(HeldStatement, bool?)>> OfMessagesAsync(List<(EvidenceDraft Draft, bool IsTrue)> messages)
    {
        var statements = await StatementsAsync(messages.Select(message => message.Draft).GroupBy(draft => draft.Time.Date).Select(session => session.ToList()));
        return [.. statements.Select(statement => (statement, (bool?)messages[statement.Sources[0].Sequence - 1].IsTrue))];
    }

    private static (EvidenceDraft, bool) Parse(string line, string path)
    {
        if (line.Length < 14 || line[11] is not ('-' or '+') || !DateTime.TryParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            throw new InvalidDataException($"{path}: expected a date, '-' or '+', and the words: {line}");
        }

        var words = line[12..].Trim();
        var colon = words.IndexOf(": ", StringComparison.Ordinal);
        var isNamed = colon is > 0 and < 20 && char.IsUpper(words[0]) && !words.AsSpan(0, colon).Contains(' ');
        return (new()
        {
            Role = EvidenceRole.User,
            Author = isNamed ? words[..colon] : null,
            Text = isNamed ? words[(colon + 2)..] : words,
            Time = new(date.AddHours(12), TimeSpan.Zero),
        }, line[11] == '+');
    }

    private static async Task<List<HeldStatement>> StatementsAsync(IEnumerable<List<EvidenceDraft>> sessions)
    {
        var reader = new RuleMemReader();
        var statements = new List<HeldStatement>();
        var sequence = 0;
        foreach (var (number, session) in sessions.Index())
        {
            var items = session.Select((draft, position) => new EvidenceItem
            {
                Id = new(1, MemoryItemKind.Evidence, ++sequence),
                Session = "s" + number.ToString(CultureInfo.InvariantCulture),
                Position = position,
                Content = draft,
                State = EvidenceState.Active,
            }).ToList();
            var times = items.ToDictionary(item => item.Id, item => item.Content.Time);
            statements.AddRange((await reader.ReadAsync(new() { Items = items })).Records.Select(draft => new HeldStatement(draft, times[draft.Sources[0]])));
        }

        return statements;
    }
}
