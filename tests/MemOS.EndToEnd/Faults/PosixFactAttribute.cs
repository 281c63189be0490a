namespace MemOS.EndToEnd.Faults;

/// <summary>A test of something that only POSIX systems have.</summary>
public sealed class PosixFactAttribute : FactAttribute
{
    public PosixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows sets no limit on the size of a process's files.";
        }
    }
}
