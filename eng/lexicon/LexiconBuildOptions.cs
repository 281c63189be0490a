namespace LexiconBuilder;

/// <summary>The sizes of a build.</summary>
internal sealed record LexiconBuildOptions(int CommonTerms = 26000, int FurtherTerms = 10000, int Dimension = 192, int Iterations = 4);
