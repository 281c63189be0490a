// Stand-in for Microsoft.Extensions.AI.
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.AI;

public static class FunctionInvokingChatClientBuilderExtensions {
    public static ChatClientBuilder UseFunctionInvocation(
        this ChatClientBuilder builder, ILoggerFactory? loggerFactory = null, Action<FunctionInvokingChatClient>? configure = null) => builder.Use((inner, services) => {
            var client = new FunctionInvokingChatClient(inner, loggerFactory, services);
            configure?.Invoke(client);
            return client;
        });
}
