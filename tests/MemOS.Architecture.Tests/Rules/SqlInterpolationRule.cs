using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MemOS.Architecture.Tests.Rules;

/// <summary>
/// Values reach SQL as parameters. A hole in an SQL text may hold a constant (by our naming a Pascal-case name, or
/// <c>nameof</c>), nothing that was computed.
/// </summary>
internal sealed partial class SqlInterpolationRule : ISourceRule
{
    public string Name => "values reach SQL as parameters only";

    public SourceFile BadSample => new("src/MemOS.Sqlite/Bad.cs", "class Bad { string M(string name) => $\"SELECT id FROM users WHERE name = '{name}'\"; }");

    public SourceFile GoodSample => new("src/MemOS.Sqlite/Good.cs", "class Good { const string A = $\"SELECT {Columns} FROM users WHERE name = $name\"; string B(int n) => $\"{n} from users\"; }");

    public IEnumerable<Violation> Check(SourceFile file)
    {
        if (!file.IsUnder("src"))
        {
            yield break;
        }

        foreach (var text in file.Root.DescendantNodes().OfType<InterpolatedStringExpressionSyntax>())
        {
            var literal = string.Concat(text.Contents.OfType<InterpolatedStringTextSyntax>().Select(part => part.TextToken.ValueText + " "));
            var hole = text.Contents.OfType<InterpolationSyntax>().FirstOrDefault(part => !IsConstant(part.Expression));
            if (hole is not null && Sql().IsMatch(literal))
            {
                yield return file.At(text, $"'{hole.Expression}' is put into SQL text: make it a parameter.");
            }
        }

        foreach (var sum in file.Root.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(node => node.IsKind(SyntaxKind.AddExpression)))
        {
            if (sum.Left.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Any(part => Sql().IsMatch(part.Token.ValueText)) && !IsConstant(sum.Right))
            {
                yield return file.At(sum, $"'{sum.Right}' is appended to SQL text: make it a parameter.");
            }
        }
    }

    private static bool IsConstant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax or InterpolatedStringExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => IsConstant(inner.Expression),
        CastExpressionSyntax cast => IsConstant(cast.Expression),
        IdentifierNameSyntax name => char.IsUpper(name.Identifier.Text[0]),
        MemberAccessExpressionSyntax access => char.IsUpper(access.ToString()[0]) && char.IsUpper(access.Name.Identifier.Text[0]),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } => true,
        ConditionalExpressionSyntax choice => IsConstant(choice.WhenTrue) && IsConstant(choice.WhenFalse),
        _ => false,
    };

    [GeneratedRegex(@"\b(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX|VIRTUAL|TRIGGER)\s|DROP\s+TABLE\s|ATTACH\s+DATABASE\s|PRAGMA\s)")]
    private static partial Regex Sql();
}
