using System.Buffers.Binary;

namespace MemOS.Sqlite.Storage;

/// <summary>What the first hundred bytes of a file say, read before SQLite touches it.</summary>
internal static class FileHeader
{
    private const int Size = 100;

    /// <summary>Refuses a file that is not ours, is cut short, or was made by a newer version.</summary>
    /// <returns>Whether the file holds something; a missing or empty file is a new store.</returns>
    /// <exception cref="MemoryStoreException">The file must not be used; it was left as it is.</exception>
    public static bool Check(OpenFile open)
    {
        var path = open.Path;
        if (Directory.Exists(path))
        {
            throw Refuse(path, "is a folder", "Give the path of a file.");
        }

        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0)
        {
            return false;
        }

        Span<byte> header = stackalloc byte[Size];
        int read;
        try
        {
            read = RandomAccess.Read(open.TryRead()!, header, 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MemoryStoreException($"The memory file \"{path}\" cannot be read: {error.Message} Check its rights.", error);
        }

        if (!header.StartsWith("SQLite format 3\0"u8[..Math.Min(16, read)]))
        {
            throw Refuse(path, "is not a memory file", "Choose another path.");
        }

        if (read < Size)
        {
            throw Refuse(path, "is cut short", "Restore it from a backup.");
        }

        var application = BinaryPrimitives.ReadInt32BigEndian(header[68..]);
        if (application != Schema.ApplicationId)
        {
            throw Refuse(path, "is an SQLite file of another program", "Choose another path.");
        }

        CheckVersion(path, BinaryPrimitives.ReadInt32BigEndian(header[60..]));
        CheckLength(path, file.Length, header);
        return true;
    }

    /// <summary>Refuses a version that this build does not know.</summary>
    public static void CheckVersion(string path, int version)
    {
        if (version > Schema.Version)
        {
            throw Refuse(path, $"was written by a newer version (format {version}, this build knows {Schema.Version})", "Update the application.");
        }
    }

    /// <summary>Whether a process ended while it made the file: the journal beside it takes back what was begun, at the next opening.</summary>
    public static bool IsUnfinished(string path) => new FileInfo(path + "-journal") is { Exists: true, Length: > 0 };

    /// <summary>The error of a refused file.</summary>
    public static MemoryStoreException Refuse(string path, string what, string advice) => new($"\"{path}\" {what}; it was left as it is. {advice}");

    // A process that ended while it emptied the log into the file leaves a short file, and the rest in the log.
    private static void CheckLength(string path, long length, ReadOnlySpan<byte> header)
    {
        int pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        pageSize = pageSize == 1 ? 65536 : pageSize;
        long pages = BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        var isCounted = BinaryPrimitives.ReadUInt32BigEndian(header[24..]) == BinaryPrimitives.ReadUInt32BigEndian(header[92..]);
        if (!isCounted || length >= pages * pageSize || IsUnfinished(path) || WriteAheadLog.Holds(path + "-wal", length / pageSize, pages))
        {
            return;
        }

        // Another process may have just written the rest and emptied the log.
        if (new FileInfo(path).Length == length)
        {
            throw Refuse(path, "is cut short", "Restore it from a backup.");
        }
    }
}
