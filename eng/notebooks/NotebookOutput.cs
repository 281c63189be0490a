namespace Notebooks;

/// <summary>What a code cell printed or showed.</summary>
/// <param name="IsPicture">Whether it is a picture, as SVG; otherwise printed text.</param>
/// <param name="Text">The text or the SVG.</param>
public sealed record NotebookOutput(bool IsPicture, string Text);
