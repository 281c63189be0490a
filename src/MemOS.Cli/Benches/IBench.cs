using System.Text.Json.Nodes;

namespace MemOS.Cli.Benches;

/// <summary>A measurement that anybody can repeat with one command: <c>memos bench NAME</c>.</summary>
/// <remarks>A bench runs on a memory of its own, never on the user's, and prints what it was configured with.</remarks>
internal interface IBench
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line of help.</summary>
    string Summary { get; }

    /// <summary>What the data file is, in one line of help; <see langword="null"/> when the bench needs none.</summary>
    string? Data { get; }

    /// <summary>Whether the data file must be named; a bench with a suite of its own can do without.</summary>
    bool NeedsData => Data is not null;

    /// <summary>Whether it can be run with a model.</summary>
    bool UsesModel => false;

    /// <summary>Measures. The result's top level holds the figures; rows for <c>--details</c> go into a member named <c>details</c>.</summary>
    /// <exception cref="CliException">The data or a setting is not usable; the message says what to do.</exception>
    Task<JsonObject> RunAsync(BenchSettings settings, CancellationToken cancellationToken);
}
