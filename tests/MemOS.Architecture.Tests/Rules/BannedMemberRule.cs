using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MemOS.Architecture.Tests.Rules;

/// <summary>Members such as <c>DateTime.Now</c> that no code under the given folders uses.</summary>
internal sealed class BannedMemberRule(string type, string[] members, string[] folders, string instead) : ISourceRule
{
    public string Name => $"no {type}.{string.Join('/', members)}";

    public SourceFile BadSample => new($"{folders[0]}/Bad.cs", $"class Bad {{ object M() => {type}.{members[0]}; }}");

    public SourceFile GoodSample => new($"{folders[0]}/Good.cs", $"class Good {{ string M() => \"{type}.{members[0]}\"; /* {type}.{members[0]} */ }}");

    public IEnumerable<Violation> Check(SourceFile file) => !file.IsUnder(folders)
        ? []
        : file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => members.Contains(access.Name.Identifier.Text) && LastName(access.Expression) == type)
            .Select(access => file.At(access, $"{type}.{access.Name.Identifier.Text}: {instead}"));

    private static string LastName(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.Text,
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        _ => "",
    };
}
