// Stand-in for Microsoft.ML.OnnxRuntimeGenAI: settings of the chat client, refused at once so that nobody waits for a model in vain.
using Microsoft.Extensions.AI;

namespace Microsoft.ML.OnnxRuntimeGenAI;

public sealed class OnnxRuntimeGenAIChatClientOptions {
    public OnnxRuntimeGenAIChatClientOptions() => throw StandIn.NotModelled(nameof(OnnxRuntimeGenAIChatClientOptions));
    public IList<string>? StopSequences { get; set; }
    public Func<IEnumerable<ChatMessage>, ChatOptions?, string>? PromptFormatter { get; set; }
    public bool EnableCaching { get; set; }
}
