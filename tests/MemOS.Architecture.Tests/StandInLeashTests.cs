using System.Text.RegularExpressions;

namespace MemOS.Architecture.Tests;

/// <summary>The leash of the stand-ins: small, marked for what they are, and reached by one line a host.</summary>
public sealed partial class StandInLeashTests
{
    private const int MostLines = 2000;

    private static readonly IReadOnlyList<SourceFile> StandIns = [.. Repository.Sources.Where(file => file.IsUnder("eng/reference"))];

    [Fact]
    public void StandIns_Together_AreSmall()
    {
        var lines = StandIns.Sum(file => file.Text.AsSpan().TrimEnd().Count('\n') + 1);
        Assert.InRange(lines, 1, MostLines);
    }

    [Fact]
    public void StandIns_EachFile_SaysWhatItIsOnTop() => Assert.All(StandIns.Where(file => file.Path != "eng/reference/StandIn.cs"), file =>
        Assert.StartsWith($"// Stand-in for {file.Path.Split('/')[2]}", file.Text, StringComparison.Ordinal));

    [Fact]
    public void StandIns_EachProject_IsNamedAfterTheAssemblyItStandsInFor() => Assert.All(
        Repository.ProjectFiles.Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Where(path => path.StartsWith("eng/reference/", StringComparison.Ordinal)),
        path => Assert.Equal($"eng/reference/{path.Split('/')[2]}/{path.Split('/')[2]}.csproj", path));

    [Fact]
    public void Adapters_AndTheirTests_HaveNoConditionalCode() => Assert.All(
        Repository.Sources.Where(file => file.IsUnder("src", "samples", "tests/MemOS.Hosts.Tests")),
        file => Assert.False(Conditional().IsMatch(file.Text), $"{file.Path} compiles differently from build to build."));

    [Fact]
    public void HostLibraries_AreReferenced_ByHostLibraryLinesAlone() => Assert.All(Repository.ProjectFiles, file =>
    {
        var text = File.ReadAllText(file);
        var allowed = Path.GetFileName(file) == "MemOS.Hosts.Tests.csproj" ? text.Replace("Include=\"../../eng/reference/*/*.csproj\"", "", StringComparison.Ordinal) : text;
        Assert.False(HostReference().IsMatch(allowed), $"{file}: write <HostLibrary Include=\"...\" />.");
    });

    [GeneratedRegex(@"^\s*#(if|elif|else)\b", RegexOptions.Multiline)]
    private static partial Regex Conditional();

    [GeneratedRegex("""(ProjectReference Include="[^"]*eng/reference|PackageReference Include="(Microsoft\.SemanticKernel|Microsoft\.Agents\.AI|Microsoft\.ML\.OnnxRuntimeGenAI|OllamaSharp|Microsoft\.Extensions\.AI"))""")]
    private static partial Regex HostReference();
}
