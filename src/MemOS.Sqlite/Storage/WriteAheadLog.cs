using System.Buffers.Binary;

namespace MemOS.Sqlite.Storage;

/// <summary>Reads a write-ahead log beside SQLite, as https://sqlite.org/fileformat2.html#the_write_ahead_log describes it.</summary>
internal static class WriteAheadLog
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;
    private const uint LittleEndian = 0x377F0682;
    private const uint BigEndian = 0x377F0683;
    private const int LargestPage = 65536;

    /// <summary>Whether the committed part of a log holds every page that a file lacks.</summary>
    /// <param name="path">The log; it may be missing.</param>
    /// <param name="present">How many pages the file has.</param>
    /// <param name="needed">How many it should have.</param>
    public static bool Holds(string path, long present, long needed)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var (held, pages) = ReadCommitted(log);
        for (var page = present + 1; page <= Math.Min(needed, pages); page++)
        {
            if (!held.Contains((uint)page))
            {
                return false;
            }
        }

        return pages > 0;
    }

    // The pages of all whole transactions, and how many pages the last of them gave the file.
    private static (HashSet<uint> Held, long Pages) ReadCommitted(Stream log)
    {
        var held = new HashSet<uint>();
        var pages = 0L;
        Span<byte> header = stackalloc byte[HeaderSize];
        if (log.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize)
        {
            return (held, pages);
        }

        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        var pageSize = BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        var sum = new Checksum(magic == BigEndian);
        sum.Add(header[..24]);
        if (magic is not (LittleEndian or BigEndian) || pageSize is < 512 or > LargestPage || !sum.Is(header[24..]))
        {
            return (held, pages);
        }

        var waiting = new List<uint>();
        var frame = new byte[FrameHeaderSize + pageSize];
        while (log.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            sum.Add(frame.AsSpan(0, 8));
            sum.Add(frame.AsSpan(FrameHeaderSize));
            if (!frame.AsSpan(8, 8).SequenceEqual(header.Slice(16, 8)) || !sum.Is(frame.AsSpan(16)))
            {
                break;
            }

            waiting.Add(BinaryPrimitives.ReadUInt32BigEndian(frame));
            if (BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) is var size and > 0)
            {
                held.UnionWith(waiting);
                waiting.Clear();
                pages = size;
            }
        }

        return (held, pages);
    }

    /// <summary>The running checksum of a log.</summary>
    private sealed class Checksum(bool isBigEndian)
    {
        private uint first;
        private uint second;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            for (var i = 0; i < bytes.Length; i += 8)
            {
                first += Word(bytes[i..]) + second;
                second += Word(bytes[(i + 4)..]) + first;
            }
        }

        public bool Is(ReadOnlySpan<byte> stored) =>
            first == BinaryPrimitives.ReadUInt32BigEndian(stored) && second == BinaryPrimitives.ReadUInt32BigEndian(stored[4..]);

        private uint Word(ReadOnlySpan<byte> bytes) => isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
