namespace MemOS.Reading.Rules;

/// <summary>Who says a message.</summary>
/// <param name="Name">As records name them: "Ada", or "User".</param>
/// <param name="Subject">As a record's subject: "Ada", or "user".</param>
internal sealed record Speaker(string Name, string Subject)
{
    public static Speaker Of(string? name, string unnamed) => string.IsNullOrWhiteSpace(name) ? new(unnamed, "user") : new(name.Trim(), name.Trim());
}
