namespace MemOS.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>It worked.</summary>
    public const int Success = 0;

    /// <summary>It failed; standard error says why and what to do.</summary>
    public const int Failure = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>It was stopped by Ctrl+C; what was done so far is kept.</summary>
    public const int Canceled = 130;
}
