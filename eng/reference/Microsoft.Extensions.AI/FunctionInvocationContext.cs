// Stand-in for Microsoft.Extensions.AI: one call of a function by a model, as it is under way.
namespace Microsoft.Extensions.AI;

public class FunctionInvocationContext {
    private static readonly AIFunction Nothing = AIFunctionFactory.Create(() => { }, nameof(FunctionInvocationContext));
    public AIFunction Function { get; set; } = Nothing;
    public AIFunctionArguments Arguments { get; set; } = [];
    public FunctionCallContent CallContent { get; set; } = new("", nameof(FunctionInvocationContext));
    public IList<ChatMessage> Messages { get; set; } = [];
    public ChatOptions? Options { get; set; }
    public int Iteration { get; set; }
    public int FunctionCallIndex { get; set; }
    public int FunctionCount { get; set; }
    public bool Terminate { get; set; }
    public bool IsStreaming { get; set; }
}
