// Stand-in for Microsoft.Extensions.AI.
namespace Microsoft.Extensions.AI;

public static class ConfigureOptionsChatClientBuilderExtensions {
    public static ChatClientBuilder ConfigureOptions(this ChatClientBuilder builder, Action<ChatOptions> configure) =>
        builder.Use(inner => new ConfigureOptionsChatClient(inner, configure));
}
