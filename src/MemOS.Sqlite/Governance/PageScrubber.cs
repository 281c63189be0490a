using System.Buffers.Binary;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Governance;

/// <summary>Overwrites the unused middle of B-tree pages, where SQLite leaves copies of rows that it moved to other pages.</summary>
/// <remarks>
/// <c>secure_delete</c> overwrites a row where it is deleted, but not the copies that an earlier rebalancing left in the gap
/// between a page's cell pointers and its cells; those bytes mean nothing to SQLite. Measured: one to three copies in a file of
/// 3,000 messages after 200 erasures. The layout: https://sqlite.org/fileformat2.html#b_tree_pages. The caller holds the
/// write lock with an empty write-ahead log, and commits afterwards, which makes every connection drop its cached pages.
/// </remarks>
internal static class PageScrubber
{
    private const int HeaderSize = 100;
    private const int PagesAtOnce = 256;

    // Beyond it the first byte of an overflow or free page, the highest byte of a page number, can look like a page type.
    private const long MostPages = 0x01FF_FFFF;

    /// <summary>Overwrites what is unused in every page of a file.</summary>
    /// <returns>How many pages held something.</returns>
    /// <exception cref="MemoryStoreException">The file cannot be written.</exception>
    public static int Scrub(OpenFile file)
    {
        try
        {
            return ScrubPages(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MemoryStoreException($"The last copies of erased content in \"{file.Path}\" could not be overwritten: {error.Message} Make the file writable and finish the erasure.", error);
        }
    }

    private static int ScrubPages(OpenFile file)
    {
        var handle = file.Write();
        Span<byte> header = stackalloc byte[HeaderSize];
        if (RandomAccess.Read(handle, header, 0) < HeaderSize)
        {
            return 0;
        }

        int pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var size && size == 1 ? 65536 : size;
        var length = RandomAccess.GetLength(handle);
        if (length / pageSize > MostPages)
        {
            throw new MemoryStoreException($"\"{file.Path}\" is too large to overwrite copies of erased content page by page. Run VACUUM on it with the sqlite3 tool.");
        }

        var buffer = new byte[pageSize * PagesAtOnce];
        var scrubbed = 0;
        for (var offset = 0L; offset < length; offset += buffer.Length)
        {
            var read = RandomAccess.Read(handle, buffer, offset);
            for (var start = 0; start + pageSize <= read; start += pageSize)
            {
                var page = buffer.AsSpan(start, pageSize);
                var (gap, count) = FindGap(page, offset + start == 0);
                if (count > 0 && page.Slice(gap, count).ContainsAnyExcept((byte)0))
                {
                    page.Slice(gap, count).Clear();
                    RandomAccess.Write(handle, page.Slice(gap, count), offset + start + gap);
                    scrubbed++;
                }
            }
        }

        if (scrubbed > 0)
        {
            RandomAccess.FlushToDisk(handle);
        }

        return scrubbed;
    }

    /// <summary>Where the unused middle of a page is; of no length when the page is no B-tree page.</summary>
    internal static (int Start, int Count) FindGap(ReadOnlySpan<byte> page, bool isFirst)
    {
        var start = isFirst ? HeaderSize : 0;
        var headerLength = page[start] switch
        {
            2 or 5 => 12,
            10 or 13 => 8,
            _ => 0,
        };
        if (headerLength == 0)
        {
            return default;
        }

        var cells = BinaryPrimitives.ReadUInt16BigEndian(page[(start + 3)..]);
        int content = BinaryPrimitives.ReadUInt16BigEndian(page[(start + 5)..]);
        content = content == 0 ? 65536 : content;
        var gap = start + headerLength + (2 * cells);
        return content > gap && content <= page.Length ? (gap, content - gap) : default;
    }
}
