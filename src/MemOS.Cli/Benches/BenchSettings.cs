namespace MemOS.Cli.Benches;

/// <summary>What a bench is asked to do.</summary>
internal sealed record BenchSettings
{
    /// <summary>The full path of the data file, which exists; <see langword="null"/> when none was named and none is needed.</summary>
    public string? DataFile { get; init; }

    /// <summary>Whether each question or turn gets a row of its own.</summary>
    public bool Details { get; init; }

    /// <summary>How many questions or samples at most; <see langword="null"/> for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Further settings of the bench, from <c>--set name=value</c>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The models to measure with; <see langword="null"/> when the bench cannot use any.</summary>
    public CliModels? Models { get; init; }

    /// <summary>Where progress goes. Cheap to call often.</summary>
    public IProgress<BenchProgress> Progress { get; init; } = new Progress<BenchProgress>();

    /// <summary>The clock by which durations are taken.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>A whole number among <see cref="Values"/>, or the default.</summary>
    /// <exception cref="CliException">The value is not a number.</exception>
    public int Number(string name, int fallback) =>
        !Values.TryGetValue(name, out var text) ? fallback
        : int.TryParse(text, out var value) ? value
        : throw new CliException($"--set {name}={text}: a whole number is needed.", ExitCode.Usage);
}
