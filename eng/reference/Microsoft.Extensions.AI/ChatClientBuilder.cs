// Stand-in for Microsoft.Extensions.AI: a pipeline of chat clients, of which the first Use is the outermost.
namespace Microsoft.Extensions.AI;

public sealed class ChatClientBuilder {
    private readonly Func<IServiceProvider, IChatClient> innermost;
    private readonly List<Func<IChatClient, IServiceProvider, IChatClient>> layers = [];
    public ChatClientBuilder(IChatClient innerClient) => innermost = _ => innerClient;
    public ChatClientBuilder(Func<IServiceProvider, IChatClient> innerClientFactory) => innermost = innerClientFactory;
    public IChatClient Build(IServiceProvider? services = null) {
        var provider = services ?? new NoServices();
        return Enumerable.Reverse(layers).Aggregate(innermost(provider), (inner, layer) => layer(inner, provider));
    }

    public ChatClientBuilder Use(Func<IChatClient, IChatClient> clientFactory) => Use((inner, _) => clientFactory(inner));
    public ChatClientBuilder Use(Func<IChatClient, IServiceProvider, IChatClient> clientFactory) {
        layers.Add(clientFactory);
        return this;
    }

    private sealed class NoServices : IServiceProvider {
        public object? GetService(Type serviceType) => null;
    }
}
