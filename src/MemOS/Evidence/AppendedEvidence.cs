namespace MemOS.Evidence;

/// <summary>What became of one draft.</summary>
/// <param name="Id">The id under which the item is held.</param>
/// <param name="IsNew"><see langword="false"/> when a message of this external id was there already with the same content.</param>
public readonly record struct AppendedEvidence(MemoryId Id, bool IsNew);
