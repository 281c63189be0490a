namespace MemOS.Reading;

/// <summary>What a memory record says. The values are stored and never change.</summary>
public enum MemoryKind
{
    /// <summary>Something that holds or held.</summary>
    Fact = 1,

    /// <summary>A like, dislike, constraint or stated choice.</summary>
    Preference = 2,

    /// <summary>Something that happened or will happen at a time.</summary>
    Event = 3,

    /// <summary>How the assistant should behave.</summary>
    Instruction = 4,

    /// <summary>An attribute of a person: name, age, job, home, family.</summary>
    Profile = 5,

    /// <summary>How something is done, step by step.</summary>
    Procedure = 6,
}
