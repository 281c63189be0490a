namespace MemOS.Architecture.Tests.Rules;

/// <summary>A rule that every source file keeps. <see cref="BadSample"/> is what a test feeds it to see that it bites.</summary>
internal interface ISourceRule
{
    string Name { get; }

    SourceFile BadSample { get; }

    SourceFile GoodSample { get; }

    IEnumerable<Violation> Check(SourceFile file);
}
