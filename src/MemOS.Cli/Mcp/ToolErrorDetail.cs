namespace MemOS.Cli.Mcp;

/// <summary>An error by its kind, for programs, and in words, for models and people.</summary>
/// <param name="Code">invalid_argument, not_found, conflict, access_denied or store_unavailable.</param>
/// <param name="Message">What happened and what to do.</param>
internal sealed record ToolErrorDetail(string Code, string Message)
{
    /// <summary>The error for an exception that is the caller's to know of; <see langword="null"/> for any other.</summary>
    public static ToolErrorDetail? Of(Exception error) => error switch
    {
        MemoryNotFoundException => new("not_found", error.Message),
        MemoryConflictException => new("conflict", error.Message),
        MemoryAccessException => new("access_denied", error.Message),
        MemOSException => new("store_unavailable", error.Message),
        CliException or ArgumentException or System.Text.Json.JsonException => new("invalid_argument", error.Message),
        _ => null,
    };
}
