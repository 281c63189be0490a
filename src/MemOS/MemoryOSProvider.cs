using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MemOS;

/// <summary>Opens the memory system of an application when it is first asked for, without blocking a thread. Safe for concurrent use.</summary>
/// <remarks>An opening that failed is tried again at the next call. Disposing closes the memory system.</remarks>
public sealed class MemoryOSProvider : IAsyncDisposable, IDisposable
{
    private readonly IServiceProvider services;
    private readonly IOptionsMonitor<MemoryOSOptions> options;
    private readonly object? serviceKey;
    private readonly Lock sync = new();
    private Task<MemoryOS>? opened;

    internal MemoryOSProvider(IServiceProvider services, IOptionsMonitor<MemoryOSOptions> options, object? serviceKey)
    {
        this.services = services;
        this.options = options;
        this.serviceKey = serviceKey;
    }

    /// <summary>The memory system, opened if it was not yet.</summary>
    /// <exception cref="MemoryStoreException">The store cannot be opened; the message says why.</exception>
    /// <exception cref="InvalidOperationException">No store was named; the message shows the line to write.</exception>
    public Task<MemoryOS> GetAsync(CancellationToken cancellationToken = default)
    {
        lock (sync)
        {
            // The opening belongs to everybody who waits for it: one caller who gives up must not end it for the others.
            if (opened is null || opened.IsFaulted || opened.IsCanceled)
            {
                opened = Task.Run(OpenAsync, CancellationToken.None);
            }

            return opened.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task<MemoryOS>? memory;
        lock (sync)
        {
            memory = opened;
        }

        if (memory is { IsCompletedSuccessfully: true })
        {
            await (await memory.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Task.Run(async () => await DisposeAsync().ConfigureAwait(false)).GetAwaiter().GetResult();

    // Containers resolve without waiting; opening runs on the pool, so that no context can deadlock with it.
    internal MemoryOS Get() => GetAsync().GetAwaiter().GetResult();

    private async Task<MemoryOS> OpenAsync()
    {
        var store = serviceKey is null ? services.GetService<MemoryStoreFactory>() : services.GetKeyedService<MemoryStoreFactory>(serviceKey);
        if (store is null)
        {
            throw new InvalidOperationException("No store was named for the memory system. Write services.AddMemOS().UseSqlite(\"memory.db\"), from the package MemOS.Sqlite.");
        }

        var settings = options.Get(MemOSBuilder.OptionsName(serviceKey));
        var opening = await store(services, CancellationToken.None).ConfigureAwait(false);
        try
        {
            return await MemoryOS.CreateAsync(opening, settings).ConfigureAwait(false);
        }
        catch
        {
            await opening.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
