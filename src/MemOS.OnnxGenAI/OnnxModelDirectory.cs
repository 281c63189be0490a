using System.Text.Json;

namespace MemOS.OnnxGenAI;

/// <summary>A directory as the ONNX GenAI model builder writes it, looked at before anything is loaded.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Name">The model's name: that of its directory.</param>
/// <param name="HasChatTemplate">Whether it says how a prompt is written for the model.</param>
internal sealed record OnnxModelDirectory(string Path, string Name, bool HasChatTemplate)
{
    private const string Config = "genai_config.json";
    private const string Tokenizer = "tokenizer.json";
    private const string TokenizerConfig = "tokenizer_config.json";
    private const string Template = "chat_template.jinja";
    private const string Advice = "Make the directory with the ONNX GenAI model builder; docs/how-to/local-memreader.md shows the command.";

    /// <summary>Looks at a directory.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    /// <exception cref="FileNotFoundException">It lacks a file.</exception>
    /// <exception cref="InvalidDataException">A file is broken.</exception>
    public static OnnxModelDirectory Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (!Directory.Exists(full))
        {
            throw new DirectoryNotFoundException($"There is no model directory {full}. {Advice}");
        }

        var config = Read(full, Config);
        if (!config.TryGetProperty("model", out var model) || model.ValueKind != JsonValueKind.Object || !model.TryGetProperty("decoder", out var decoder) || decoder.ValueKind != JsonValueKind.Object
            || !decoder.TryGetProperty("filename", out var weights) || weights.ValueKind != JsonValueKind.String)
        {
            throw new InvalidDataException($"{System.IO.Path.Combine(full, Config)} names no decoder (model.decoder.filename). {Advice}");
        }

        Require(full, weights.GetString()!);
        Require(full, Tokenizer);
        var tokenizer = Read(full, TokenizerConfig);
        return new(full, System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(full)), File.Exists(System.IO.Path.Combine(full, Template)) || tokenizer.TryGetProperty("chat_template", out _));
    }

    private static JsonElement Read(string directory, string name)
    {
        var file = Require(directory, name);
        try
        {
            using var stream = File.OpenRead(file);
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new InvalidDataException($"{file} holds no JSON object. {Advice}");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{file} is broken: {error.Message} {Advice}", error);
        }
    }

    private static string Require(string directory, string name)
    {
        var file = System.IO.Path.Combine(directory, name);
        return new FileInfo(file) is { Exists: true, Length: > 0 } ? file : throw new FileNotFoundException($"The model directory {directory} lacks {name}, or it is empty. {Advice}", file);
    }
}
