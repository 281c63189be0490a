namespace LexiconBuilder;

/// <summary>Two words that stand near each other, by their numbers, and the share of the corpus's places where they do.</summary>
internal readonly record struct WordPair(int First, int Second, double Probability);
