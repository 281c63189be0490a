namespace Notebooks;

/// <summary>What .NET Interactive gives to the code of a cell, as far as the notebooks use it.</summary>
public sealed class NotebookDisplay
{
    private readonly Action<NotebookOutput> show;

    internal NotebookDisplay(Action<NotebookOutput> show) => this.show = show;

#pragma warning disable CA1822, IDE1006 // the names and the shape are those of the kernel
    /// <summary>Marks a text as what it is: a piece of a page, here an SVG picture.</summary>
    public Picture HTML(string content) => new(content);

    /// <summary>Shows a picture below the cell.</summary>
    public void display(Picture picture) => show(new(IsPicture: true, picture.Svg));
#pragma warning restore CA1822, IDE1006

    /// <summary>An SVG picture.</summary>
    /// <param name="Svg">Its text.</param>
    public sealed record Picture(string Svg);
}
