using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;
using MemOS.Governance;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Scheduling;
using MemOS.Storage;
using MemOS.Tokens;

namespace MemOS.TestKit;

/// <summary>Another store that a test can make fail.</summary>
public sealed class FaultyMemoryStore(IMemoryStore inner) : IMemoryStore
{
    /// <summary>The evidence, which can fail.</summary>
    public FaultyEvidenceStore FaultyEvidence { get; } = new(inner.Evidence);

    /// <summary>The search side, which can fail.</summary>
    public FaultyRecallIndex FaultyRecall { get; } = new(inner.Recall);

    /// <summary>The tasks, which tell when they are written.</summary>
    public WatchedTaskStore WatchedTasks { get; } = new(inner.Tasks);

    /// <inheritdoc/>
    public ICubeStore Cubes => inner.Cubes;

    /// <inheritdoc/>
    public ICubeTransfer Transfer => inner.Transfer;

    /// <inheritdoc/>
    public IEvidenceStore Evidence => FaultyEvidence;

    /// <inheritdoc/>
    public IRecordStore Records => inner.Records;

    /// <inheritdoc/>
    public IRecallIndex Recall => FaultyRecall;

    /// <inheritdoc/>
    public IVectorStore Vectors => inner.Vectors;

    /// <inheritdoc/>
    public ITaskStore Tasks => WatchedTasks;

    /// <inheritdoc/>
    public ISkillStore Skills => inner.Skills;

    /// <inheritdoc/>
    public IJobStore Jobs => inner.Jobs;

    /// <inheritdoc/>
    public IModelUsageStore Usage => inner.Usage;

    /// <inheritdoc/>
    public ILedgerStore Ledger => inner.Ledger;

    /// <inheritdoc/>
    public IForgetStore Governance => inner.Governance;

    /// <inheritdoc/>
    public IStoreMaintenance Maintenance => inner.Maintenance;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
