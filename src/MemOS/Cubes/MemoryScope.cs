namespace MemOS;

/// <summary>Who is speaking: the tenant and user whose memory is used, and optionally the agent and session as labels.</summary>
/// <remarks>
/// A scope is built by trusted code (a host, a resolver), never from what a model said. Tenant and user choose the default
/// cube; agent and session are labels that recall may prefer, never a wall, unless <see cref="Isolation"/> says so.
/// Threat note: whoever can choose a scope can read that user's memory. Immutable; safe for concurrent use.
/// </remarks>
public sealed record MemoryScope
{
    /// <summary>The tenant. Default: the empty string, the only tenant of a single-tenant application.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>The user. A user that is not known yet is created at first use.</summary>
    public required string User { get; init; }

    /// <summary>The agent that speaks for the user, if the application has several.</summary>
    public string? Agent { get; init; }

    /// <summary>The conversation. Default: <see langword="null"/>, one unnamed session per user.</summary>
    public string? Session { get; init; }

    /// <summary>Whether agents or sessions are kept apart. Default: <see cref="ScopeIsolation.None"/>.</summary>
    public ScopeIsolation Isolation { get; init; }

    /// <summary>Names of further cubes to read; the user needs a grant for each. Default: every cube the user holds a grant for.</summary>
    public IReadOnlyList<string>? ReadCubes { get; init; }

    /// <summary>Names of further cubes to which what is written is linked; the user needs a writer's grant for each. Default: none.</summary>
    public IReadOnlyList<string> WriteCubes { get; init; } = [];

    /// <summary>The scope of one user, by default in no named session.</summary>
    /// <exception cref="ArgumentException">The user is empty or blank.</exception>
    public static MemoryScope ForUser(string user, string? session = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
        return new() { User = user, Session = session };
    }

    /// <summary>The same scope in another session.</summary>
    public MemoryScope InSession(string? session) => this with { Session = session };
}
