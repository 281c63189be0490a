namespace MemOS.Recall.Vectors;

/// <summary>A query as a vector.</summary>
/// <param name="Model">The model that made it; only vectors of the same model are compared.</param>
/// <param name="Values">The vector.</param>
internal sealed record QueryVector(string Model, ReadOnlyMemory<float> Values);
