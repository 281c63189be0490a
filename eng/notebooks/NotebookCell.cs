namespace Notebooks;

/// <summary>A cell of a notebook.</summary>
/// <param name="IsCode">Whether it is code; otherwise markdown.</param>
/// <param name="Text">Its lines, joined by line feeds, without one at the end.</param>
public sealed record NotebookCell(bool IsCode, string Text);
