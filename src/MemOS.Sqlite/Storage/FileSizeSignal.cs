using System.Runtime.InteropServices;

namespace MemOS.Sqlite.Storage;

/// <summary>
/// Turns off the signal by which POSIX systems end a process whose file reaches the largest size that was allowed to it
/// (<c>RLIMIT_FSIZE</c>), so that the write fails with an error instead.
/// </summary>
/// <remarks>It stays off for the process once a store was opened, as other runtimes have it from the start.</remarks>
internal static class FileSizeSignal
{
    // The same number on Linux, macOS and the BSDs; the runtime has no name for it.
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    private static readonly Lazy<PosixSignalRegistration?> Registration = new(static () =>
        OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(FileTooLarge, static signal => signal.Cancel = true));

    /// <summary>Makes sure of it.</summary>
    public static void Ignore() => _ = Registration.Value;
}
