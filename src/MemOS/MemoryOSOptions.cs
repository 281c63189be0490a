using MemOS.Evolution;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Recall.Ranking;
using MemOS.Scheduling;
using MemOS.Tokens;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MemOS;

/// <summary>Settings of a <see cref="MemoryOS"/>; everything has a default that works offline and without a model.</summary>
public sealed class MemoryOSOptions
{
    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where logs go; no text of messages is logged at Information or above. Default: nowhere.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>How tokens are counted. Default: <see langword="null"/>, an estimate that errs high.</summary>
    public ITokenCounter? TokenCounter { get; set; }

    /// <summary>
    /// What turns evidence into records. Default: <see langword="null"/>, the rules, which need no model. One that asks a model, such as
    /// <see cref="ChatClientMemReader"/>, works behind the rules, as <see cref="ReadingMode"/> says.
    /// </summary>
    public IMemReader? Reader { get; set; }

    /// <summary>
    /// When rules and when a model read. Default: <see langword="null"/>, which is <see cref="ReadingMode.FastThenFine"/> when
    /// <see cref="Reader"/> asks a model and <see cref="ReadingMode.Fast"/> otherwise.
    /// </summary>
    public ReadingMode? ReadingMode { get; set; }

    /// <summary>How much of a model reading may use for one cube in an hour and a day. Default: no limit.</summary>
    public ReadingCeiling ReadingCeiling { get; set; } = new();

    /// <summary>How many sessions a model reads at the same time, from 1 to 64. Default: 2.</summary>
    public int ModelConcurrency { get; set; } = 2;

    /// <summary>
    /// How long disposing lets the background reading that is due go on. Default: 3 seconds. What is not read by then, or is cut short at
    /// a model, is read the next time that the store is opened.
    /// </summary>
    public TimeSpan DisposeGrace { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Vectors for recall. Default: <see langword="null"/>, recall works by words, time and conversation alone.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Embeddings { get; set; }

    /// <summary>
    /// How long a search, and with it a turn, waits for the vector of its query. Default: 2 seconds. Then it goes on by words, time and
    /// conversation alone, as do the searches of the next seconds, until the generator is asked again.
    /// </summary>
    public TimeSpan QueryEmbeddingTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The defaults of a search.</summary>
    public RecallOptions Recall { get; set; } = new();

    /// <summary>
    /// Whether evidence is read into records in the background as it arrives. Default: <see langword="true"/>. When off, reading
    /// happens in <see cref="MemoryOS.FlushAsync"/> alone.
    /// </summary>
    public bool ReadInBackground { get; set; } = true;

    /// <summary>How conversations become tasks and skills.</summary>
    public EvolutionOptions Evolution { get; set; } = new();

    /// <summary>The longest text of one message or memory, in characters. Default: 1,000,000.</summary>
    public int MaxTextLength { get; set; } = 1_000_000;

    /// <summary>The constants of ranking. Only measurements change them: what each is worth is told in <c>docs/benchmarks.md</c>.</summary>
    internal RecallWeights RecallWeights { get; set; } = RecallWeights.Default;

    /// <summary>The longest document that is added at once, in characters. Default: 20,000,000.</summary>
    public int MaxDocumentLength { get; set; } = 20_000_000;

    /// <summary>Throws when a setting makes no sense, with what to write instead.</summary>
    /// <exception cref="ArgumentException">A number is out of its range, or a setting that must be there is missing.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(LoggerFactory);
        ArgumentNullException.ThrowIfNull(Recall);
        ThrowIfBelow(MaxTextLength, 1, nameof(MaxTextLength));
        ThrowIfBelow(MaxDocumentLength, 1, nameof(MaxDocumentLength));
        ThrowIfBelow(Recall.BudgetTokens, 0, "Recall.BudgetTokens");
        ThrowIfBelow(Recall.Limit, 1, "Recall.Limit");
        ArgumentNullException.ThrowIfNull(ReadingCeiling);
        ReadingCeiling.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(ModelConcurrency, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ModelConcurrency, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(DisposeGrace, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(QueryEmbeddingTimeout, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(Evolution);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Evolution.JudgeTimeout, TimeSpan.Zero);
    }

    private static void ThrowIfBelow(int value, int least, string name)
    {
        if (value < least)
        {
            throw new ArgumentException($"{name} is {value}; give {least} or more.");
        }
    }
}
