// Stand-in for Microsoft.Extensions.AI.
namespace Microsoft.Extensions.AI;

public static class ConfigureOptionsChatClientBuilderExtensions
{
    public static ChatClientBuilder ConfigureOptions(this ChatClientBuilder builder, Action<ChatOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(inner => new ConfigureOptionsChatClient(inner, configure));
    }
}
