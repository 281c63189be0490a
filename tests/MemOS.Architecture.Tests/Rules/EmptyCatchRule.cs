using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MemOS.Architecture.Tests.Rules;

internal sealed class EmptyCatchRule : ISourceRule
{
    public string Name => "no empty catch";

    public SourceFile BadSample => new("src/MemOS/Bad.cs", "class Bad { void M() { try { } catch (Exception) { /* never mind */ } } }");

    public SourceFile GoodSample => new("src/MemOS/Good.cs", "class Good { void M() { try { } catch (Exception) { throw; } } }");

    public IEnumerable<Violation> Check(SourceFile file) => file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
        .Where(clause => clause.Block.Statements.Count == 0)
        .Select(clause => file.At(clause, "An error that is swallowed is never found: handle it, count it, or let it go."));
}
