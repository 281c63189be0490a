namespace MemOS.Recall.Packing;

/// <summary>Where the time that a sentence speaks of lies.</summary>
internal enum TimeDirection
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>Before the sentence was said.</summary>
    Back,

    /// <summary>After it.</summary>
    Ahead,

    /// <summary>Again and again, at no time in particular.</summary>
    Habit,
}
