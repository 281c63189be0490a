using MemOS.Cli.Output;
using MemOS.Evidence;
using MemOS.Reading;

namespace MemOS.Cli;

/// <summary>A record with the messages behind it, or a message with the records made of it.</summary>
internal sealed record MemoryDetails(
    MemoryRecord? Record, EvidenceItem? Message, IReadOnlyList<EvidenceItem> Sources, IReadOnlyList<MemoryRecord> Records, SourceLabels Labels)
{
    public ShowOutput ToOutput() => new(
        Record is null ? null : RecordOutput.Of(Record, Labels),
        Message is null ? null : MessageOutput.Of(Message),
        [.. Sources.Select(MessageOutput.Of)],
        [.. Records.Select(record => RecordOutput.Of(record, Labels))]);
}
