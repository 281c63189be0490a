using Microsoft.Extensions.Logging;

namespace MemOS.TestKit;

/// <summary>Keeps what is logged, for tests to look at.</summary>
public sealed class RecordingLoggerFactory : ILoggerFactory
{
    private readonly Lock sync = new();
    private readonly List<(LogLevel Level, int Event, string Message)> entries = [];

    /// <summary>The lines so far, of all categories.</summary>
    public IReadOnlyList<(LogLevel Level, int Event, string Message)> Entries
    {
        get
        {
            lock (sync)
            {
                return [.. entries];
            }
        }
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new RecordingLogger(this);

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Add(LogLevel level, int id, string message)
    {
        lock (sync)
        {
            entries.Add((level, id, message));
        }
    }

    private sealed class RecordingLogger(RecordingLoggerFactory owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner.Add(logLevel, eventId.Id, formatter(state, exception) + (exception is null ? "" : " | " + exception));
    }
}
