using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MemOS;

/// <summary>
/// The names under which traces and metrics appear: subscribe to <see cref="SourceName"/>. Names follow the OpenTelemetry
/// conventions for generative AI, which are experimental, as the source's name says. No label holds a user or text.
/// </summary>
public static class MemOSTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and the <see cref="Meter"/>.</summary>
    public const string SourceName = "Experimental.MemOS";

    internal const string Operation = "gen_ai.operation.name";
    internal const string SearchMemory = "search_memory";
    internal const string CreateMemory = "create_memory";
    internal const string UpdateMemory = "update_memory";
    internal const string UpsertMemory = "upsert_memory";
    internal const string DeleteMemory = "delete_memory";
    internal const string RecordCount = "gen_ai.memory.record.count";
    internal const string ErrorType = "error.type";
    internal const string TokenKind = "memos.token.kind";
    internal const string InjectedTokens = "memos.tokens.injected";

    internal static readonly ActivitySource Source = new(SourceName);

    private static readonly Meter Meter = new(SourceName);

    /// <summary>Turns with memory.</summary>
    internal static readonly Counter<long> Turns = Meter.CreateCounter<long>("memos.turns", "{turn}", "Turns that passed memory.");

    /// <summary>Tokens by kind: full, sent, injected, and spent by models on memory work.</summary>
    internal static readonly Counter<long> Tokens = Meter.CreateCounter<long>("memos.tokens", "{token}", "Estimated input tokens by kind.");

    /// <summary>Recalls that failed; the turn went on.</summary>
    internal static readonly Counter<long> RecallFailures = Meter.CreateCounter<long>("memos.recall.failures", "{failure}", "Recalls that failed, the turn going on without memory.");

    /// <summary>Recordings that failed.</summary>
    internal static readonly Counter<long> RecordingFailures = Meter.CreateCounter<long>("memos.recording.failures", "{failure}", "Turns that could not be recorded.");

    /// <summary>Calls of models for reading.</summary>
    internal static readonly Counter<long> ModelCalls = Meter.CreateCounter<long>("memos.reading.calls", "{call}", "Calls of models that read messages.");

    /// <summary>Readings by a model that failed and are tried again.</summary>
    internal static readonly Counter<long> ReadingFailures = Meter.CreateCounter<long>("memos.reading.failures", "{failure}", "Readings by a model that failed.");

    /// <summary>Readings that a cost ceiling put off.</summary>
    internal static readonly Counter<long> ReadingCeilings = Meter.CreateCounter<long>("memos.reading.ceilings", "{reading}", "Readings that a cost ceiling put off.");

    /// <summary>How long recall took.</summary>
    internal static readonly Histogram<double> RecallDuration = Meter.CreateHistogram<double>("memos.recall.duration", "s", "Time that a turn waited for recall.");

    /// <summary>Starts an activity named after its operation, if somebody listens.</summary>
    internal static Activity? Start(string operation) => Source.StartActivity(operation)?.SetTag(Operation, operation);

    /// <summary>Marks an activity as failed.</summary>
    internal static void Fail(Activity? activity, Exception error) =>
        activity?.SetTag(ErrorType, error.GetType().FullName).SetStatus(ActivityStatusCode.Error);
}
