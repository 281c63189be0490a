using System.Text;
using System.Xml.Linq;
using Notebooks;

namespace MemOS.Notebooks.Tests;

/// <summary>Every notebook is the same as its app, runs from its first cell to its last, and shows what it says it shows.</summary>
public sealed class NotebookTests(PackedRepository repository) : IClassFixture<PackedRepository>
{
    // A line that each notebook cannot print unless it did what it is about.
    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["01-first-memory"] = "Ada finds 0 memories.",
        ["02-time-and-change"] = "->  2026-05-03",
        ["03-preferences"] = "I prefer trains to planes",
        ["04-token-savings"] = "saved",
        ["05-bring-your-own-model"] = "locker 4711",
        ["06-evolving-skills"] = "2 model calls, 1 tools called by the model",
    };

    public static TheoryData<string> Names => [.. NotebookFolder.Sources(NotebookFolder.FindRoot()).Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pair_AppAndNotebook_HoldTheSameCells(string name)
    {
        var source = NotebookSource.Parse(File.ReadAllText(PathOf(name + ".cs")));
        var text = File.ReadAllText(PathOf(name + ".ipynb"), Encoding.UTF8);
        var (cells, outputs) = NotebookFile.Read(text);
        Assert.True(source.Cells.SequenceEqual(cells), $"{name}.ipynb is not what {name}.cs makes. Write it anew: dotnet run --project eng/notebooks -- write {name}");
        Assert.Equal(text, NotebookFile.Write(cells, outputs));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Notebook_CellsInOrder_RunOfflineAndShowWhatTheFileShows(string name)
    {
        var folder = repository.FolderFor(name);
        var (cells, shown) = NotebookFile.Read(await File.ReadAllTextAsync(PathOf(name + ".ipynb")));
        var packages = NotebookSource.Parse(await File.ReadAllTextAsync(PathOf(name + ".cs"))).Packages;
        var outputs = await NotebookRunner.RunAsync(cells, await repository.GatherAsync(packages), folder);

        // Wording and figures change with the engine; which cells print and which show a picture does not.
        Assert.Equal(shown.Select(KindsOf), outputs.Select(KindsOf));
        var printed = string.Concat(outputs.SelectMany(cell => cell).Where(output => !output.IsPicture).Select(output => output.Text));
        if (Facts.TryGetValue(name, out var fact))
        {
            Assert.Contains(fact, printed, StringComparison.Ordinal);
            Assert.Contains(fact, string.Concat(shown.SelectMany(cell => cell).Select(output => output.Text)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TokenSavings_InItsOutput_HoldsAPictureOfTwoLines()
    {
        var (_, outputs) = NotebookFile.Read(await File.ReadAllTextAsync(PathOf("04-token-savings.ipynb")));
        var svg = XElement.Parse(outputs.SelectMany(cell => cell).Single(output => output.IsPicture).Text);
        XNamespace ns = "http://www.w3.org/2000/svg";
        var lines = svg.Elements(ns + "polyline").Select(line => ((string)line.Attribute("points")!).Split(' ').Select(point => point.Split(',')[1]).Select(double.Parse).ToList()).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal(150, line.Count));

        // In a picture up is small: the history climbs all the way, and what is sent ends far below it.
        Assert.True(lines[0][^1] < lines[0][0] - 150, "The full history does not climb.");
        Assert.True(lines[1][^1] > lines[0][^1] + 150, "What is sent is not far below the history.");
    }

    [Theory]
    [InlineData("01-first-memory")]
    [InlineData("04-token-savings")]
    public async Task App_RunAsAFile_PrintsAndLeavesItsPicture(string name)
    {
        var folder = repository.FolderFor(name + "-app");
        Assert.Contains(Facts[name], await repository.Packages.RunAppAsync(name + ".cs", folder), StringComparison.Ordinal);
        Assert.Equal(name == "04-token-savings", File.Exists(Path.Combine(folder, "token-savings.svg")));
    }

    private static string KindsOf(IReadOnlyList<NotebookOutput> outputs) => string.Join(' ', outputs.Select(output => output.IsPicture ? "picture" : "text"));

    private string PathOf(string file) => Path.Combine(repository.Root, "notebooks", file);
}
