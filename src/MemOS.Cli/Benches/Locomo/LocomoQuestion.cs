namespace MemOS.Cli.Benches.Locomo;

/// <summary>A question about a conversation.</summary>
/// <param name="Text">The question.</param>
/// <param name="Answer">The gold answer; empty where the file has none.</param>
/// <param name="Evidence">Ids of the turns that hold the answer.</param>
/// <param name="Category">1 several pieces, 2 time, 3 inference, 4 one piece, 5 adversarial.</param>
internal sealed record LocomoQuestion(string Text, string Answer, IReadOnlyList<string> Evidence, int Category);
