namespace MemOS.Recall;

/// <summary>What a result of a search is.</summary>
public enum RecallItemKind
{
    /// <summary>A message of a conversation.</summary>
    Message,

    /// <summary>A chunk of a document.</summary>
    Document,

    /// <summary>A record of something that holds.</summary>
    Fact,

    /// <summary>A record of a preference.</summary>
    Preference,

    /// <summary>A record of something that happened or will happen.</summary>
    Event,

    /// <summary>A record of how the assistant should behave.</summary>
    Instruction,

    /// <summary>A record of an attribute of a person.</summary>
    Profile,

    /// <summary>A record of how something is done.</summary>
    Procedure,

    /// <summary>A task that was done.</summary>
    Task,
}
