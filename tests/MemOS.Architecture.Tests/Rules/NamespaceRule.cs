using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MemOS.Architecture.Tests.Rules;

/// <summary>
/// The namespace is the folder. Two exceptions help users: a public type may sit in the project's root namespace, the one
/// they import anyway, and public extension methods sit in the namespace of what they extend.
/// </summary>
internal sealed class NamespaceRule : ISourceRule
{
    public string Name => "the namespace is file-scoped and equals the folder";

    public SourceFile BadSample => new("src/MemOS/Recall/Lost.cs", "namespace MemOS.Elsewhere; class Lost;");

    public SourceFile GoodSample => new("src/MemOS/Recall/Found.cs", "namespace MemOS.Recall; class Found;");

    public IEnumerable<Violation> Check(SourceFile file)
    {
        if (!file.IsUnder("src", "tests"))
        {
            yield break;
        }

        foreach (var block in file.Root.DescendantNodes().OfType<NamespaceDeclarationSyntax>())
        {
            yield return file.At(block, "Use a file-scoped namespace.");
        }

        var types = file.Root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>().ToList();
        var declared = file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        if (declared is null)
        {
            foreach (var type in types)
            {
                yield return file.At(type, $"'{type.Identifier.Text}' has no namespace.");
            }

            yield break;
        }

        var parts = file.Path.Split('/')[1..^1];
        var expected = string.Join('.', parts);
        var actual = declared.Name.ToString();
        var isPublic = types.Count > 0 && types[0].Modifiers.Any(SyntaxKind.PublicKeyword);
        var isExtension = types.Count > 0 && types[0].Identifier.Text.EndsWith("Extensions", StringComparison.Ordinal);
        var isAllowed = actual == expected || (isPublic && (actual == parts[0] || actual == "MemOS" || isExtension));
        if (!isAllowed)
        {
            yield return file.At(declared, $"The namespace is '{actual}', the folder says '{expected}'.");
        }
    }
}
