// Stand-in for Microsoft.SemanticKernel.Abstractions: a kernel in the services of a host.
using Microsoft.SemanticKernel;

namespace Microsoft.Extensions.DependencyInjection;

public static class KernelServiceCollectionExtensions {
    public static IKernelBuilder AddKernel(this IServiceCollection services) {
        services.AddTransient(provider => new KernelPluginCollection(provider.GetServices<KernelPlugin>()));
        services.AddTransient(provider => new Kernel(provider, provider.GetRequiredService<KernelPluginCollection>()));
        return new KernelBuilder(services);
    }
}
