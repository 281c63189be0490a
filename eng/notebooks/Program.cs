// Packs the repository's packages for the notebooks, and writes the .ipynb of each file-based app in notebooks/ with what it prints.
//
//   dotnet run --project eng/notebooks -- pack          build and pack into artifacts/packages, which the notebooks restore from
//   dotnet run --project eng/notebooks -- write [NAME]  pack, run the cells of every notebook (or of one), and write the .ipynb
using Notebooks;

var root = NotebookFolder.FindRoot();
var packages = new NotebookPackages(root);
switch (args)
{
    case ["pack"]:
        await packages.PackAsync(build: true);
        Console.WriteLine("packed into artifacts/packages");
        return 0;
    case ["write", ..]:
        await packages.PackAsync(build: true);
        var gathered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in NotebookFolder.Sources(root).Where(file => args.Length == 1 || Path.GetFileNameWithoutExtension(file) == args[1]))
        {
            var notebook = NotebookSource.Parse(await File.ReadAllTextAsync(source));
            var key = string.Join(';', notebook.Packages);
            if (!gathered.TryGetValue(key, out var assemblies))
            {
                gathered[key] = assemblies = await packages.GatherAsync(notebook.Packages, Directory.CreateTempSubdirectory("memos-notebook-").FullName);
            }

            var outputs = await NotebookRunner.RunAsync(notebook.Cells, assemblies, Directory.CreateTempSubdirectory("memos-notebook-").FullName);
            await File.WriteAllTextAsync(Path.ChangeExtension(source, ".ipynb"), NotebookFile.Write(notebook.Cells, outputs));
            Console.WriteLine($"wrote {Path.GetFileName(Path.ChangeExtension(source, ".ipynb"))}");
        }

        return 0;
    default:
        await Console.Error.WriteLineAsync("Write: dotnet run --project eng/notebooks -- pack | write [NAME]");
        return 2;
}
