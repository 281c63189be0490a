using System.Text.RegularExpressions;

namespace MemOS.Evolution.Induction;

/// <summary>The words of an identifier: <c>orderId</c> and <c>order_id</c> are both order and id.</summary>
internal static partial class NameWords
{
    public static HashSet<string> Of(string identifier) =>
        Word().Matches(identifier).Select(match => match.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+|\p{Lo}+")]
    private static partial Regex Word();
}
