using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Recall.Words;

namespace MemOS.Consolidation;

/// <summary>Finds records of the home cube that share telling words with new statements: candidates for near duplicates and denials.</summary>
internal sealed class RelatedRecordFinder(IRecallIndex index, IRecordStore records)
{
    private const int TermsPerStatement = 4;
    private const int PostingsPerTerm = 200;
    private const int CandidatesPerStatement = 8;

    private static IEnumerable<string> Telling(RecordDraft draft)
    {
        var ended = WordAnalyzer.Terms(draft.Ends ?? draft.Fulfils ?? "");
        var said = StatementStems.Of(draft).Stems.OrderByDescending(term => term.Length).ThenBy(term => term, StringComparer.Ordinal).Take(TermsPerStatement).ToList();

        // A habit and its end are told with different words of one family: "smoker", "has not smoked".
        var variants = draft.IsChange || draft.Ends is not null || draft.Text.Contains(" not ", StringComparison.Ordinal) ? said.SelectMany(StatementWords.Variants) : [];
        return ended.Take(TermsPerStatement).Concat(said).Concat(variants).Concat(WordAnalyzer.Terms(draft.Subject).Skip(draft.Slot is not null && !draft.Subject.Contains('\'', StringComparison.Ordinal) ? 0 : 1).Take(2)).Distinct(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<MemoryRecord>> FindAsync(CubeAccess access, IReadOnlyList<RecordDraft> drafts, CancellationToken cancellationToken)
    {
        var related = new HashSet<MemoryId>();
        var reader = await index.OpenAsync(access, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            // Statements of a batch share words: each list is read once.
            var postings = new Dictionary<string, long[]>(StringComparer.Ordinal);
            foreach (var draft in drafts)
            {
                var shared = new Dictionary<long, int>();

                // Long words tell more than short ones, and need no count of how rare they are.
                // What a statement ends is looked for first; a thing's name may stand in the subject alone.
                foreach (var term in Telling(draft))
                {
                    if (!postings.TryGetValue(term, out var ids))
                    {
                        var found = await reader.GetPostingsAsync(access.Home, term, PostingsPerTerm, cancellationToken).ConfigureAwait(false);
                        postings[term] = ids = Array.FindAll(found.ToArray(), static id => new MemoryId(id).Kind == MemoryItemKind.Record);
                    }

                    foreach (var id in ids)
                    {
                        shared[id] = shared.GetValueOrDefault(id) + 1;
                    }
                }

                foreach (var (id, _) in shared.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).Take(CandidatesPerStatement))
                {
                    related.Add(new(id));
                }
            }
        }

        return related.Count == 0 ? [] : await records.GetAsync(access, [.. related], cancellationToken).ConfigureAwait(false);
    }
}
