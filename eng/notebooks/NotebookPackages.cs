using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Notebooks;

/// <summary>Packs the repository's packages into its local feed, and gathers the assemblies of the packages that a notebook names.</summary>
/// <param name="root">The checkout.</param>
public sealed class NotebookPackages(string root)
{
    // Only packages that stand on no host: they pack in every build.
    private static readonly string[] Packed = ["MemOS", "MemOS.Sqlite"];

    private string Feed => Path.Combine(root, "artifacts", "packages");

    // Notebook editors restore into the machine's own cache, which a restore here would fall back to.
    private static string MachineCache => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
        ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private string Cache => Path.Combine(root, "artifacts", "notebook-packages");

    /// <summary>Packs what is built, so that a restore takes it and no earlier copy of the same version.</summary>
    /// <param name="build">Whether to build first; otherwise what the solution's build left is packed.</param>
    public async Task PackAsync(bool build)
    {
        foreach (var name in Packed)
        {
            List<string> arguments = ["pack", Path.Combine(root, "src", name), "-c", Configuration, "-o", Feed, "-v", "quiet", .. HostLibraries];
            if (!build)
            {
                arguments.Add("--no-build");
            }

            await RunAsync(root, arguments);
            foreach (var extracted in new[] { Cache, MachineCache }.Select(cache => Path.Combine(cache, name.ToLowerInvariant())).Where(Directory.Exists))
            {
                Directory.Delete(extracted, recursive: true);
            }
        }
    }

    /// <summary>Puts the assemblies of packages, native ones included, into one folder.</summary>
    /// <param name="packages">The packages, such as <c>MemOS.Sqlite, 0.1.0</c>.</param>
    /// <param name="folder">A folder of the caller's, for the project and its output.</param>
    /// <returns>The folder with the assemblies.</returns>
    public async Task<string> GatherAsync(IEnumerable<string> packages, string folder)
    {
        var references = packages.Select(package => package.Split(", ")).Select(parts => $"<PackageReference Include=\"{parts[0]}\" Version=\"{parts[1]}\" />");
        foreach (var file in (string[])["nuget.config", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            var text = await File.ReadAllTextAsync(Path.Combine(root, "notebooks", file));
            await File.WriteAllTextAsync(Path.Combine(folder, file), text
                .Replace("$(MSBuildThisFileDirectory)../artifacts", Path.Combine(root, "artifacts"), StringComparison.Ordinal)
                .Replace(NotebookSource.Feed, Feed, StringComparison.Ordinal));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "Gathered.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
              </PropertyGroup>
              <ItemGroup>
                {string.Join(Environment.NewLine, references)}
              </ItemGroup>
            </Project>
            """);
        var output = Path.Combine(folder, "out");
        await RunAsync(folder, ["publish", "Gathered.csproj", "-o", output, "-v", "quiet"]);
        return output;
    }

    /// <summary>Runs a file-based app as a user does.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> RunAppAsync(string file, string working) => RunAsync(working, ["run", Path.Combine(root, "notebooks", file)]);

    private static string Configuration => typeof(NotebookPackages).Assembly.Location.Contains("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";

    // A build on the real host libraries has its outputs elsewhere.
    private static string[] HostLibraries => typeof(NotebookPackages).Assembly.Location.Replace('\\', '/').Contains("/artifacts/nuget/", StringComparison.Ordinal) ? ["-p:HostLibraries=nuget"] : [];

    private static async Task<string> RunAsync(string working, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = working, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // A test host sets what would make the new process build like its own.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:{Environment.NewLine}{await output}{await error}");
    }
}
