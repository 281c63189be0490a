using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MemOS.Architecture.Tests.Rules;

internal sealed partial class UnfinishedRule : ISourceRule
{
    public string Name => "nothing is left unfinished";

    public SourceFile BadSample => new("src/MemOS/Bad.cs", "class Bad { void M() => throw new NotImplementedException(); }");

    public SourceFile GoodSample => new("src/MemOS/Good.cs", "class Good { string M() => \"to do\"; }");

    public IEnumerable<Violation> Check(SourceFile file)
    {
        foreach (var name in file.Root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.Text == "NotImplementedException"))
        {
            yield return file.At(name, "NotImplementedException: finish it.");
        }

        foreach (var trivia in file.Root.DescendantTrivia().Where(IsComment))
        {
            if (Mark().IsMatch(trivia.ToString()))
            {
                yield return file.At(trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1, "A note to self: finish it.");
            }
        }
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia;

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Mark();
}
