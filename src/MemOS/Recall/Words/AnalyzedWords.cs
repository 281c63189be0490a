namespace MemOS.Recall.Words;

/// <summary>What the word index keeps of a text.</summary>
/// <param name="Terms">The distinct terms, in order of first appearance; none holds a blank.</param>
/// <param name="Length">The number of terms with repetitions: the length that ranking normalises by.</param>
public sealed record AnalyzedWords(IReadOnlyList<string> Terms, int Length);
