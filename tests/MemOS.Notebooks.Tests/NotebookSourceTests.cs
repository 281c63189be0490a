using Notebooks;

namespace MemOS.Notebooks.Tests;

public sealed class NotebookSourceTests
{
    [Fact]
    public void Parse_Markers_MakeCells()
    {
        var source = NotebookSource.Parse("""
            #!/usr/bin/env dotnet
            #:package Some.Package@1.2.3
            // %% [markdown]
            // # Title
            //
            // Text.

            // %%
            using System;

            // %% [types here]
            // %%
            Say("hi");
            File.WriteAllText("p.svg", svg); // %% show svg

            // %% [types]
            // %% [markdown]
            // Helpers.
            // %%
            class Helper;
            """);
        Assert.Equal(["Some.Package, 1.2.3"], source.Packages);
        Assert.Equal(
            [
                new(false, "# Title\n\nText."),
                new(true, "#r \"nuget: Some.Package, 1.2.3\""),
                new(true, "using System;"),
                new(false, "Helpers."),
                new(true, "class Helper;"),
                new(true, "Say(\"hi\");\nFile.WriteAllText(\"p.svg\", svg);\ndisplay(HTML(svg));"),
            ],
            source.Cells);
    }

    [Theory]
    [InlineData("// %% [code]\nx();")]
    [InlineData("// %% [markdown]\nx();")]
    [InlineData("// %%\nx();\n// %% [types]\n// %%\nclass X;")]
    public void Parse_WhatNoNotebookCanHold_SaysSo(string source) => Assert.Throws<FormatException>(() => NotebookSource.Parse(source));

    [Fact]
    public void Write_ThenRead_GivesTheSame()
    {
        NotebookCell[] cells = [new(false, "# \"Title\" ä"), new(true, "var x = 1;\n\nvar y = \"<b>\";"), new(true, "x")];
        NotebookOutput[][] outputs = [[new(false, "1\n2\n"), new(true, "<svg>\n</svg>")], []];
        var text = NotebookFile.Write(cells, outputs);
        var (readCells, readOutputs) = NotebookFile.Read(text);
        Assert.Equal(cells, readCells);
        Assert.Equal(outputs.Select(cell => cell.AsEnumerable()), readOutputs.Select(cell => cell.AsEnumerable()));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }
}
