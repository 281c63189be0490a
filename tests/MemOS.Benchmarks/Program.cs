using System.Globalization;
using System.Runtime.InteropServices;
using MemOS.Benchmarks.Benches;

namespace MemOS.Benchmarks;

/// <summary>
/// Measures speed and size. <c>--quick</c> takes small sizes, <c>--write</c> puts the table into docs/benchmarks.md, a name
/// (append, memory, bigfile, demo) measures that part alone.
/// </summary>
internal static class Program
{
    private static readonly Dictionary<string, Func<IBenchmark>> Parts = new()
    {
        ["append"] = static () => new AppendBenchmark(),
        ["memory"] = static () => new MemoryBenchmark(),
        ["bigfile"] = static () => new BigFileBenchmark(),
        ["demo"] = static () => new DemoBenchmark(),
    };

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments.FirstOrDefault(argument => argument is not ("--quick" or "--write") && !Parts.ContainsKey(argument)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"{unknown} is not known. Use --quick for small sizes, --write to write docs/benchmarks.md, or one of {string.Join(", ", Parts.Keys)}.");
            return 2;
        }

        var sizes = arguments.Contains("--quick") ? BenchmarkSizes.Quick : BenchmarkSizes.Full;
        var folder = Directory.CreateTempSubdirectory("memos-benchmarks").FullName;
        try
        {
            var rows = new List<Measurement>();
            var chosen = Parts.Keys.Where(arguments.Contains).ToList();
            foreach (var name in chosen.Count > 0 ? chosen : [.. Parts.Keys])
            {
                var benchmark = Parts[name]();
                await Console.Error.WriteLineAsync($"{benchmark.GetType().Name} …");
                rows.AddRange(await benchmark.RunAsync(sizes, folder));
            }

            var table = ResultTable.Format(rows);
            var machine = string.Create(CultureInfo.InvariantCulture,
                $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {RuntimeInformation.FrameworkDescription}{(sizes == BenchmarkSizes.Quick ? ", small sizes" : "")}.");
            await Console.Out.WriteLineAsync($"{machine}\n\n{table}");
            if (arguments.Contains("--write"))
            {
                ResultTable.Write(FindDocument(), table, machine);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string FindDocument()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "docs")) && folder.EnumerateFiles("*.sln").Any())
            {
                return Path.Combine(folder.FullName, "docs", "benchmarks.md");
            }
        }

        throw new InvalidOperationException("--write needs a checkout: run it by dotnet run --project tests/MemOS.Benchmarks.");
    }
}
