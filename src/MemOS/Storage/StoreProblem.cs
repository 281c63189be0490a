namespace MemOS.Storage;

/// <summary>Something that a check found.</summary>
/// <param name="Area">What is affected: file, words, evidence, records, jobs.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="CanRepair">Whether <see cref="IStoreMaintenance.RepairAsync"/> mends it without loss.</param>
public sealed record StoreProblem(string Area, string Message, bool CanRepair);
