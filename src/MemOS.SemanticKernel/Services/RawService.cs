using Microsoft.Extensions.DependencyInjection;

namespace MemOS.SemanticKernel.Services;

/// <summary>A service as it was registered before memory took its place, disposed by the container where it made it.</summary>
internal sealed class RawService<T>(T service, bool isOwned) : IDisposable, IAsyncDisposable
    where T : class
{
    public T Service { get; } = service;

    public static RawService<T> Create(IServiceProvider provider, ServiceDescriptor original)
    {
        var given = original.IsKeyedService ? original.KeyedImplementationInstance : original.ImplementationInstance;
        var made = given ?? (original.IsKeyedService
            ? original.KeyedImplementationFactory?.Invoke(provider, original.ServiceKey) ?? ActivatorUtilities.CreateInstance(provider, original.KeyedImplementationType!)
            : original.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, original.ImplementationType!));
        return new((T)made, given is null);
    }

    public void Dispose()
    {
        if (isOwned)
        {
            (Service as IDisposable)?.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (isOwned && Service is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            Dispose();
        }
    }
}
