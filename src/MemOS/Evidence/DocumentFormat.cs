namespace MemOS.Evidence;

/// <summary>How the text of a document is marked up.</summary>
public enum DocumentFormat
{
    /// <summary>By its name (".html", ".htm") or its first words: HTML, otherwise Markdown or plain text.</summary>
    Auto,

    /// <summary>Markdown, or text without any markup.</summary>
    Markdown,

    /// <summary>HTML: kept as the Markdown of what the page says.</summary>
    Html,
}
