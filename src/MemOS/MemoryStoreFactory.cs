using MemOS.Storage;

namespace MemOS;

/// <summary>Opens the store of a memory system that dependency injection makes.</summary>
/// <param name="services">The container.</param>
/// <param name="cancellationToken">Cancels the opening.</param>
/// <returns>The store; the memory system owns it.</returns>
public delegate Task<IMemoryStore> MemoryStoreFactory(IServiceProvider services, CancellationToken cancellationToken);
