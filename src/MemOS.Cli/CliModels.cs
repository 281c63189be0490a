using MemOS.Cli.Output;
using MemOS.Models;
using MemOS.Models.Chat;
using MemOS.Models.Embeddings;
using MemOS.Reading;
using MemOS.Scheduling;

namespace MemOS.Cli;

/// <summary>The models of one run: what reads, what answers and what embeds, each only if it was named.</summary>
internal sealed class CliModels : IDisposable
{
    private readonly EndpointEmbeddingGenerator? embeddings;
    private readonly string? embeddingModel;
    private readonly ReadingMode mode;
    private readonly ReadingCeiling ceiling;

    public CliModels(ModelEndpoint? chat, ModelEndpoint? embedding, ReadingMode mode, ReadingCeiling? ceiling = null)
    {
        this.ceiling = ceiling ?? new();
        Chat = chat is null ? null : new(chat);
        Endpoint = chat;
        embeddings = embedding is null ? null : new(embedding);
        embeddingModel = embedding?.Model;
        this.mode = mode;
    }

    /// <summary>The chat model; <see langword="null"/> when none was named.</summary>
    public EndpointChatClient? Chat { get; }

    /// <summary>Where it is.</summary>
    public ModelEndpoint? Endpoint { get; }

    /// <summary>The embedding model that the environment names; <see langword="null"/> when it names none.</summary>
    /// <exception cref="CliException">An endpoint without a model, or the other way round.</exception>
    public static ModelEndpoint? EmbeddingOf(CliHost host)
    {
        try
        {
            return ModelEndpoint.Embedding(host.Variable);
        }
        catch (ArgumentException error)
        {
            throw new CliException(error.Message, ExitCode.Usage);
        }
    }

    /// <summary>Makes a memory read and embed by the models.</summary>
    public void ApplyTo(MemoryOSOptions options)
    {
        options.Embeddings = embeddings;
        if (Chat is not null)
        {
            options.Reader = new ChatClientMemReader(Chat);
            options.ReadingMode = mode;
            options.ReadingCeiling = ceiling;
        }
    }

    /// <summary>Says what models could not read, of what users may read, or not embed: nothing is lost by it.</summary>
    public async Task NoteReadingAsync(CliRun run, MemoryOS memory, IReadOnlyCollection<string> users, CancellationToken cancellationToken)
    {
        var reasons = new HashSet<string>(StringComparer.Ordinal);
        var errors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var user in Chat is null ? [] : users)
        {
            var jobs = await memory.CountReadingAsync(MemoryScope.ForUser(user), cancellationToken);
            if (jobs.PausedReason is { } reason && reasons.Add(reason))
            {
                run.Note($"the model has not read everything: {reason} The messages are kept and searchable.");
            }

            if (jobs.LastError is { } error && jobs.Queued + jobs.Dead > 0 && errors.Add(error))
            {
                run.Note($"the model has not read everything: {error.ReplaceLineEndings(" ")} The messages are kept and searchable, and are read by a later command with the model; memos doctor shows what waits.");
            }
        }

        await NoteEmbeddingAsync(run, memory, cancellationToken);
    }

    public void Dispose()
    {
        Chat?.Dispose();
        embeddings?.Dispose();
    }

    private async Task NoteEmbeddingAsync(CliRun run, MemoryOS memory, CancellationToken cancellationToken)
    {
        if (embeddingModel is not null && await EmbeddingBacklog.CountAsync(memory, embeddingModel, cancellationToken) is > 0 and var missing)
        {
            run.Note($"{(missing == EmbeddingBacklog.Most ? "at least " : "")}{CliText.Count(missing, "text")} got no vector of {embeddingModel}. They are found by words, and a later command with the model makes the vectors; memos doctor counts them.");
        }
    }
}
