namespace MemOS.Cli.Benches;

/// <summary>The score of a recogniser over a specification.</summary>
internal sealed class DateTimeScore
{
    public int Cases { get; set; }

    /// <summary>Expected mentions that are left out because they have no resolved value.</summary>
    public int LeftOutUnresolved { get; set; }

    /// <summary>Expected mentions that are left out because of their type (time, duration, set ...).</summary>
    public int LeftOutTypes { get; set; }

    /// <summary>Inputs that expect nothing.</summary>
    public int EmptyCases { get; set; }

    /// <summary>Mentions found in inputs that expect nothing.</summary>
    public int FoundInEmpty { get; set; }

    public DateTimeTally Total { get; } = new();

    public SortedDictionary<string, DateTimeTally> ByType { get; } = new(StringComparer.Ordinal);

    /// <summary>Inputs with a miss or a false find, with what was expected and found.</summary>
    public List<DateTimeDetail> Details { get; } = [];

    public DateTimeTally Of(string type)
    {
        if (!ByType.TryGetValue(type, out var tally))
        {
            ByType[type] = tally = new();
        }

        return tally;
    }
}
