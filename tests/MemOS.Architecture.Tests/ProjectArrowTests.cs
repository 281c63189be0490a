using System.Reflection;

namespace MemOS.Architecture.Tests;

public sealed class ProjectArrowTests
{
    public static TheoryData<string> Projects => [.. Repository.ProjectFiles.Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_FollowTheArrows(string path) =>
        Assert.Empty(ProjectArrows.Check(Path.GetFileNameWithoutExtension(path), File.ReadAllText(Path.Combine(Repository.Root, path))));

    [Theory]
    [InlineData("MemOS")]
    [InlineData("MemOS.Sqlite")]
    [InlineData("MemOS.Cli")]
    public void Assembly_References_FollowTheArrows(string name)
    {
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!).ToList();
        Assert.NotEmpty(references);
        Assert.Empty(ProjectArrows.CheckAssembly(name, references));
    }

    [Fact]
    public void Solution_Lists_EveryProject()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "MemOS.SemanticKernel.sln")).Replace('\\', '/');
        Assert.All(Repository.ProjectFiles, file => Assert.Contains(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), solution, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MemOS", "<Project><ProjectReference Include=\"../MemOS.Sqlite/MemOS.Sqlite.csproj\" /></Project>")]
    [InlineData("MemOS.Sqlite", "<Project><ProjectReference Include=\"..\\MemOS.Cli\\MemOS.Cli.csproj\" /></Project>")]
    [InlineData("MemOS", "<Project><PackageReference Include=\"Newtonsoft.Json\" /></Project>")]
    [InlineData("MemOS.Cli", "<Project><PackageReference Include=\"Spectre.Console\" Version=\"1.0.0\" /></Project>")]
    public void Check_OnForbiddenReference_Bites(string project, string xml) => Assert.Single(ProjectArrows.Check(project, xml));

    [Theory]
    [InlineData("MemOS", "System.Net.Http")]
    [InlineData("MemOS", "Microsoft.Data.Sqlite")]
    [InlineData("MemOS.Sqlite", "System.Net.Sockets")]
    [InlineData("MemOS.Sqlite", "MemOS.Cli")]
    public void CheckAssembly_OnForbiddenReference_Bites(string assembly, string reference) =>
        Assert.Single(ProjectArrows.CheckAssembly(assembly, [reference]));
}
