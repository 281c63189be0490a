using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MemOS.Evidence;

/// <summary>A 128-bit fingerprint of a message's content: its text, tool calls and tool results, not its role, author or time.</summary>
/// <remarks>The first half of SHA-256, so that nobody can craft two messages that are taken for one another.</remarks>
/// <param name="High">The first eight bytes.</param>
/// <param name="Low">The next eight bytes.</param>
public readonly record struct ContentHash(long High, long Low)
{
    /// <summary>The fingerprint of a draft.</summary>
    public static ContentHash Of(EvidenceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, draft.Text);
        foreach (var call in draft.ToolCalls)
        {
            Append(hash, call.CallId);
            Append(hash, call.Name);
            Append(hash, call.Arguments.ToString());
        }

        foreach (var result in draft.ToolResults)
        {
            Append(hash, result.CallId);
            Append(hash, result.Result?.ToString() ?? "");
            Append(hash, result.Error ?? "");
        }

        Span<byte> bytes = stackalloc byte[32];
        hash.GetHashAndReset(bytes);
        return new(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]));
    }

    // The length goes first, so that ("ab", "c") and ("a", "bc") differ.
    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        hash.AppendData(length);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}
