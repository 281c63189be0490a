using MemOS.Evidence;

namespace MemOS.Cli.Import;

/// <summary>A message as an importer read it.</summary>
/// <param name="Owner">The user that the file itself names (a LoCoMo sample); <see langword="null"/> when it names none.</param>
/// <param name="Session">The conversation.</param>
/// <param name="Place">Where in the file it stands, for people: "line 12".</param>
/// <param name="Draft">The message. Its external id is set and stable: the same file gives the same ids.</param>
internal sealed record ImportedMessage(string? Owner, string Session, string Place, EvidenceDraft Draft);
