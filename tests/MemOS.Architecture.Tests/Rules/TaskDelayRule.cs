using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MemOS.Architecture.Tests.Rules;

/// <summary>A delay that no clock drives cannot be tested and hides a missing signal: only the overload with a time provider is used.</summary>
internal sealed class TaskDelayRule : ISourceRule
{
    public string Name => "no Task.Delay without a TimeProvider";

    public SourceFile BadSample => new("src/MemOS/Bad.cs", "class Bad { Task M() => Task.Delay(10, cancellationToken); }");

    public SourceFile GoodSample => new("src/MemOS/Good.cs", "class Good { Task M() => Task.Delay(pause, timeProvider, cancellationToken); }");

    public IEnumerable<Violation> Check(SourceFile file) => file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Delay", Expression: IdentifierNameSyntax { Identifier.Text: "Task" } })
        .Where(call => !call.ArgumentList.Arguments.Skip(1).Any(IsClock))
        .Select(call => file.At(call, "Task.Delay: wait for a signal, or pass the time provider."));

    private static bool IsClock(ArgumentSyntax argument)
    {
        var text = argument.Expression.ToString();
        return text.EndsWith("time", StringComparison.OrdinalIgnoreCase) || text.EndsWith("clock", StringComparison.OrdinalIgnoreCase) ||
            text.EndsWith("timeProvider", StringComparison.OrdinalIgnoreCase) || text.EndsWith("TimeProvider.System", StringComparison.Ordinal);
    }
}
