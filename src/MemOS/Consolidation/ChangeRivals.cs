namespace MemOS.Consolidation;

/// <summary>The earlier statements that a later one might make untrue, for what tells one of them from the others.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Shared">The most words that one of them shares with the later one.</param>
/// <param name="Partner">The best likeness of two words that are not one.</param>
/// <param name="Meaning">The best likeness as wholes.</param>
/// <param name="Domain">The best likeness by the domains of life that they are about.</param>
internal readonly record struct ChangeRivals(int Count, int Shared, float Partner, float Meaning, float Domain)
{
    public static ChangeRivals Of(HeldStatement later, IReadOnlyList<HeldStatement> candidates)
    {
        var rivals = new ChangeRivals(candidates.Count, 0, 0, 0, 0);
        foreach (var earlier in candidates)
        {
            var (meaning, domain) = later.Meaning.Likeness(earlier.Meaning);
            rivals = new(
                rivals.Count, Math.Max(rivals.Shared, later.Stems.Core.Count(earlier.Stems.Core.Contains)), Math.Max(rivals.Partner, later.Meaning.BestPartner(earlier.Meaning)),
                Math.Max(rivals.Meaning, meaning), Math.Max(rivals.Domain, domain));
        }

        return rivals;
    }
}
