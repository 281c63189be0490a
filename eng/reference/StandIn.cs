// Part of every stand-in: what a member does that adapters compile against, but that no test needs to behave.
using System.Runtime.CompilerServices;

namespace MemOS.Reference;

internal static class StandIn
{
    public static NotSupportedException NotModelled([CallerMemberName] string member = "") => new(
        $"'{member}' belongs to a stand-in of {typeof(StandIn).Assembly.GetName().Name}, which declares it and does not do it. Build with -p:HostLibraries=nuget to run on the real library.");
}
