namespace MemOS.Architecture.Tests.Rules;

internal sealed class FileLengthRule : ISourceRule
{
    private const int Cap = 400;

    public string Name => "a file has fewer than 400 lines";

    public SourceFile BadSample => new("src/MemOS/Long.cs", string.Concat(Enumerable.Repeat("// line\n", Cap)));

    public SourceFile GoodSample => new("src/MemOS/Short.cs", string.Concat(Enumerable.Repeat("// line\n", Cap - 1)));

    public IEnumerable<Violation> Check(SourceFile file)
    {
        var lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        if (lines >= Cap)
        {
            yield return file.At(Cap, $"{lines} lines: split the file by what changes together.");
        }
    }
}
