namespace MemOS.Evolution.Tasks.Language.Reactions;

/// <summary>What a message that follows work says of it, taken as a whole.</summary>
internal enum Reaction
{
    /// <summary>It worked, or the user is content.</summary>
    Success,

    /// <summary>It did not work, is wrong, or is dropped.</summary>
    Failure,

    /// <summary>It is about the work, but tells neither.</summary>
    Unknown,

    /// <summary>It is about something else.</summary>
    Other,
}
