using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MemOS.Architecture.Tests.Rules;

internal sealed class OneTypeRule : ISourceRule
{
    public string Name => "a file holds one type and is named after it";

    public SourceFile BadSample => new("src/MemOS/First.cs", "namespace MemOS; class First; class Second;");

    public SourceFile GoodSample => new("src/MemOS/First.Part.cs", "namespace MemOS; partial class First { class Nested; }");

    public IEnumerable<Violation> Check(SourceFile file)
    {
        // A program of top-level statements (a sample, a notebook) reads best with its helpers below it.
        if (file.Root.ChildNodes().OfType<GlobalStatementSyntax>().Any() || file.IsUnder("notebooks", "eng"))
        {
            yield break;
        }

        var types = file.Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .ToList();
        foreach (var extra in types.Skip(1))
        {
            yield return file.At(extra, $"'{NameOf(extra)}' needs a file of its own.");
        }

        var stem = System.IO.Path.GetFileName(file.Path).Split('.')[0];
        if (types.Count > 0 && NameOf(types[0]) != stem)
        {
            yield return file.At(types[0], $"'{NameOf(types[0])}' is not what the file '{stem}' is named after.");
        }
    }

    private static string NameOf(SyntaxNode node) =>
        node is BaseTypeDeclarationSyntax type ? type.Identifier.Text : ((DelegateDeclarationSyntax)node).Identifier.Text;
}
