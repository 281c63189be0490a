using System.CommandLine;
using System.Text.Json;
using MemOS.Cli.Output;
using MemOS.Evolution;

namespace MemOS.Cli.Commands.Skills;

/// <summary>Learns skills from the user's tasks.</summary>
internal sealed class SkillLearnCommand : ICliCommand
{
    private readonly Option<FileInfo> tools = new("--tools") { Description = "A JSON array of {name, description, schema, read_only} of the application's tools.", HelpName = "FILE", Required = true };

    public IReadOnlyList<string> Examples => ["memos skills learn --tools tools.json --user ada"];

    public Command Build() => new("learn", "Learn skills from what the user's tasks did.") { tools };

    public async Task<int> RunAsync(CliRun run, CancellationToken cancellationToken)
    {
        var known = await ReadAsync(run.Parse.GetRequiredValue(tools), cancellationToken);
        await using var memory = await run.OpenExistingAsync(cancellationToken);
        await run.ResolveKnownAsync(memory, cancellationToken);
        await memory.EvolveAsync(run.Scope, known, cancellationToken);
        var skills = await memory.ListSkillsAsync(run.Scope, cancellationToken);
        run.WriteJson(new(run.User, [.. skills.Select(SkillOutput.Of)]), CliJson.Readable.SkillsOutput);
        SkillText.WriteTable(run.Out, skills);
        return ExitCode.Success;
    }

    private static async Task<List<ToolDefinition>> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new CliException($"There is no file {file.FullName}. Name the tools' file with --tools.");
        }

        try
        {
            var list = JsonElement.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken));
            return [.. list.EnumerateArray().Select(Tool)];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new CliException($"{file.FullName} is not an array of tools: {error.Message}");
        }
    }

    private static ToolDefinition Tool(JsonElement json) => new(
        json.GetProperty("name").GetString() ?? throw new InvalidOperationException("a tool's name is null"),
        json.TryGetProperty("description", out var text) ? text.GetString() ?? "" : "",
        json.TryGetProperty("schema", out var schema) ? schema : default,
        json.TryGetProperty("read_only", out var readOnly) && readOnly.ValueKind == JsonValueKind.True);
}
