// Stand-in for Microsoft.ML.OnnxRuntimeGenAI: the weights of a model, which only the real library can load.
namespace Microsoft.ML.OnnxRuntimeGenAI;

public class Model : IDisposable {
    public Model(string modelPath) => throw StandIn.NotModelled();
    public void Dispose() => throw StandIn.NotModelled();
}
