namespace MemOS.Evidence;

/// <summary>A document on its way into memory: a text, in Markdown, HTML or plain, that is kept in chunks.</summary>
public sealed record DocumentDraft
{
    /// <summary>The name by which the chunks know their document, unique within its session: 1 to 256 characters, such as a path or a title.</summary>
    public required string Name { get; init; }

    /// <summary>The text. Headings, fenced code and paragraphs decide where it is cut.</summary>
    public required string Text { get; init; }

    /// <summary>The markup of the text. Default: <see cref="DocumentFormat.Auto"/>, by name and first words.</summary>
    public DocumentFormat Format { get; init; }

    /// <summary>When it was written, in the author's offset. Default: <see langword="null"/>, now.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Who wrote it. Default: <see langword="null"/>, not known.</summary>
    public string? Author { get; init; }

    /// <summary>The longest chunk, in characters, from 200 to 100,000. Default: 1,200, about 300 tokens.</summary>
    public int MaxChunkLength { get; init; } = 1200;
}
