namespace MemOS.Time;

/// <summary>A production found in a text: what it means and the tokens it covers (<paramref name="End"/> is excluded).</summary>
internal readonly record struct Match(TimeNode? Node, int Start, int End)
{
    public static readonly Match None = new(null, 0, 0);

    public bool Found => Node is not null;

    /// <summary>The longer of two; the first one when they are equally long.</summary>
    public static Match Longest(Match first, Match second) =>
        !second.Found || (first.Found && first.End >= second.End) ? first : second;
}
