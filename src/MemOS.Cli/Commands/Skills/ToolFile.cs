using System.Text.Json;
using MemOS.Evolution;

namespace MemOS.Cli.Commands.Skills;

/// <summary>A file that describes the application's tools, and perhaps how each is called as a process.</summary>
internal static class ToolFile
{
    public const string Help = "A JSON array of {name, description, schema, read_only} of the application's tools.";

    /// <summary>What the file says about the tools.</summary>
    public static async Task<IReadOnlyList<ToolDefinition>> ReadAsync(FileInfo file, CancellationToken cancellationToken) =>
        [.. (await LoadAsync(file, cancellationToken)).Select(tool => tool.Definition)];

    /// <summary>The tools as functions: each runs its <c>command</c>, gives it the arguments as JSON on standard input, and reads its answer.</summary>
    public static async Task<IReadOnlyList<CommandTool>> ReadCommandsAsync(FileInfo file, CancellationToken cancellationToken) =>
        [.. (await LoadAsync(file, cancellationToken)).Where(tool => tool.Command.Count > 0).Select(tool => new CommandTool(tool.Definition, tool.Command, file.DirectoryName ?? "."))];

    private static async Task<List<(ToolDefinition Definition, IReadOnlyList<string> Command)>> LoadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new CliException($"There is no file {file.FullName}. Name the tools' file with --tools.");
        }

        try
        {
            var tools = JsonElement.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken));
            return tools.ValueKind == JsonValueKind.Array && tools.EnumerateArray().All(static tool => tool.ValueKind == JsonValueKind.Object)
                ? [.. tools.EnumerateArray().Select(Read)]
                : throw new CliException($"{file.FullName} is no array of tools. What it should hold: {Help}");
        }
        catch (JsonException error)
        {
            throw new CliException($"{file.FullName} is no JSON{(error.LineNumber is { } line ? $": look at line {line + 1}" : "")}. What it should hold: {Help}");
        }
        catch (InvalidOperationException error)
        {
            throw new CliException($"{file.FullName}: {error.Message}. What it should hold: {Help}");
        }
    }

    private static (ToolDefinition Definition, IReadOnlyList<string> Command) Read(JsonElement json, int place) => (
        new(
            json.TryGetProperty("name", out var name) && name.GetString() is { Length: > 0 } given ? given : throw new InvalidOperationException($"tool {place + 1} has no name"),
            json.TryGetProperty("description", out var text) ? text.GetString() ?? "" : "",
            !json.TryGetProperty("schema", out var schema) ? default : schema.ValueKind == JsonValueKind.Object ? schema : throw new InvalidOperationException($"the \"schema\" of tool {place + 1} is no object; it is the JSON Schema of the tool's arguments"),
            json.TryGetProperty("read_only", out var readOnly) && readOnly.ValueKind == JsonValueKind.True),
        json.TryGetProperty("command", out var command) ? [.. command.EnumerateArray().Select(part => part.GetString() ?? "")] : []);
}
