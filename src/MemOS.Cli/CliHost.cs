namespace MemOS.Cli;

/// <summary>What surrounds a run of the command: its streams, environment and clock. Tests bring their own.</summary>
internal sealed record CliHost
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where progress, notes and errors go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What <c>-</c> as a file name reads. Default: empty.</summary>
    public Func<Stream> Input { get; init; } = () => Stream.Null;

    /// <summary>Where <c>memos mcp</c> writes its protocol. Default: nowhere.</summary>
    public Func<Stream> Output { get; init; } = () => Stream.Null;

    /// <summary>Environment variables. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether a person looks at <see cref="Out"/>. Default: no.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>, so that progress may redraw. Default: no.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether a person can answer questions. Default: no.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>The value of an environment variable; <see langword="null"/> when it is unset or empty.</summary>
    public string? Variable(string name) => Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
