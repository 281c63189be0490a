using Microsoft.Win32.SafeHandles;

namespace MemOS.Sqlite.Storage;

/// <summary>The file itself, beside SQLite's own connections: one for each path of the process, while a store has it open.</summary>
/// <remarks>
/// On POSIX systems the first close of a file drops all locks that the process holds on it, those of SQLite included
/// (https://sqlite.org/howtocorrupt.html, 2.2). So handles stay open until the last store of the path has closed its connections.
/// </remarks>
internal sealed class OpenFile : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, OpenFile> Files = new(StringComparer.Ordinal);

    private readonly Lock handles = new();
    private SafeFileHandle? reading;
    private SafeFileHandle? writing;
    private int users;

    private OpenFile(string path) => Path = path;

    /// <summary>The full path, links resolved.</summary>
    public string Path { get; }

    /// <summary>Whether no other store of this process has the path open.</summary>
    public bool IsAlone => users == 1;

    /// <summary>Enters a path; disposing leaves it.</summary>
    public static OpenFile Enter(string path)
    {
        var resolved = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        lock (Gate)
        {
            if (!Files.TryGetValue(resolved, out var file))
            {
                Files.Add(resolved, file = new(resolved));
            }

            file.users++;
            return file;
        }
    }

    /// <summary>A handle for reading; <see langword="null"/> when there is no file.</summary>
    public SafeFileHandle? TryRead()
    {
        lock (handles)
        {
            return reading ??= File.Exists(Path) ? File.OpenHandle(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;
        }
    }

    /// <summary>A handle for writing.</summary>
    public SafeFileHandle Write()
    {
        lock (handles)
        {
            return writing ??= File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (Gate)
        {
            if (--users > 0)
            {
                return;
            }

            // Inside the lock: a store that opens the path now must not lose its locks to this close.
            Files.Remove(Path);
            reading?.Dispose();
            writing?.Dispose();
        }
    }
}
