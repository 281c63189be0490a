using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MemOS.SemanticKernel.Services;

/// <summary>The chat services of a kernel: takes over their registrations, so that each answers with memory, outside its function invocation.</summary>
internal sealed class ChatServices(IServiceCollection services)
{
    private readonly List<TakenService> taken = [];

    public static ChatServices? Of(IServiceCollection services) =>
        services.FirstOrDefault(descriptor => descriptor.ServiceType == typeof(ChatServices))?.ImplementationInstance as ChatServices;

    /// <summary>Puts memory in front of every chat service that is registered now.</summary>
    public void Decorate()
    {
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (IsLate(services[i]))
            {
                services[i] = services[i].ServiceType == typeof(IChatClient) ? Take<IChatClient>(services[i], WithMemory) : Take<IChatCompletionService>(services[i], WithMemory);
            }
        }
    }

    /// <summary>Refuses a kernel with a chat service that would answer without memory.</summary>
    public void ThrowIfLate()
    {
        if (services.FirstOrDefault(IsLate) is { } late)
        {
            throw new InvalidOperationException(
                $"A chat service ({late.ServiceType.Name}) was added after AddMemOS, so it would neither recall nor record. Call AddMemOS last, after the chat services.");
        }
    }

    /// <summary>The last registered service of a kind as it was before memory; for reading, which must not be remembered itself.</summary>
    public T? FindRaw<T>(IServiceProvider provider, object? key)
        where T : class =>
        taken.Where(service => service.Decorated.ServiceType == typeof(T) && (key is null || Equals(service.Decorated.ServiceKey, key)))
            .OrderByDescending(service => services.IndexOf(service.Decorated))
            .Select(service => provider.GetRequiredKeyedService<RawService<T>>(service.Id).Service)
            .FirstOrDefault();

    private bool IsLate(ServiceDescriptor descriptor) =>
        (descriptor.ServiceType == typeof(IChatClient) || descriptor.ServiceType == typeof(IChatCompletionService)) &&
        !Equals(descriptor.ServiceKey, KeyedService.AnyKey) && !taken.Exists(service => ReferenceEquals(service.Decorated, descriptor));

    private ServiceDescriptor Take<T>(ServiceDescriptor original, Func<IServiceProvider, T, object?, object> decorate)
        where T : class
    {
        // The original keeps its lifetime and its owner under a type of ours, which no selector of services lists.
        var id = new object();
        var key = original.IsKeyedService ? original.ServiceKey : null;
        services.Add(new(typeof(RawService<T>), id, (provider, _) => RawService<T>.Create(provider, original), original.Lifetime));
        var decorated = original.IsKeyedService
            ? new ServiceDescriptor(typeof(T), key, (provider, _) => decorate(provider, provider.GetRequiredKeyedService<RawService<T>>(id).Service, key), original.Lifetime)
            : new ServiceDescriptor(typeof(T), provider => decorate(provider, provider.GetRequiredKeyedService<RawService<T>>(id).Service, key), original.Lifetime);
        taken.Add(new(id, decorated));
        return decorated;
    }

    private static object WithMemory(IServiceProvider provider, IChatClient client, object? key)
    {
        var memory = provider.GetRequiredService<KernelMemory>();
        if (memory.Options.Remembers?.Invoke(key) == false || client.GetService<MemoryChatClient>() is not null)
        {
            return client;
        }

        var options = new MemoryChatOptions
        {
            ScopeResolver = async (call, cancellationToken) => await memory.GetScopeAsync(KernelMemory.KernelOf(call), cancellationToken).ConfigureAwait(false),
            TurnCompleted = memory.Options.TurnCompleted,
        };
        memory.Options.CopyTo(options);

        // The kernel's loop runs kernel functions alone: skills come as functions of a plugin.
        options.Skills = null;
        return new KernelChatClient(new MemoryChatClient(new SharedChatClient(client), memory.Memory, options));
    }

    private static object WithMemory(IServiceProvider provider, IChatCompletionService service, object? key)
    {
        var memory = provider.GetRequiredService<KernelMemory>();
        return memory.Options.Remembers?.Invoke(key) == false ? service : new MemoryChatCompletionService(service, memory);
    }

    private sealed record TakenService(object Id, ServiceDescriptor Decorated);
}
