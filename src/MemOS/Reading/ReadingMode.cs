namespace MemOS.Reading;

/// <summary>When rules and when a model read what was recorded.</summary>
public enum ReadingMode
{
    /// <summary>The rules read at once; no model is asked.</summary>
    Fast = 1,

    /// <summary>A model reads in the background; until then what was said is found as evidence.</summary>
    Fine = 2,

    /// <summary>The rules read at once, and a model reads again in the background: it adds and completes, and loses nothing that the rules wrote.</summary>
    FastThenFine = 3,
}
