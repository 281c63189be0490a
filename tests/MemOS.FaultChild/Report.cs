namespace MemOS.FaultChild;

/// <summary>Says on standard output what was acknowledged, a line at a time; what is written survives the writer.</summary>
internal static class Report
{
    /// <summary>The memory is open.</summary>
    public static void Ready() => Line("ready");

    /// <summary>Something was acknowledged.</summary>
    public static void Acknowledged(string what) => Line($"ack {what}");

    /// <summary>Anything else that the parent waits for.</summary>
    public static void Line(string text)
    {
        Console.Out.Write(text + "\n");
        Console.Out.Flush();
    }
}
