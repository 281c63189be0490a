namespace MemOS.Consolidation;

/// <summary>The words of family by which one person goes.</summary>
internal static class FamilyWords
{
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
