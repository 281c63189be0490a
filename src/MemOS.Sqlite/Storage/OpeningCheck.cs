using MemOS.Storage;
using Microsoft.Extensions.Logging;
using static SQLitePCL.raw;

namespace MemOS.Sqlite.Storage;

/// <summary>Checks a file in the background when it may not have been closed.</summary>
internal sealed partial class OpeningCheck : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ILogger logger;

    /// <summary>Starts the check, if there is reason for one.</summary>
    public OpeningCheck(Database database)
    {
        logger = database.Options.LoggerFactory.CreateLogger<SqliteMemoryStore>();
        Problems = database.WasLeftOpen ? Task.Run(() => Check(database)) : Task.FromResult<IReadOnlyList<StoreProblem>>([]);
    }

    /// <summary>What was found; empty when the check was broken off.</summary>
    public Task<IReadOnlyList<StoreProblem>> Problems { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!stopping.IsCancellationRequested)
        {
            stopping.Cancel();
            Problems.GetAwaiter().GetResult();
            stopping.Dispose();
        }
    }

    private IReadOnlyList<StoreProblem> Check(Database database)
    {
        try
        {
            var problems = database.Readers.Check(connection =>
            {
                using var stop = stopping.Token.Register(() => sqlite3_interrupt(connection.Handle));
                return StoreCheck.CheckPages(connection, deep: false);
            });
            foreach (var problem in problems)
            {
                LogProblem(database.Path, problem.Message);
            }

            return problems;
        }
        catch (MemoryStoreException error)
        {
            LogBrokenOff(error, database.Path);
            return [];
        }
    }

    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "The memory file {Path} was not closed properly and has a problem: {Problem}")]
    private partial void LogProblem(string path, string problem);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "The check of {Path} after an improper end was broken off; run a check to repeat it.")]
    private partial void LogBrokenOff(Exception error, string path);
}
