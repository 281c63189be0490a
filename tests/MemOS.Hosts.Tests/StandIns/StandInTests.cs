#pragma warning disable X1 // the experimental sample type below
using System.Reflection;
using System.Runtime.Loader;

namespace MemOS.Hosts.Tests.StandIns;

/// <summary>
/// The stand-ins against the libraries that this build runs on. Built with <c>HostLibraries=nuget</c> those are the real ones,
/// and every public member of a stand-in is held against them; otherwise they are the stand-ins, and only loading is proven.
/// </summary>
public sealed class StandInTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "stand-ins");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void StandIn_AgainstTheLibraryInUse_DeclaresNothingElse(string name)
    {
        var context = new AssemblyLoadContext("stand-ins", isCollectible: true);
        context.Resolving += (_, wanted) => File.Exists(FileOf(wanted.Name!)) ? context.LoadFromAssemblyPath(FileOf(wanted.Name!)) : null;
        try
        {
            var standIn = context.LoadFromAssemblyPath(FileOf(name));
            var differences = PublicSurface.Compare(standIn, Assembly.Load(name)).ToList();
            Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
            Assert.NotEmpty(standIn.GetExportedTypes());
        }
        finally
        {
            context.Unload();
        }
    }

    [Theory]
    [InlineData(typeof(Real.Same), typeof(Standing.Same), null)]
    [InlineData(typeof(Real.OtherParameterName), typeof(Standing.OtherParameterName), "Int32 Add(Int32 left)")]
    [InlineData(typeof(Real.OtherDefault), typeof(Standing.OtherDefault), "Void Wait(Int32 seconds = 5)")]
    [InlineData(typeof(Real.NotVirtual), typeof(Standing.NotVirtual), "virtual Void Run()")]
    [InlineData(typeof(Real.InitOnly), typeof(Standing.InitOnly), "set_Size")]
    [InlineData(typeof(Real.Sealed), typeof(Standing.Sealed), "sealed")]
    [InlineData(typeof(Real.HasAbstract), typeof(Standing.HasAbstract), "abstract Void Must()")]
    [InlineData(typeof(Real.Experiment), typeof(Standing.Experiment), "X1")]
    public void Compare_Types_NamesTheDifference(Type real, Type standIn, string? difference)
    {
        var found = PublicSurface.Compare(standIn, real).ToList();
        if (difference is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(found, text => text.Contains(difference, StringComparison.Ordinal));
        }
    }

    private static string FileOf(string name) => Path.Combine(Folder, name + ".dll");

#pragma warning disable CS1591, IDE0060, CA1711, CA1801, CA1030
    private static class Real
    {
        public class Same { public int Add(int left) => left; }
        public class OtherParameterName { public int Add(int first) => first; }
        public class OtherDefault { public void Wait(int seconds = 6) { } }
        public class NotVirtual { public void Run() { } }
        public class InitOnly { public int Size { get; init; } }
        public sealed class Sealed { }
        public abstract class HasAbstract { public abstract void Must(); }
        [System.Diagnostics.CodeAnalysis.Experimental("X1")] public class Experiment { }
    }

    private static class Standing
    {
        public class Same { public int Add(int left) => left; }
        public class OtherParameterName { public int Add(int left) => left; }
        public class OtherDefault { public void Wait(int seconds = 5) { } }
        public class NotVirtual { public virtual void Run() { } }
        public class InitOnly { public int Size { get; set; } }
        public class Sealed { }
        public abstract class HasAbstract { }
        public class Experiment { }
    }
#pragma warning restore CS1591, IDE0060, CA1711, CA1801, CA1030
}
