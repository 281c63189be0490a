using System.Globalization;
using MemOS.Recall.Lexicon;
using MemOS.Recall.Query;
using MemOS.Recall.Words;

namespace MemOS.Recall.Ranking;

/// <summary>The search of one cube: words find candidates, the conversation around them, people, time and kinds rank them.</summary>
internal sealed class CubeSearch(IRecallReader reader, int cube, RecallQuery query, RecallWeights weights)
{
    private const int Pool = 120;
    private const int Reach = 2;
    private const int MeaningPool = 60;
    private const int Nearest = 60;

    private readonly WordChannel words = new(reader, cube);
    private readonly Dictionary<long, Candidate> candidates = [];
    private readonly HashSet<long> described = [];
    private readonly HashSet<long> gathered = [];
    private readonly Dictionary<string, bool> isAskedAbout = new(StringComparer.Ordinal);

    /// <summary>The names among the query's terms: terms by which somebody speaks, or is a subject, in the cube.</summary>
    public List<string> People { get; } = [];

    /// <summary>The preferences that were weighed against a request for advice, best first; empty when none was asked for.</summary>
    public IReadOnlyList<RatedPreference> Preferences { get; private set; } = [];

    /// <summary>The cosine of the nearest item by vector; 0 without vectors.</summary>
    public double Similarity { get; private set; }

    /// <summary>The terms that were lent by the best candidates.</summary>
    public List<QueryTerm> Lent { get; } = [];

