using System.Buffers;

namespace MemOS.Cli.Mcp;

/// <summary>A stream of lines that shows each whole line to somebody, in passing.</summary>
/// <param name="inner">The stream.</param>
/// <param name="see">Sees each line, without its end; the memory is only valid during the call.</param>
/// <param name="beforeEnd">What has to happen before a reader is told that the stream has ended.</param>
/// <param name="onBroken">Told when writing fails: nobody reads any more.</param>
internal sealed class WatchedStream(Stream inner, Action<ReadOnlyMemory<byte>> see, Func<CancellationToken, Task> beforeEnd, Action onBroken) : Stream
{
    private const byte LineEnd = (byte)'\n';
    private readonly ArrayBufferWriter<byte> started = new();

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0)
        {
            Show(buffer[..read]);
        }
        else if (buffer.Length > 0 && started.WrittenCount > 0)
        {
            // The last line has no end of its own, and would not be taken up before that of the stream.
            Finish();
            buffer.Span[0] = LineEnd;
            return 1;
        }
        else if (buffer.Length > 0)
        {
            await beforeEnd(cancellationToken).ConfigureAwait(false);
        }

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (buffer.Span.Contains(LineEnd))
            {
                await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            onBroken();
            throw;
        }

        // Seen only when it has left: what is held back for it may go on then.
        Show(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Show(ReadOnlyMemory<byte> part)
    {
        while (part.Span.IndexOf(LineEnd) is >= 0 and var end)
        {
            started.Write(part.Span[..end]);
            Finish();
            part = part[(end + 1)..];
        }

        started.Write(part.Span);
    }

    private void Finish()
    {
        see(started.WrittenMemory);
        started.ResetWrittenCount();
    }
}
