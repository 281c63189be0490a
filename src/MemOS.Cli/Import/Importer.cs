namespace MemOS.Cli.Import;

/// <summary>
/// Writes imported messages into memory, many of one conversation in a transaction. Message ids make it repeatable: what an
/// earlier or interrupted import brought is passed over.
/// </summary>
internal sealed class Importer(MemoryOS memory, string? namedUser, string defaultUser, bool stopOnError, Action<ImportProblem> onProblem, Action<int> onProgress)
{
    // A batch is one transaction: large enough to share its cost, small enough to lose little to an interruption.
    private const int BatchSize = 256;
    private const int MaxPending = 4096;

    private readonly Dictionary<(string User, string Session), List<ImportedMessage>> pending = [];
    private readonly HashSet<(string User, string Session)> sessions = [];
    private readonly ImportReport report = new();
    private int pendingCount;

    /// <summary>Shared cubes that get what is imported too, by link. Default: none.</summary>
    public IReadOnlyList<string> WriteCubes { get; init; } = [];

    /// <summary>Imports until the end of the file.</summary>
    /// <exception cref="CliException">There was a problem, and problems are fatal. Everything before it is imported.</exception>
    public async Task<ImportReport> RunAsync(IAsyncEnumerable<ImportStep> steps, CancellationToken cancellationToken)
    {
        await foreach (var step in steps.WithCancellation(cancellationToken))
        {
            if (step.Message is { } message)
            {
                await AddAsync(message, cancellationToken);
            }
            else if (step.Problem is { } problem)
            {
                await ReportAsync(problem, cancellationToken);
            }
        }

        await FlushAllAsync(cancellationToken);
        report.Sessions = sessions.Count;
        return report;
    }

    private async Task AddAsync(ImportedMessage message, CancellationToken cancellationToken)
    {
        report.Messages++;
        var user = namedUser ?? message.Owner ?? defaultUser;
        if (!report.Users.Contains(user))
        {
            report.Users.Add(user);
        }

        var key = (user, message.Session);
        sessions.Add(key);
        if (!pending.TryGetValue(key, out var batch))
        {
            pending[key] = batch = [];
        }

        batch.Add(message);
        pendingCount++;
        if (batch.Count >= BatchSize)
        {
            await FlushAsync(key, batch, cancellationToken);
        }
        else if (pendingCount >= MaxPending)
        {
            await FlushAllAsync(cancellationToken);
        }
    }

    private async Task FlushAllAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, batch) in pending.Where(entry => entry.Value.Count > 0).ToList())
        {
            await FlushAsync(key, batch, cancellationToken);
        }

        pending.Clear();
    }

    private async Task FlushAsync((string User, string Session) key, List<ImportedMessage> batch, CancellationToken cancellationToken)
    {
        var messages = batch.ToList();
        pendingCount -= batch.Count;
        batch.Clear();
        var scope = MemoryScope.ForUser(key.User, key.Session) with { WriteCubes = WriteCubes };
        try
        {
            Count(await memory.AddAsync([.. messages.Select(message => message.Draft)], scope, cancellationToken));
        }
        catch (Exception error) when (error is MemoryConflictException or ArgumentException)
        {
            // The batch was refused whole: one by one shows which message is at fault.
            foreach (var message in messages)
            {
                await AddOneAsync(message, scope, cancellationToken);
            }
        }

        onProgress(report.Added + report.Known);
    }

    private async Task AddOneAsync(ImportedMessage message, MemoryScope scope, CancellationToken cancellationToken)
    {
        try
        {
            Count(await memory.AddAsync([message.Draft], scope, cancellationToken));
        }
        catch (MemoryConflictException)
        {
            await ReportAsync(new(message.Place, $"the message id {message.Draft.ExternalId} is known in session {message.Session} with another text; the known one is kept"), cancellationToken);
        }
        catch (ArgumentException error)
        {
            await ReportAsync(new(message.Place, error.Message), cancellationToken);
        }
    }

    private void Count(AddResult result)
    {
        report.Added += result.Added;
        report.Known += result.Evidence.Count - result.Added;
    }

    private async Task ReportAsync(ImportProblem problem, CancellationToken cancellationToken)
    {
        report.Problems.Add(problem);
        if (stopOnError)
        {
            await FlushAllAsync(cancellationToken);
            throw new CliException($"{problem.Place}: {problem.Message}. Everything before it is imported. Mend it and run the command again, or pass --on-error skip.");
        }

        onProblem(problem);
    }
}
