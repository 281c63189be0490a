namespace MemOS.Cli.Import;

/// <summary>A forward-only stream whose beginning can be looked at before it is read, so that a pipe can be imported like a file.</summary>
internal sealed class PeekStream(Stream inner) : Stream
{
    /// <summary>How many bytes can be looked at, a byte order mark included.</summary>
    public const int HeadSize = 64 * 1024;

    private readonly byte[] head = new byte[HeadSize];
    private int length = -1;
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The length of a stream that is being read is not known.");

    public override long Position
    {
        get => throw new NotSupportedException("The stream only goes forward.");
        set => throw new NotSupportedException("The stream only goes forward.");
    }

    /// <summary>The first bytes, without a byte order mark; they will still be read.</summary>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancellationToken)
    {
        if (length < 0)
        {
            length = await inner.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
            if (head.AsSpan(0, length).StartsWith("\uFEFF"u8))
            {
                position = 3;
            }
        }

        return head.AsMemory(position, length - position);
    }

    /// <summary>The first character that is not blank; <c>'\0'</c> for an empty stream.</summary>
    public async Task<char> PeekTextAsync(CancellationToken cancellationToken)
    {
        foreach (var letter in (await PeekAsync(cancellationToken)).Span)
        {
            if (!char.IsWhiteSpace((char)letter))
            {
                return (char)letter;
            }
        }

        return '\0';
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length)
        {
            return await inner.ReadAsync(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, length - position);
        head.AsMemory(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (position >= length)
        {
            return inner.Read(buffer, offset, count);
        }

        count = Math.Min(count, length - position);
        head.AsSpan(position, count).CopyTo(buffer.AsSpan(offset));
        position += count;
        return count;
    }

    public override void Flush() => throw new NotSupportedException("The stream is only read.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream only goes forward.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is only read.");
}
