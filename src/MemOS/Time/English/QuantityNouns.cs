namespace MemOS.Time.English;

/// <summary>Nouns that a number from 1900 to 2100 counts, so that it is no year: "2000 dollars", "1950 people".</summary>
internal static class QuantityNouns
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Nouns = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        "dollars dollar euros euro pounds bucks usd eur gbp cents people users customers employees students miles mile km kilometers kilometres meters metres feet ft calories kcal steps pages words items units points times votes copies books photos songs messages tokens bytes kb mb gb mhz watts volts grams kg lbs pieces rows records files lines percent square cubic".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word after a number is one of them.</summary>
    public static bool Counts(Cursor c, int i) => c[i].Kind == TokenKind.Word && Nouns.Contains(c.TextOf(i));
}
