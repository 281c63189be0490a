using MemOS.Cubes;
using MemOS.Recall;

namespace MemOS.Sqlite.Cubes;

/// <summary>Searches the main file and attached cubes as one.</summary>
internal sealed class AttachedRecallIndex(IRecallIndex main, AttachedCubes cubes) : IRecallIndex
{
    /// <inheritdoc/>
    public async ValueTask<IRecallReader> OpenAsync(CubeAccess access, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        var attached = cubes.FindAll(access.Readable);
        if (attached.Count == 0)
        {
            return await main.OpenAsync(access, cancellationToken).ConfigureAwait(false);
        }

        var readers = new Dictionary<int, (AttachedFile, IRecallReader)>();
        IRecallReader? inMain = null;
        try
        {
            inMain = await main.OpenAsync(AttachedCubes.InMain(access, attached), cancellationToken).ConfigureAwait(false);
            foreach (var (cube, file) in attached)
            {
                readers.Add(cube, (file, await file.Recall.OpenAsync(AttachedFile.Inside(access), cancellationToken).ConfigureAwait(false)));
            }

            return new AttachedRecallReader(inMain, readers);
        }
        catch
        {
            foreach (var (_, reader) in readers.Values)
            {
                await reader.DisposeAsync().ConfigureAwait(false);
            }

            if (inMain is not null)
            {
                await inMain.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }
}
