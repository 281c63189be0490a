using System.Reflection;

namespace MemOS.Architecture.Tests;

public sealed class ProjectArrowTests
{
    public static TheoryData<string> Projects => [.. Repository.ProjectFiles.Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_FollowTheArrows(string path) =>
        Assert.Empty(ProjectArrows.Check(path, File.ReadAllText(Path.Combine(Repository.Root, path))));

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
    [InlineData("src/MemOS/MemOS.csproj", "<Project><ProjectReference Include=\"../MemOS.Sqlite/MemOS.Sqlite.csproj\" /></Project>")]
    [InlineData("src/MemOS.Sqlite/MemOS.Sqlite.csproj", "<Project><ProjectReference Include=\"..\\MemOS.Cli\\MemOS.Cli.csproj\" /></Project>")]
    [InlineData("src/MemOS/MemOS.csproj", "<Project><PackageReference Include=\"Newtonsoft.Json\" /></Project>")]
    [InlineData("src/MemOS.Cli/MemOS.Cli.csproj", "<Project><PackageReference Include=\"Spectre.Console\" Version=\"1.0.0\" /></Project>")]
    [InlineData("src/MemOS/MemOS.csproj", "<Project><HostLibrary Include=\"Microsoft.SemanticKernel.Core\" /></Project>")]
    [InlineData("src/MemOS.Cli/MemOS.Cli.csproj", "<Project><HostLibrary Include=\"Microsoft.Extensions.AI\" /></Project>")]
    [InlineData("src/MemOS.SemanticKernel/MemOS.SemanticKernel.csproj", "<Project><ProjectReference Include=\"../MemOS.Sqlite/MemOS.Sqlite.csproj\" /></Project>")]
    [InlineData("src/MemOS.AgentFramework/MemOS.AgentFramework.csproj", "<Project><ProjectReference Include=\"../MemOS.SemanticKernel/MemOS.SemanticKernel.csproj\" /></Project>")]
    public void Check_OnForbiddenReference_Bites(string path, string xml) => Assert.Single(ProjectArrows.Check(path, xml));

    [Theory]
    [InlineData("src/MemOS.SemanticKernel/MemOS.SemanticKernel.csproj")]
    [InlineData("samples/SemanticKernelAgent/SemanticKernelAgent.csproj")]
    [InlineData("eng/reference/Microsoft.SemanticKernel.Core/Microsoft.SemanticKernel.Core.csproj")]
    public void Check_OnHostLibraryOfAnAdapter_IsQuiet(string path) =>
        Assert.Empty(ProjectArrows.Check(path, "<Project><HostLibrary Include=\"Microsoft.SemanticKernel.Core\" /></Project>"));

    [Theory]
    [InlineData("MemOS", "System.Net.Http")]
    [InlineData("MemOS", "Microsoft.Data.Sqlite")]
    [InlineData("MemOS.Sqlite", "System.Net.Sockets")]
    [InlineData("MemOS.Sqlite", "MemOS.Cli")]
    public void CheckAssembly_OnForbiddenReference_Bites(string assembly, string reference) =>
        Assert.Single(ProjectArrows.CheckAssembly(assembly, [reference]));
}
