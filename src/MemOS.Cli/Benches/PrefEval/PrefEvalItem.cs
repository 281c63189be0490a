namespace MemOS.Cli.Benches.PrefEval;

/// <summary>A preference, said in three ways, and a question that it bears on.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Topic">The topic's name.</param>
/// <param name="Preference">The preference in one sentence.</param>
/// <param name="Question">The question.</param>
/// <param name="Choice">A conversation in which it shows by a choice: role and text.</param>
/// <param name="Persona">A conversation in which it is mentioned in passing: role and text.</param>
internal sealed record PrefEvalItem(string Id, string Topic, string Preference, string Question, IReadOnlyList<SaidLine> Choice, IReadOnlyList<SaidLine> Persona);
