using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Notebooks;

/// <summary>The .ipynb form of a notebook (nbformat 4.5, C# kernel of .NET Interactive).</summary>
public static class NotebookFile
{
    /// <summary>Writes a notebook; the same cells and outputs give the same bytes.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="outputs">What each code cell printed and showed, in their order.</param>
    public static string Write(IReadOnlyList<NotebookCell> cells, IReadOnlyList<IReadOnlyList<NotebookOutput>> outputs)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteStartArray("cells");
            var code = 0;
            for (var i = 0; i < cells.Count; i++)
            {
                WriteCell(json, cells[i], i, cells[i].IsCode ? outputs[code++] : []);
            }

            json.WriteEndArray();
            WriteMetadata(json);
            json.WriteNumber("nbformat", 4);
            json.WriteNumber("nbformat_minor", 5);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Reads the cells of a notebook and the outputs of its code cells.</summary>
    public static (IReadOnlyList<NotebookCell> Cells, IReadOnlyList<IReadOnlyList<NotebookOutput>> Outputs) Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var cells = new List<NotebookCell>();
        var outputs = new List<IReadOnlyList<NotebookOutput>>();
        foreach (var cell in document.RootElement.GetProperty("cells").EnumerateArray())
        {
            var isCode = cell.GetProperty("cell_type").GetString() == "code";
            cells.Add(new(isCode, Joined(cell.GetProperty("source"))));
            if (isCode)
            {
                outputs.Add([.. cell.GetProperty("outputs").EnumerateArray().Select(ReadOutput)]);
            }
        }

        return (cells, outputs);
    }

    private static NotebookOutput ReadOutput(JsonElement output) => output.TryGetProperty("data", out var data)
        ? new(IsPicture: true, Joined(data.GetProperty("image/svg+xml")))
        : new(IsPicture: false, Joined(output.GetProperty("text")));

    private static void WriteCell(Utf8JsonWriter json, NotebookCell cell, int number, IReadOnlyList<NotebookOutput> outputs)
    {
        json.WriteStartObject();
        json.WriteString("cell_type", cell.IsCode ? "code" : "markdown");
        if (cell.IsCode)
        {
            json.WriteNull("execution_count");
        }

        json.WriteString("id", $"cell-{number + 1:00}");
        json.WriteStartObject("metadata");
        if (cell.IsCode)
        {
            json.WriteStartObject("dotnet_interactive");
            json.WriteString("language", "csharp");
            json.WriteEndObject();
            json.WriteStartObject("polyglot_notebook");
            json.WriteString("kernelName", "csharp");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (cell.IsCode)
        {
            json.WriteStartArray("outputs");
            foreach (var output in outputs)
            {
                WriteOutput(json, output);
            }

            json.WriteEndArray();
        }

        WriteLines(json, "source", cell.Text);
        json.WriteEndObject();
    }

    private static void WriteOutput(Utf8JsonWriter json, NotebookOutput output)
    {
        json.WriteStartObject();
        if (output.IsPicture)
        {
            json.WriteStartObject("data");
            WriteLines(json, "image/svg+xml", output.Text);
            json.WriteEndObject();
            json.WriteStartObject("metadata");
            json.WriteEndObject();
            json.WriteString("output_type", "display_data");
        }
        else
        {
            json.WriteString("name", "stdout");
            json.WriteString("output_type", "stream");
            WriteLines(json, "text", output.Text);
        }

        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json)
    {
        json.WriteStartObject("metadata");
        json.WriteStartObject("kernelspec");
        json.WriteString("display_name", ".NET (C#)");
        json.WriteString("language", "C#");
        json.WriteString("name", ".net-csharp");
        json.WriteEndObject();
        json.WriteStartObject("language_info");
        json.WriteString("name", "csharp");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Jupyter keeps texts as lists of lines, each with its line feed.
    private static void WriteLines(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartArray(name);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            json.WriteStringValue(text.AsSpan(start, end - start));
            start = end;
        }

        json.WriteEndArray();
    }

    private static string Joined(JsonElement lines) => lines.ValueKind == JsonValueKind.String ? lines.GetString()! : string.Concat(lines.EnumerateArray().Select(line => line.GetString()));
}
