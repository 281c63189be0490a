namespace MemOS.Cli.Mcp;

/// <summary>What a tool answers instead of its result when it fails.</summary>
internal sealed record ToolError(ToolErrorDetail Error);
