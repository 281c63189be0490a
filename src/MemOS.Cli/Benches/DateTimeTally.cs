namespace MemOS.Cli.Benches;

/// <summary>Counts of one type: mentions found rightly, mentions found, mentions expected.</summary>
internal sealed class DateTimeTally
{
    public int Correct { get; set; }

    public int Found { get; set; }

    public int Expected { get; set; }

    public double Precision => Found == 0 ? 0 : (double)Correct / Found;

    public double Recall => Expected == 0 ? 0 : (double)Correct / Expected;

    public double F1 => Found + Expected == 0 ? 0 : 2.0 * Correct / (Found + Expected);
}
