namespace MemOS.Time.English;

/// <summary>What one production found at each token of a text, so that it is parsed there once.</summary>
internal sealed class MatchCache(int count)
{
    private (bool Known, Match Match)[]? matches;

    public bool TryGet(int i, out Match match)
    {
        if (matches is null || (uint)i >= (uint)matches.Length || !matches[i].Known)
        {
            match = default;
            return false;
        }

        match = matches[i].Match;
        return true;
    }

    public Match Set(int i, Match match)
    {
        if ((uint)i < (uint)count)
        {
            matches ??= new (bool, Match)[count];
            matches[i] = (true, match);
        }

        return match;
    }
}
