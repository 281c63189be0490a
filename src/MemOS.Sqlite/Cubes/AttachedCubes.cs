using System.Collections.Concurrent;
using MemOS.Cubes;
using MemOS.Sqlite.Recall.Cache;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Cubes;

/// <summary>The attached cubes whose files are open. Which cubes are attached is read from the main file each time, since other processes attach too.</summary>
internal sealed class AttachedCubes(Database database, RecallCache cache) : IDisposable
{
    private const string Attached = "SELECT number, path FROM cubes WHERE path IS NOT NULL";

    private readonly ConcurrentDictionary<int, Lazy<AttachedFile>> files = new();

    /// <summary>The open file of a cube; <see langword="null"/> when the cube lies in the main file.</summary>
    /// <exception cref="MemoryStoreException">The file is gone or was replaced by something else.</exception>
    public AttachedFile? Find(int cube) => FindAll([cube]).GetValueOrDefault(cube);

    /// <summary>The open files of those cubes that are attached.</summary>
    /// <exception cref="MemoryStoreException">A file is gone or was replaced by something else.</exception>
    public IReadOnlyDictionary<int, AttachedFile> FindAll(IReadOnlyCollection<int> cubes)
    {
        var paths = database.Readers.Read(static connection =>
        {
            var paths = new List<(int Cube, string Path)>();
            using var row = connection.Prepare(Attached);
            while (row.Step())
            {
                paths.Add((row.Int32(0), row.Text(1)));
            }

            return paths;
        });
        var found = new Dictionary<int, AttachedFile>();
        foreach (var (cube, path) in paths.Where(entry => cubes.Contains(entry.Cube)))
        {
            found.Add(cube, Open(cube, path));
        }

        return found;
    }

    /// <summary>Closes the file of a cube that was detached.</summary>
    public void Close(int cube)
    {
        if (files.TryRemove(cube, out var file) && file.IsValueCreated)
        {
            file.Value.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var cube in files.Keys)
        {
            Close(cube);
        }
    }

    /// <summary>The access without its attached cubes.</summary>
    public static CubeAccess InMain(CubeAccess access, IReadOnlyDictionary<int, AttachedFile> attached) =>
        access with { Readable = [.. access.Readable.Where(cube => !attached.ContainsKey(cube))] };

    private AttachedFile Open(int cube, string path)
    {
        try
        {
            return files.GetOrAdd(cube, static (cube, given) => new(() => Make(cube, given.path, given.options, given.cache)), (path, options: database.Options, cache)).Value;
        }
        catch (MemoryStoreException)
        {
            // A failure must not stay: the file may come back.
            files.TryRemove(cube, out _);
            throw;
        }
    }

    private static AttachedFile Make(int cube, string path, SqliteStoreOptions options, RecallCache cache)
    {
        using var file = OpenFile.Enter(path);
        return FileHeader.Check(file)
            ? new(cube, path, options, cache)
            : throw new MemoryStoreException($"The attached cube file \"{path}\" is gone. Put it back, or detach the cube.");
    }
}
