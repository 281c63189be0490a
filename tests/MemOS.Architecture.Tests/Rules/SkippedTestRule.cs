using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MemOS.Architecture.Tests.Rules;

internal sealed class SkippedTestRule : ISourceRule
{
    public string Name => "no test is skipped";

    public SourceFile BadSample => new("tests/MemOS.Tests/Bad.cs", "class Bad { [Fact(Skip = \"later\")] void M() { } }");

    public SourceFile GoodSample => new("tests/MemOS.Tests/Good.cs", "class Good { [Fact] void M() { } }");

    public IEnumerable<Violation> Check(SourceFile file) => file.Root.DescendantNodes().OfType<AttributeArgumentSyntax>()
        .Where(argument => argument.NameEquals?.Name.Identifier.Text is "Skip" or "SkipWhen" or "SkipUnless")
        .Select(argument => file.At(argument, "A skipped test guards nothing: repair it or remove it."));
}
