using MemOS.Reading;
using Microsoft.ML.OnnxRuntimeGenAI;

namespace MemOS.OnnxGenAI;

/// <summary>The reader that asks a local ONNX GenAI model, such as a MemReader of 0.6 to 4 billion parameters: no server, and no network.</summary>
/// <remarks>
/// The model is loaded at the first reading, once for all readers of a directory in the process, and reads one batch at a time; the options
/// are each reader's own. Its answers are held to the form of statements by constrained decoding where the model's build has it, and are checked all the same, as
/// <see cref="ChatClientMemReader"/> says. Safe for concurrent use; disposing the last reader of a directory unloads the model.
/// </remarks>
public sealed class OnnxMemReader : IMemReader, IDisposable
{
    private readonly LocalModelClient client;
    private readonly ChatClientMemReader reader;

    /// <summary>A reader over a model's directory, which is looked at now; the model is loaded when it is first needed.</summary>
    /// <param name="modelDirectory">The directory that the ONNX GenAI model builder wrote.</param>
    /// <param name="options">Settings; they must not be changed afterwards. Default: all defaults.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="FileNotFoundException">The directory lacks a file of a model; the message names it.</exception>
    /// <exception cref="InvalidDataException">A file of the directory is broken; the message names it.</exception>
    /// <exception cref="NotSupportedException">This build stands on a stand-in of the library; the message names the build switch.</exception>
    public OnnxMemReader(string modelDirectory, OnnxMemReaderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(modelDirectory);
        options ??= new();

        // First of all, so that a build without the library says so before anything else.
        var library = new OnnxRuntimeGenAIChatClientOptions { StopSequences = [.. options.StopSequences], EnableCaching = false };
        var directory = OnnxModelDirectory.Open(modelDirectory);
        library.PromptFormatter = options.PromptFormatter ?? (directory.HasChatTemplate ? null : ChatMl.Format);
        client = new(SharedModels.Rent(directory.Path, () => new Model(directory.Path)), model => new OnnxRuntimeGenAIChatClient((Model)model, ownsModel: false, library), directory.Name, options.SearchOptions);
        reader = new(client, options.Reading);
    }

    /// <inheritdoc/>
    public string Name => reader.Name;

    /// <inheritdoc/>
    public bool UsesModel => true;

    /// <inheritdoc/>
    public int CountCalls(ReadingRequest request) => reader.CountCalls(request);

    /// <inheritdoc/>
    public long? CountTokens(ReadingRequest request) => reader.CountTokens(request);

    /// <inheritdoc/>
    /// <exception cref="MemoryReadingException">The model cannot be loaded or answered something else than statements.</exception>
    public ValueTask<ReadingResult> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default) => reader.ReadAsync(request, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
