namespace MemOS;

/// <summary>Whether agents or sessions of one user get a memory of their own.</summary>
public enum ScopeIsolation
{
    /// <summary>All agents and sessions of a user share the user's default cube (the default).</summary>
    None,

    /// <summary>Each agent of the user has a default cube of its own.</summary>
    Agent,

    /// <summary>Each session of the user has a default cube of its own.</summary>
    Session,
}
