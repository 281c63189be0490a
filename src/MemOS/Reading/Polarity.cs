namespace MemOS.Reading;

/// <summary>Which way a preference points.</summary>
public enum Polarity
{
    /// <summary>Not a preference, or neither way.</summary>
    None = 0,

    /// <summary>Liked, wanted or chosen.</summary>
    Positive = 1,

    /// <summary>Disliked, refused or not possible.</summary>
    Negative = -1,
}
