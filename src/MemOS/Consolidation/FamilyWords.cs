namespace MemOS.Consolidation;

/// <summary>The words of family by which one person goes.</summary>
internal static class FamilyWords
{
    /// <summary>Whether one is the other with the name of who that is, where there is one such person: "Ruth's mother Edith" is "Ruth's mum".</summary>
    /// <param name="role">The subject without a name.</param>
    /// <param name="named">The subject with the name.</param>
    public static bool IsNamed(string role, string named) =>
        named.LastIndexOf(' ') is > 0 and var mark && char.IsUpper(named[mark + 1]) && Usual(role) is var usual && Usual(named[..mark]).Equals(usual, StringComparison.OrdinalIgnoreCase) && Single.Contains(usual[(usual.LastIndexOf(' ') + 1)..].ToLowerInvariant());

    private static readonly HashSet<string> Single = ["mother", "father", "wife", "husband", "partner", "boss", "girlfriend", "boyfriend", "landlord", "landlady"];

    /// <summary>A subject with the usual word of family: "Mum" is "mother".</summary>
    public static string Usual(string subject)
    {
        var at = subject.LastIndexOf(' ') + 1;
        return subject[at..].ToLowerInvariant() switch
        {
            "mum" or "mom" or "mummy" or "mommy" or "mama" => string.Concat(subject.AsSpan(0, at), "mother"),
            "dad" or "daddy" or "papa" => string.Concat(subject.AsSpan(0, at), "father"),
            "gran" or "granny" or "nan" or "nana" or "grandma" => string.Concat(subject.AsSpan(0, at), "grandmother"),
            "grandpa" or "grandad" or "granddad" => string.Concat(subject.AsSpan(0, at), "grandfather"),
            "hubby" => string.Concat(subject.AsSpan(0, at), "husband"),
            _ => subject,
        };
    }
}
