using System.Runtime.InteropServices;

namespace MemOS.FaultChild;

/// <summary>The largest file that this process may write (<c>RLIMIT_FSIZE</c>), on systems that have such a limit.</summary>
internal static partial class FileSizeLimit
{
    private const int FileSize = 1;

    public static void Set(long? bytes)
    {
        if (Get(FileSize, out var limit) != 0)
        {
            throw new InvalidOperationException($"getrlimit failed with {Marshal.GetLastPInvokeError()}.");
        }

        limit.Current = bytes is { } most ? (ulong)most : limit.Most;
        if (Set(FileSize, limit) != 0)
        {
            throw new InvalidOperationException($"setrlimit failed with {Marshal.GetLastPInvokeError()}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Get(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Set(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Current;
        public ulong Most;
    }
}
