namespace MemOS.Recall.Vectors;

/// <summary>How far the texts of a cube got their vectors, from good to bad.</summary>
internal enum EmbeddingOutcome
{
    /// <summary>All that were missing.</summary>
    Whole,

    /// <summary>All but some that the generator did not take.</summary>
    Partly,

    /// <summary>The generator, or the store, is out of order.</summary>
    Failed,
}
