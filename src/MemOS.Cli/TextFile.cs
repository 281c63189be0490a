using System.Text;
using System.Text.Unicode;

namespace MemOS.Cli;

/// <summary>Tells text from what is none, before anything is made of it.</summary>
internal static class TextFile
{
    private const int LongestLetter = 4;

    /// <summary>The text of a file: UTF-8, or UTF-16 with its mark.</summary>
    /// <exception cref="CliException">The file is empty, binary or in another encoding.</exception>
    public static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        Check(file, bytes, isWhole: true);
        using var reader = new StreamReader(new MemoryStream(bytes));
        var text = await reader.ReadToEndAsync(cancellationToken);
        return string.IsNullOrWhiteSpace(text) ? throw Empty(file) : text;
    }

    /// <summary>Throws where a file cannot be text.</summary>
    /// <param name="file">The name, for the message.</param>
    /// <param name="bytes">The file, or its beginning, which may end within a letter.</param>
    /// <param name="isWhole">Whether these are all its bytes.</param>
    /// <exception cref="CliException">The file is empty, binary or in another encoding.</exception>
    public static void Check(string file, ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (bytes.IsEmpty)
        {
            throw Empty(file);
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return;
        }

        if (bytes.Contains((byte)0))
        {
            throw new CliException($"{file} is binary: it holds NUL bytes, as no text does. Nothing was written. Convert it to text, Markdown or HTML in UTF-8 first.", ExitCode.Usage);
        }

        if (!Utf8.IsValid(isWhole ? bytes : WithoutCutLetter(bytes)))
        {
            throw new CliException($"{file} is not UTF-8: it is binary, or text in another encoding. Nothing was written. Save it as UTF-8 first, such as with: iconv -f LATIN1 -t UTF-8", ExitCode.Usage);
        }
    }

    private static CliException Empty(string file) => new($"{file} is empty: it holds no text. Nothing was written. Name a file with text in it.", ExitCode.Usage);

    private static ReadOnlySpan<byte> WithoutCutLetter(ReadOnlySpan<byte> bytes)
    {
        for (var i = 1; i < LongestLetter && i <= bytes.Length; i++)
        {
            // The first byte of a letter of several bytes.
            if (bytes[^i] >= 0xC0)
            {
                return bytes[..^i];
            }
        }

        return bytes;
    }
}
