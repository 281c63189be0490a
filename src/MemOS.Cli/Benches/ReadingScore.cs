namespace MemOS.Cli.Benches;

/// <summary>Counts over the conversations of a reading suite, or of one category of it.</summary>
internal sealed class ReadingScore
{
    public int Conversations { get; set; }

    public int Records { get; set; }

    public int WrongRecords { get; set; }

    public int Expected { get; set; }

    public int Matched { get; set; }

    /// <summary>Conversations with an expectation that says whether it is still valid.</summary>
    public int Updates { get; set; }

    /// <summary>Of those, the ones in which every such expectation is matched.</summary>
    public int UpdatesMatched { get; set; }

    /// <summary>The share of records that are not wrong; 1 when there are none.</summary>
    public double Precision => Records == 0 ? 1 : 1 - ((double)WrongRecords / Records);

    public double Recall => Expected == 0 ? 1 : (double)Matched / Expected;

    public double UpdateRate => Updates == 0 ? 1 : (double)UpdatesMatched / Updates;

    public void Add(ReadingScore other)
    {
        Conversations += other.Conversations;
        Records += other.Records;
        WrongRecords += other.WrongRecords;
        Expected += other.Expected;
        Matched += other.Matched;
        Updates += other.Updates;
        UpdatesMatched += other.UpdatesMatched;
    }
}
