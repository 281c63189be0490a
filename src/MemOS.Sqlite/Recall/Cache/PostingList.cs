namespace MemOS.Sqlite.Recall.Cache;

/// <summary>The items that hold a term, ascending. Immutable.</summary>
/// <param name="Ids">The items, or the newest of them.</param>
/// <param name="Limit">How many were asked for: as many as that may not be all.</param>
/// <param name="Seen">How many changes of the cube's index it has followed.</param>
internal sealed record PostingList(long[] Ids, int Limit, int Seen)
{
    private bool IsCut => Ids.Length >= Limit;

    /// <summary>Whether it can answer for the newest so many.</summary>
    public bool Answers(int limit) => limit <= Limit || !IsCut;

    /// <summary>The newest so many.</summary>
    public ReadOnlyMemory<long> Newest(int limit) => Ids.AsMemory(Math.Max(0, Ids.Length - limit));

    /// <summary>The list after a change of the index.</summary>
    /// <returns><see langword="null"/> when the list would have to be read again.</returns>
    public PostingList? Follow(IndexChange change, string term)
    {
        var place = Array.BinarySearch(Ids, change.Id);
        if (place >= 0 == change.Terms.Contains(term))
        {
            return this;
        }

        if (place >= 0)
        {
            // An older item than those that are listed would take its place.
            return IsCut ? null : this with { Ids = [.. Ids.AsSpan(0, place), .. Ids.AsSpan(place + 1)] };
        }

        place = ~place;
        var isAll = !IsCut;
        if (place == 0 && !isAll)
        {
            return this;
        }

        var from = isAll ? 0 : 1;
        return this with { Ids = [.. Ids.AsSpan(from, place - from), change.Id, .. Ids.AsSpan(place)] };
    }
}
