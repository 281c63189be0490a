using System.Xml.Linq;

namespace MemOS.Architecture.Tests;

/// <summary>Which project may know which: the arrows of the design, as data.</summary>
internal static class ProjectArrows
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["MemOS"] = [],
        ["MemOS.Sqlite"] = ["MemOS"],
        ["MemOS.Models"] = [],
        ["MemOS.Extensions.AI"] = ["MemOS"],
        ["MemOS.SemanticKernel"] = ["MemOS"],
        ["MemOS.AgentFramework"] = ["MemOS"],
        ["MemOS.OnnxGenAI"] = ["MemOS"],
        ["MemOS.Cli"] = ["MemOS", "MemOS.Sqlite", "MemOS.Models"],
        ["MemOS.TestKit"] = ["MemOS"],
    };

    // The libraries of hosts, real or stand-ins, are known to adapters, their tests and samples only.
    private static readonly string[] HostAware = ["MemOS.Extensions.AI", "MemOS.SemanticKernel", "MemOS.AgentFramework", "MemOS.OnnxGenAI", "MemOS.Hosts.Tests"];

    // The engine rests on abstractions alone; only the store knows SQLite.
    private static readonly Dictionary<string, string[]> AllowedPackages = new(StringComparer.Ordinal)
    {
        ["MemOS"] = ["Microsoft.Extensions.", "System.Numerics.Tensors"],
        ["MemOS.Sqlite"] = ["Microsoft.Data.Sqlite", "SQLitePCLRaw.", "Microsoft.Extensions."],
    };

    /// <summary>What in a project file breaks the arrows.</summary>
    /// <param name="path">The project file, relative to the root.</param>
    /// <param name="xml">What it holds.</param>
    public static IEnumerable<string> Check(string path, string xml)
    {
        var project = System.IO.Path.GetFileNameWithoutExtension(path);
        var document = XDocument.Parse(xml);
        foreach (var host in document.Descendants("HostLibrary").Select(reference => reference.Attribute("Include")!.Value))
        {
            if (!HostAware.Contains(project) && !path.StartsWith("samples/", StringComparison.Ordinal) && !path.StartsWith("eng/reference/", StringComparison.Ordinal))
            {
                yield return $"{project} must not know the host library {host}.";
            }
        }

        var references = document.Descendants("ProjectReference").Select(reference => System.IO.Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        if (Allowed.TryGetValue(project, out var allowed))
        {
            foreach (var reference in references.Where(reference => reference.StartsWith("MemOS", StringComparison.Ordinal) && !allowed.Contains(reference)))
            {
                yield return $"{project} must not know {reference}.";
            }
        }

        if (AllowedPackages.TryGetValue(project, out var prefixes))
        {
            foreach (var package in document.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value))
            {
                if (!prefixes.Any(prefix => package.StartsWith(prefix, StringComparison.Ordinal)))
                {
                    yield return $"{project} must not use the package {package}.";
                }
            }
        }

        foreach (var package in document.Descendants("PackageReference").Where(reference => reference.Attribute("Version") is not null))
        {
            yield return $"{project} sets the version of {package.Attribute("Include")!.Value}: versions live in Directory.Packages.props.";
        }
    }

    public static IEnumerable<string> CheckAssembly(string assembly, IEnumerable<string> references)
    {
        foreach (var reference in references)
        {
            if (reference.StartsWith("MemOS", StringComparison.Ordinal) && Allowed.TryGetValue(assembly, out var allowed) && !allowed.Contains(reference))
            {
                yield return $"{assembly} must not know {reference}.";
            }

            // What is not referenced cannot be called: this is the proof that the engine and its store are offline.
            if (assembly is "MemOS" or "MemOS.Sqlite" && (reference.StartsWith("System.Net.", StringComparison.Ordinal) || reference is "System.Diagnostics.Process" or "System.Console"))
            {
                yield return $"{assembly} must not use {reference}.";
            }

            if (assembly == "MemOS" && (reference.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) || reference.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal) || reference.StartsWith("Microsoft.Agents", StringComparison.Ordinal)))
            {
                yield return $"{assembly} must not use {reference}.";
            }
        }
    }
}
