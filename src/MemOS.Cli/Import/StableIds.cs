using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MemOS.Cli.Import;

/// <summary>
/// Makes ids for messages that came without: a fingerprint of session, speaker and text, numbered where the same words come
/// again. They depend on content and order alone, so a file that has grown, or lost a broken line, gives known messages their known ids.
/// </summary>
internal sealed class StableIds
{
    private const string Mark = "~";

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>Whether an id is of this kind.</summary>
    public static bool IsOne(string id) => id.StartsWith(Mark, StringComparison.Ordinal);

    public string Next(string session, string speaker, string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{session}\u001f{speaker}\u001f{text}"));
        var print = Mark + Convert.ToHexStringLower(bytes, 0, 6);
        var count = seen.TryGetValue(print, out var before) ? before + 1 : 1;
        seen[print] = count;
        return count == 1 ? print : string.Create(CultureInfo.InvariantCulture, $"{print}.{count}");
    }
}
