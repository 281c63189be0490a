using MemOS.TestKit;

namespace MemOS.Hosts.Tests.OnnxGenAI;

/// <summary>A folder that looks like a model, without one.</summary>
internal sealed class ModelFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ModelFolder()
    {
        Path = folder.File("memreader");
        Directory.CreateDirectory(Path);
        Write("genai_config.json", """{"model":{"type":"qwen3","decoder":{"filename":"model.onnx"}},"search":{"do_sample":true}}""");
        Write("model.onnx", "weights");
        Write("tokenizer.json", "{}");
        Write("tokenizer_config.json", "{}");
    }

    public string Path { get; }

    public void Write(string name, string content) => File.WriteAllText(System.IO.Path.Combine(Path, name), content);

    public void Delete(string name) => File.Delete(System.IO.Path.Combine(Path, name));

    public void Dispose() => folder.Dispose();
}
