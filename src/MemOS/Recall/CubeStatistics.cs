namespace MemOS.Recall;

/// <summary>What ranking by words needs to know of a cube.</summary>
/// <param name="Documents">Indexed items: active evidence and current records.</param>
/// <param name="MeanLength">Mean number of terms of an item.</param>
public readonly record struct CubeStatistics(long Documents, double MeanLength);
