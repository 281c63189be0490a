using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Notebooks;

/// <summary>Runs the code cells of a notebook in order, in this process, against the packages that it names.</summary>
public static class NotebookRunner
{
    // What the C# kernel of .NET Interactive imports by itself.
    private static readonly string[] Imports = ["System", "System.Text", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks"];

    /// <summary>Runs the cells.</summary>
    /// <param name="cells">All cells of the notebook.</param>
    /// <param name="folder">The folder with the packages' assemblies, see <see cref="NotebookPackages"/>.</param>
    /// <param name="working">Where the code's relative paths lead.</param>
    /// <returns>What each code cell printed and showed, in their order.</returns>
    /// <exception cref="InvalidOperationException">A cell does not compile or throws; the message shows the cell.</exception>
    public static async Task<IReadOnlyList<IReadOnlyList<NotebookOutput>>> RunAsync(IReadOnlyList<NotebookCell> cells, string folder, string working)
    {
        var options = ScriptOptions.Default.WithImports(Imports).WithLanguageVersion(LanguageVersion.Latest)
            .WithReferences(References(folder)).WithMetadataResolver(ScriptMetadataResolver.Default.WithSearchPaths(folder));
        var outputs = new List<IReadOnlyList<NotebookOutput>>();
        var shown = new List<NotebookOutput>();
        var printed = new StringWriter(new StringBuilder()) { NewLine = "\n" };
        var display = new NotebookDisplay(output =>
        {
            Flush();
            shown.Add(output);
        });
        var (console, directory) = (Console.Out, Environment.CurrentDirectory);
        ScriptState<object>? state = null;
        try
        {
            Console.SetOut(printed);
            Environment.CurrentDirectory = working;
            foreach (var cell in cells.Where(cell => cell.IsCode))
            {
                var code = string.Join('\n', cell.Text.Split('\n').Where(line => !line.StartsWith("#r ", StringComparison.Ordinal) && !line.StartsWith("#i ", StringComparison.Ordinal)));
                try
                {
                    state = state is null ? await CSharpScript.RunAsync(code, options, display) : await state.ContinueWithAsync(code);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    throw new InvalidOperationException($"This cell failed: {error.Message}{Environment.NewLine}{code}{Environment.NewLine}It had printed: {printed}", error);
                }

                Flush();
                outputs.Add([.. shown]);
                shown.Clear();
            }
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = directory;
        }

        return outputs;

        void Flush()
        {
            var text = printed.ToString();
            printed.GetStringBuilder().Clear();
            if (text.Length > 0)
            {
                shown.Add(new(IsPicture: false, text));
            }
        }
    }

    // The framework's own assemblies and the packages'; a package's copy of a framework assembly gives way.
    private static IEnumerable<MetadataReference> References(string folder)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location)).ToList();
        var names = framework.Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return framework.Concat(Directory.EnumerateFiles(folder, "*.dll").Where(file => !names.Contains(Path.GetFileName(file)) && IsManaged(file)))
            .Select(file => MetadataReference.CreateFromFile(file));
    }

    private static bool IsManaged(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new System.Reflection.PortableExecutable.PEReader(stream);
        return image.HasMetadata;
    }
}
