namespace MemOS.EndToEnd.Faults;

/// <summary>Tests of something that only POSIX systems have.</summary>
public sealed class PosixTheoryAttribute : TheoryAttribute
{
    public PosixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows sets no limit on the size of a process's files.";
        }
    }
}
