namespace MemOS.Cli.Import;

/// <summary>What an importer needs to know beside the text.</summary>
/// <param name="DefaultSession">The conversation's name where the file gives none: the file's own.</param>
/// <param name="DefaultTime">When messages without a time were said.</param>
internal sealed record ImportContext(string DefaultSession, DateTimeOffset DefaultTime);
