using System.Text;
using System.Text.RegularExpressions;

namespace MemOS.Sqlite.Tests;

/// <summary>Searches the bytes of a store's files.</summary>
internal static partial class FileBytes
{
    /// <summary>The files (database, log, shared memory) that hold a text, in UTF-8 or UTF-16, in its case or in lower case.</summary>
    public static IReadOnlyList<string> Find(string path, string text) =>
        Find(path, Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(text.ToLowerInvariant()), Encoding.Unicode.GetBytes(text));

    /// <inheritdoc cref="Find(string, string)"/>
    public static IReadOnlyList<string> Find(string path, params byte[][] patterns)
    {
        var found = new List<string>();
        foreach (var (name, bytes) in Read(path))
        {
            found.AddRange(patterns.Where(pattern => bytes.AsSpan().IndexOf(pattern) >= 0).Select(_ => name));
        }

        return found;
    }

    /// <summary>All marks of the form <c>zqKIND12xj</c> in the files.</summary>
    public static IReadOnlySet<(string Kind, int Number)> FindSecrets(string path)
    {
        var secrets = new HashSet<(string, int)>();
        foreach (var (_, bytes) in Read(path))
        {
            // One byte a character, so that nothing is lost between.
            foreach (Match match in Secret().Matches(Encoding.Latin1.GetString(bytes)))
            {
                secrets.Add((match.Groups[1].Value, int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        return secrets;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Read(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return (Path.GetFileName(file), bytes);
        }
    }

    [GeneratedRegex("zq([a-z]+)([0-9]+)xj")]
    private static partial Regex Secret();
}
