using System.Text;

namespace MemOS.Cli.Tests;

/// <summary>A writer that tells when a text was written.</summary>
internal sealed class SignallingWriter(string awaited, TaskCompletionSource seen) : StringWriter
{
    public override void Write(string? value)
    {
        base.Write(value);
        if (value?.Contains(awaited, StringComparison.Ordinal) == true)
        {
            seen.TrySetResult();
        }
    }

    public override Encoding Encoding => Encoding.UTF8;
}
