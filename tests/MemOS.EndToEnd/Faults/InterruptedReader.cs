using MemOS.Reading;

namespace MemOS.EndToEnd.Faults;

/// <summary>A reader that lets a test do something in the midst of reading, such as failing.</summary>
internal sealed class InterruptedReader(Func<int, Task> interrupt) : IMemReader
{
    private readonly RuleMemReader rules = new();
    private int calls;

    public string Name => "interrupted";

    public bool UsesModel { get; init; }

    public async ValueTask<ReadingResult> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default)
    {
        await interrupt(++calls);
        return await rules.ReadAsync(request, cancellationToken);
    }
}
