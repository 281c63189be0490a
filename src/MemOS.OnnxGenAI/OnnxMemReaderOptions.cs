using MemOS.Reading;
using Microsoft.Extensions.AI;

namespace MemOS.OnnxGenAI;

/// <summary>Settings of an <see cref="OnnxMemReader"/>.</summary>
public sealed class OnnxMemReaderOptions
{
    /// <summary>
    /// Writes the prompt that the model gets. Default: <see langword="null"/>, the chat template in the model's directory; where it has
    /// none, the ChatML form that models of the Qwen family are trained on.
    /// </summary>
    public Func<IEnumerable<ChatMessage>, ChatOptions?, string>? PromptFormatter { get; set; }

    /// <summary>Texts at which the model stops, apart from its own end tokens. Default: none.</summary>
    public IReadOnlyList<string> StopSequences { get; set; } = [];

    /// <summary>
    /// Search options of ONNX GenAI that are handed to the model as they are, such as <c>repetition_penalty</c>; they win over the
    /// reader's own. Default: none. The reader sets <c>do_sample</c> to false, for the same messages are to be read the same way.
    /// </summary>
    public IReadOnlyDictionary<string, object> SearchOptions { get; set; } = new Dictionary<string, object>();

    /// <summary>Settings of the reading itself, such as how much one call reads. Default: those of a chat client's reader.</summary>
    public ChatClientMemReaderOptions Reading { get; set; } = new();
}
