using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MemOS.Architecture.Tests.Rules;

/// <summary>What users can call says what it does: a summary, or inherited documentation, on every public member of src.</summary>
internal sealed class DocumentationRule : ISourceRule
{
    public string Name => "public members of src are documented";

    public SourceFile BadSample => new("src/MemOS/Bad.cs", "/// <summary>A thing.</summary>\npublic class Bad { public int Size { get; } }");

    public SourceFile GoodSample => new("src/MemOS/Good.cs", "/// <summary>A thing.</summary>\npublic class Good { /// <summary>In bytes.</summary>\npublic int Size { get; } int hidden; }");

    public IEnumerable<Violation> Check(SourceFile file) => !file.IsUnder("src")
        ? []
        : file.Root.DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(member => member is not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax or IncompleteMemberSyntax) && IsVisible(member) && !IsDocumented(member))
            .Select(member => file.At(member, $"Undocumented: {FirstLine(member)}"));

    // A member is visible when it and all types around it are; members of an interface and of an enumeration are by nature.
    private static bool IsVisible(MemberDeclarationSyntax member)
    {
        if (member is DestructorDeclarationSyntax || member.Modifiers.Any(SyntaxKind.OverrideKeyword) || HasExplicitInterface(member))
        {
            return false;
        }

        var isOpen = member.Modifiers.Any(SyntaxKind.PublicKeyword) ||
            (member.Modifiers.Any(SyntaxKind.ProtectedKeyword) && !member.Modifiers.Any(SyntaxKind.PrivateKeyword)) ||
            member is EnumMemberDeclarationSyntax || member.Parent is InterfaceDeclarationSyntax;
        var isPartialPiece = member is TypeDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.PartialKeyword);
        return isOpen && !isPartialPiece && member.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(type => type.Modifiers.Any(SyntaxKind.PublicKeyword) || type.Parent is InterfaceDeclarationSyntax);
    }

    private static bool HasExplicitInterface(MemberDeclarationSyntax member) =>
        member.ChildNodes().OfType<ExplicitInterfaceSpecifierSyntax>().Any();

    private static bool IsDocumented(MemberDeclarationSyntax member)
    {
        var text = string.Concat(member.GetLeadingTrivia().Where(trivia => trivia.HasStructure).Select(trivia => trivia.ToFullString()));
        return text.Contains("<inheritdoc", StringComparison.Ordinal) ||
            (text.Contains("<summary>", StringComparison.Ordinal) && !text.Contains("<summary></summary>", StringComparison.Ordinal));
    }

    private static string FirstLine(MemberDeclarationSyntax member) => member.ToString().Split('\n')[0].Trim();
}
