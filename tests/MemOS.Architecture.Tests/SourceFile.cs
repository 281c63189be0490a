using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MemOS.Architecture.Tests;

/// <summary>A C# file of the repository with its syntax tree. The path is relative to the root and uses slashes.</summary>
internal sealed class SourceFile
{
    public SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
        Root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
    }

    public string Path { get; }

    public string Text { get; }

    public SyntaxNode Root { get; }

    public bool IsUnder(params string[] folders) => folders.Any(folder => Path.StartsWith(folder + "/", StringComparison.Ordinal));

    public Violation At(SyntaxNode node, string message) => new(Path, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, message);

    public Violation At(int line, string message) => new(Path, line, message);
}
