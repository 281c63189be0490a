using MemOS.Recall.Words;

namespace MemOS.Recall.Ranking.Channels;

/// <summary>People: a question about one of several speakers is answered by what that one said.</summary>
internal sealed class PeopleChannel : IScoringChannel
{
    /// <summary>Finds the names among the query's terms.</summary>
    public static async ValueTask FindAsync(CubeView view, CancellationToken cancellationToken)
    {
        foreach (var term in view.Query.Terms)
        {
            if (await view.Words.HasSpeakerAsync(term.Term, cancellationToken).ConfigureAwait(false))
            {
                view.People.Add(term.Term);
            }
        }
    }

    /// <inheritdoc/>
    public void Score(CubeView view)
    {
        if (view.People is not [var person])
        {
            return;
        }

        // Few people say many messages: each name is taken apart once.
        var isAskedAbout = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var candidate in view.Candidates.All)
        {
            if (candidate.Evidence.Author is not { } author)
            {
                continue;
            }

            if (!isAskedAbout.TryGetValue(author, out var asked))
            {
                isAskedAbout[author] = asked = WordAnalyzer.Terms(author).Contains(person);
            }

            if (!asked)
            {
                candidate.Scale("speaker", view.Weights.OtherSpeaker);
            }
        }
    }
}