    public async Task<IReadOnlyCollection<Candidate>> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var term in query.Terms)
        {
            if (await words.HasSpeakerAsync(term.Term, cancellationToken).ConfigureAwait(false))
            {
                People.Add(term.Term);
            }
        }

        // A name says who, not what: it chooses among the found, and finds by itself only when nothing else is asked.
        var topical = query.Terms.Where(term => !People.Contains(term.Term)).ToList();
        var own = query.Terms.Select(term => topical.Count > 0 && People.Contains(term.Term) ? term with { Weight = 0 } : term).ToList();
        await words.AddAsync(own, own: true, cancellationToken).ConfigureAwait(false);
        if (words.Statistics.Documents == 0)
        {
            return [];
        }

        await GatherAsync(cancellationToken).ConfigureAwait(false);
        Rank();
        Lent.AddRange(await FeedbackTerms.LendAsync(candidates.Values, query, words, weights, cancellationToken).ConfigureAwait(false));
        if (Lent.Count > 0)
        {
            await words.AddAsync(Lent, own: false, cancellationToken).ConfigureAwait(false);
            await GatherAsync(cancellationToken).ConfigureAwait(false);
            Rank();
        }

        AddMeaning();
        await AddNearestAsync(cancellationToken).ConfigureAwait(false);

        // A question about somebody by name wants what is known of them, not a recommendation.
        if (query.AsksAdvice && People.Count == 0)
        {
            await AddPreferencesAsync(cancellationToken).ConfigureAwait(false);
        }

        await FollowChangesAsync(cancellationToken).ConfigureAwait(false);
        foreach (var candidate in candidates.Values)
        {
            candidate.Coverage = CoverageOf(candidate);
        }

        return candidates.Values;
    }

    // Makes candidates of the best items, of the messages behind the records among them, and of what was said around them.
    private async Task GatherAsync(CancellationToken cancellationToken)
    {
        var best = words.Best(Pool);
        best.RemoveAll(id => !described.Add(id));
        var found = await reader.DescribeAsync(best, cancellationToken).ConfigureAwait(false);
        var evidence = new HashSet<long>();
        foreach (var document in found)
        {
            evidence.Add(document.Kind is null ? document.Id : document.Sources[0]);
        }

        evidence.ExceptWith(gathered);
        gathered.UnionWith(evidence);
        var added = new List<long>();
        foreach (var message in await reader.GetNeighboursAsync(evidence, Reach, cancellationToken).ConfigureAwait(false))
        {
            if (candidates.TryAdd(message.Id, new(message)))
            {
                added.Add(message.Id);
            }
        }

        var derived = await reader.GetDerivedAsync(added, cancellationToken).ConfigureAwait(false);
        var records = await reader.DescribeAsync(derived.Select(pair => pair.Record).Distinct().ToList(), cancellationToken).ConfigureAwait(false);
        foreach (var record in records)
        {
            if (record.Kind is not null && candidates.TryGetValue(record.Sources[0], out var candidate))
            {
                candidate.Records.Add(record);
            }
        }
    }

    // What is said in other words: nearness in meaning decides among those that words and conversation brought near.
    private void AddMeaning()
    {
        var topical = query.Terms.Select(term => term.Term).Where(term => !People.Contains(term)).ToList();
        if (weights.Meaning == 0 || topical.Count == 0 || candidates.Count == 0)
        {
            return;
        }

        var near = candidates.Values.OrderByDescending(candidate => candidate.Score).Take(MeaningPool).ToList();
        var matches = new TextSimilarity(WordLexicon.Default).Compare(topical, near.Select(candidate => candidate.Terms).ToList());
        var (low, high) = (matches.Min(match => match.Score), matches.Max(match => match.Score));
        if (high <= low)
        {
            return;
        }

        var best = near[0].Score;
        for (var i = 0; i < near.Count; i++)
        {
            near[i].Add("meaning", best * weights.Meaning * (matches[i].Score - low) / (high - low));
        }
    }

    // What was true leads to what is: a question that finds the old address finds the new one, ahead of it.
    private async Task FollowChangesAsync(CancellationToken cancellationToken)
    {
        var outdated = await reader.GetSupersededAsync(candidates.Keys, cancellationToken).ConfigureAwait(false);
        if (outdated.Count == 0)
        {
            return;
        }

        var missing = outdated.Select(statement => statement.Successor).OfType<long>().Where(id => !candidates.ContainsKey(id)).ToHashSet();
        foreach (var message in await reader.GetNeighboursAsync(missing, 0, cancellationToken).ConfigureAwait(false))
        {
            candidates.TryAdd(message.Id, new(message));
        }

        foreach (var statement in outdated.Where(statement => candidates.ContainsKey(statement.Evidence)))
        {
            var old = candidates[statement.Evidence];
            if (statement.Successor is { } next && candidates.TryGetValue(next, out var successor) && successor != old)
            {
                successor.Add("change", Math.Max(0, (old.Score * weights.Successor) - successor.Score));
                successor.Matched |= old.Matched;
            }

            var since = statement.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            old.Outdated = statement.IsAll ? $"[no longer true since {since}]" : $"[no longer true since {since}: {statement.Text}]";
            if (statement.IsAll)
            {
                old.Scale("change", weights.Outdated);
            }
        }
    }

    // "If I won the lottery I would live on a boat" tells of no boat.
    private static bool IsHypothetical(string text) =>
        text.Contains("if ", StringComparison.OrdinalIgnoreCase) && (text.Contains(" would ", StringComparison.OrdinalIgnoreCase) || text.Contains("'d ", StringComparison.Ordinal)) && text.Length < 160;

    // Vectors find what shares no word; their rank counts, not their cosine, which every model scales in its own way.
    private async Task AddNearestAsync(CancellationToken cancellationToken)
    {
        if (query.Vector is not { } vector)
        {
            return;
        }

        var nearest = await reader.GetNearestAsync(cube, vector.Model, vector.Values, Nearest, cancellationToken).ConfigureAwait(false);
        if (nearest.Count == 0)
        {
            return;
        }

        Similarity = nearest[0].Similarity;
        var documents = (await reader.DescribeAsync(nearest.Select(pair => pair.Id).ToHashSet(), cancellationToken).ConfigureAwait(false)).ToDictionary(document => document.Id);
        var telling = nearest.Where(pair => documents.ContainsKey(pair.Id)).Select(pair => documents[pair.Id].Sources[0]).Distinct().ToList();
        foreach (var message in await reader.GetNeighboursAsync(telling.Where(id => !candidates.ContainsKey(id)).ToHashSet(), 0, cancellationToken).ConfigureAwait(false))
        {
            candidates.TryAdd(message.Id, new(message));
        }

        var best = Math.Max(1, candidates.Values.Max(candidate => candidate.Score));
        for (var rank = 0; rank < telling.Count; rank++)
        {
            if (candidates.TryGetValue(telling[rank], out var candidate))
            {
                candidate.Add("vectors", best * weights.Vector / (1 + (rank / 10.0)));
            }
        }
    }

    private async Task AddPreferencesAsync(CancellationToken cancellationToken)
    {
        Preferences = await new PreferenceChannel(reader, cube, query, weights).RateAsync(words, cancellationToken).ConfigureAwait(false);
        if (Preferences.Count == 0)
        {
            return;
        }

        var missing = Preferences.Select(rated => rated.Record.Sources[0]).Where(id => !candidates.ContainsKey(id)).ToHashSet();
        foreach (var message in await reader.GetNeighboursAsync(missing, 0, cancellationToken).ConfigureAwait(false))
        {
            candidates.TryAdd(message.Id, new(message));
        }

        var best = Math.Max(1, candidates.Values.Select(candidate => candidate.Score).DefaultIfEmpty().Max());
        var (top, bottom) = (Preferences[0].Score, Preferences[^1].Score);
        foreach (var rated in Preferences)
        {
            if (!candidates.TryGetValue(rated.Record.Sources[0], out var candidate))
            {
                continue;
            }

            var place = top > bottom ? (rated.Score - bottom) / (top - bottom) : 1;
            candidate.Prefer(rated.Record);
            candidate.Add("preference", best * weights.Preference * (0.5 + (0.5 * place)));
        }
    }

    private void Rank()
    {
        foreach (var candidate in candidates.Values)
        {
            candidate.Reset();
            ScoreWords(candidate);
        }

        var sessions = candidates.Values.GroupBy(candidate => candidate.Evidence.Session).ToList();
        foreach (var session in sessions)
        {
            ScoreConversation([.. session]);
        }

        foreach (var candidate in candidates.Values)
        {
            if (IsHypothetical(candidate.Evidence.Text))
            {
                candidate.Scale("hypothetical", weights.Hypothetical);
            }

            if (candidate.Evidence.Role == Evidence.EvidenceRole.Assistant)
            {
                candidate.Scale("role", weights.AssistantSaid);
            }

            ScorePeople(candidate);
            ScoreTime(candidate);
        }
    }

    private void ScoreWords(Candidate candidate)
    {
        var own = words.Score(candidate.Evidence.Id, candidate.Evidence.Length, weights);
        candidate.Matched = words.Hits.TryGetValue(candidate.Evidence.Id, out var hit) ? hit.Matched : 0;
        double record = 0;
        foreach (var document in candidate.Records)
        {
            record = Math.Max(record, words.Score(document.Id, document.Length, weights));
            candidate.Matched |= words.Hits.TryGetValue(document.Id, out hit) ? hit.Matched : 0;
        }

        candidate.Words = Math.Max(own, record);
        candidate.Add("words", own);
        candidate.Add("phrases", weights.Phrase * PhraseScore(candidate));
        candidate.Add("records", weights.Record * record);
    }

    // Words that stand together in the query and in the text name one thing: "support group" is more than both its words.
    private double PhraseScore(Candidate candidate)
    {
        if (System.Numerics.BitOperations.PopCount(candidate.Matched) < 2)
        {
            return 0;
        }

        double score = 0;
        for (var i = 0; i + 1 < query.Terms.Count; i++)
        {
            var (first, second) = (query.Terms[i].Term, query.Terms[i + 1].Term);
            if ((candidate.Matched >> i & 3) == 3 && !People.Contains(first) && !People.Contains(second) && candidate.HasNear(first, second))
            {
                score += (words.IdfOf(first) + words.IdfOf(second)) / 2;
            }
        }

        return score;
    }

    private void ScoreConversation(List<Candidate> session)
    {
        var byPosition = session.ToDictionary(candidate => candidate.Evidence.Position);
        var best = session.Select(candidate => candidate.Score).OrderDescending().Take(3).Sum();
        var parts = new List<(Candidate Candidate, double Neighbours)>(session.Count);
        foreach (var candidate in session)
        {
            var at = candidate.Evidence.Position;
            var near = weights.Neighbour * (ScoreAt(at - 1) + ScoreAt(at + 1));
            var far = weights.SecondNeighbour * (ScoreAt(at - 2) + ScoreAt(at + 2));
            parts.Add((candidate, near + far));
        }

        // All parts are computed from the words alone before any is added, so that order does not matter.
        foreach (var (candidate, neighbours) in parts)
        {
            candidate.Add("neighbours", neighbours);
            candidate.Add("session", weights.Session * best);
        }

        double ScoreAt(int position) => byPosition.TryGetValue(position, out var other) ? other.Score : 0;
    }

    private void ScorePeople(Candidate candidate)
    {
        if (People.Count != 1 || candidate.Evidence.Author is not { } author)
        {
            return;
        }

        // Few people say many messages: each name is taken apart once.
        if (!isAskedAbout.TryGetValue(author, out var asked))
        {
            isAskedAbout[author] = asked = WordAnalyzer.Terms(author).Contains(People[0]);
        }

        if (!asked)
        {
            candidate.Scale("speaker", weights.OtherSpeaker);
        }
    }

    private void ScoreTime(Candidate candidate)
    {
        if (query.AsksWhen && candidate.Records.Any(record => record.EventTime is not null))
        {
            candidate.Scale("time", 1 + weights.TimedStatement);
        }

        if (query.Times.Count == 0)
        {
            return;
        }

        var said = Time.EventTime.OfInstant(candidate.Evidence.Time.DateTime);
        if (query.Times.Any(time => time.Overlaps(said) || candidate.Records.Any(record => record.EventTime is { } at && at.Overlaps(time))))
        {
            candidate.Scale("time", 1 + weights.NamedTime);
        }
    }

    // The share of the query's weight, by rarity, that a candidate's own words hold. Names say who, not what.
    private double CoverageOf(Candidate candidate)
    {
        double all = 0;
        double held = 0;
        for (var i = 0; i < query.Terms.Count && i < 64; i++)
        {
            if (People.Contains(query.Terms[i].Term))
            {
                continue;
            }

            var idf = words.IdfOf(query.Terms[i].Term);
            all += idf;
            held += (candidate.Matched >> i & 1) == 0 ? 0 : idf;
        }

        return all == 0 ? 0 : held / all;
    }
}
