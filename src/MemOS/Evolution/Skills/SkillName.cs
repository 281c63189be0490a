using System.Text;
using System.Text.Json;

namespace MemOS.Evolution.Skills;

/// <summary>The names of skills: ours, by which models call them, and those of the agentskills.io format, which have hyphens.</summary>
internal static class SkillName
{
    private const int MostShown = 80;

    /// <summary>Reads a name from outside; hyphens become underscores.</summary>
    /// <exception cref="FormatException">It is no name of a skill.</exception>
    public static string Read(string given)
    {
        var name = given.Replace('-', '_');
        return name.Length is > 0 and <= SkillLife.LongestName && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
            ? name
            : throw new FormatException($"\"{JsonEncodedText.Encode(given.Length > MostShown ? given[..MostShown] : given)}\" is no name of a skill. A name has lower-case letters, digits, and hyphens or underscores, at most {SkillLife.LongestName}.");
    }

    /// <summary>The name as agentskills.io asks for it: lower-case letters, digits, and single hyphens between them.</summary>
    public static string Hyphenated(string name)
    {
        var written = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                written.Append(letter);
            }
            else if (written.Length > 0 && written[^1] != '-')
            {
                written.Append('-');
            }
        }

        return written.ToString(0, Math.Min(written.Length, SkillLife.LongestName)).Trim('-') is { Length: > 0 } given ? given : "skill";
    }
}
