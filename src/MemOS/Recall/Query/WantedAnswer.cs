namespace MemOS.Recall.Query;

/// <summary>What a line must hold to answer a question; a question may want none of these.</summary>
[Flags]
internal enum WantedAnswer
{
    /// <summary>Nothing that a line shows by its form.</summary>
    None = 0,

    /// <summary>A number: "How many …".</summary>
    Number = 1,

    /// <summary>A place: "Where …", "Which city …".</summary>
    Place = 2,

    /// <summary>A reason: "Why …".</summary>
    Reason = 4,
}
