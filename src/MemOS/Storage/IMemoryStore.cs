using MemOS.Cubes;
using MemOS.Evidence;
using MemOS.Evolution.Skills;
using MemOS.Evolution.Tasks;
using MemOS.Governance;
using MemOS.Reading;
using MemOS.Recall;
using MemOS.Scheduling;
using MemOS.Tokens;

namespace MemOS.Storage;

/// <summary>
/// Where memory is kept: the one seam between the engine and a database. It holds data and answers per channel; everything
/// that decides (reading, consolidation, fusion, gate, packing) is the engine's.
/// </summary>
/// <remarks>Safe for concurrent use. Disposing waits for writes that are under way.</remarks>
public interface IMemoryStore : IAsyncDisposable
{
    /// <summary>Users, cubes and grants.</summary>
    ICubeStore Cubes { get; }

    /// <summary>Cubes as portable files.</summary>
    ICubeTransfer Transfer { get; }

    /// <summary>Raw messages and document chunks.</summary>
    IEvidenceStore Evidence { get; }

    /// <summary>Memory records and their versions.</summary>
    IRecordStore Records { get; }

    /// <summary>Search channels.</summary>
    IRecallIndex Recall { get; }

    /// <summary>Vectors of items, by model.</summary>
    IVectorStore Vectors { get; }

    /// <summary>Tasks that were found in conversations.</summary>
    ITaskStore Tasks { get; }

    /// <summary>Skills that were learned from tasks.</summary>
    ISkillStore Skills { get; }

    /// <summary>Durable work.</summary>
    IJobStore Jobs { get; }

    /// <summary>What models were asked, which a ceiling may limit.</summary>
    IModelUsageStore Usage { get; }

    /// <summary>The token ledger.</summary>
    ILedgerStore Ledger { get; }

    /// <summary>Forgetting and erasing.</summary>
    IForgetStore Governance { get; }

    /// <summary>Health, size and backup.</summary>
    IStoreMaintenance Maintenance { get; }
}
