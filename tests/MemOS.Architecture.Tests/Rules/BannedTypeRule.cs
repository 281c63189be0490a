using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MemOS.Architecture.Tests.Rules;

/// <summary>Types such as <c>HttpClient</c> that no code under the given folders names.</summary>
internal sealed class BannedTypeRule(string what, string[] types, string[] folders, string instead) : ISourceRule
{
    public string Name => $"no {what} in {string.Join(", ", folders)}";

    public SourceFile BadSample => new($"{folders[0]}/Bad.cs", $"class Bad {{ void M() {{ {types[0]}.Go(); }} }}");

    public SourceFile GoodSample => new($"{folders[0]}/Good.cs", $"class Good {{ /* {types[0]} */ object {types[0]} {{ get; }} }}");

    public IEnumerable<Violation> Check(SourceFile file) => !file.IsUnder(folders)
        ? []
        : file.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => types.Contains(name.Identifier.Text) && name.Parent is not MemberAccessExpressionSyntax { Name: var member, Expression: ThisExpressionSyntax } )
            .Select(name => file.At(name, $"{name.Identifier.Text}: {instead}"));
}
