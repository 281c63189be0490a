using MemOS.Reading;

namespace MemOS.EndToEnd.Skills;

/// <summary>Reads nothing, and takes its time: long enough for other work to get done first, if nothing holds that back.</summary>
internal sealed class PatientReader(Task otherWork) : IMemReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    public string Name => "patient";

    /// <summary>How many readings were asked for.</summary>
    public int Readings { get; private set; }

    /// <summary>Whether the other work was done before a reading.</summary>
    public bool WasOvertaken { get; private set; }

    public async ValueTask<ReadingResult> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default)
    {
        Readings++;
        WasOvertaken |= await Task.WhenAny(otherWork, Task.Delay(Patience, TimeProvider.System, cancellationToken)) == otherWork;
        return ReadingResult.Empty;
    }
}
