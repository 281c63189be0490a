using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MemOS.Sqlite.Storage;

/// <summary>64-bit keys by which long texts are indexed.</summary>
internal static class Fingerprint
{
    /// <summary>The first eight bytes of the text's SHA-256.</summary>
    public static long Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
