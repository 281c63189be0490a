namespace MemOS.Evidence;

/// <summary>Cuts a document where its structure does: at headings first, then between paragraphs, then within one that is too long.</summary>
/// <remarks>
/// A chunk that does not begin with its heading is led by the path of headings above it, so that it can be read and found alone.
/// Nothing else is added, and of the text only blanks at the cuts are lost. The cost grows linearly with the text.
/// </remarks>
internal static class DocumentChunker
{
    private const string PathSeparator = " > ";

    /// <summary>The chunks in order, each at most <paramref name="maxLength"/> characters and none blank.</summary>
    public static List<string> Split(string text, int maxLength)
    {
        var chunks = new List<string>();
        var headings = new List<(int Level, string Title)>();
        var parts = new List<string>();
        var lead = "";
        foreach (var block in DocumentBlocks.Read(text))
        {
            if (block.Level > 0)
            {
                // A heading begins a chunk, unless only headings stand before it.
                if (!parts.TrueForAll(static part => part.StartsWith('#')))
                {
                    Flush(chunks, parts, lead);
                    lead = "";
                }

                headings.RemoveAll(heading => heading.Level >= block.Level);
                lead = parts.Count == 0 ? PathOf(headings, maxLength) : lead;
                headings.Add((block.Level, block.Title));
                Add(chunks, parts, ref lead, block.Text, headings, maxLength);
                continue;
            }

            Add(chunks, parts, ref lead, block.Text, headings, maxLength);
        }

        Flush(chunks, parts, lead);
        return chunks;
    }

    private static void Add(List<string> chunks, List<string> parts, ref string lead, string block, List<(int Level, string Title)> headings, int maxLength)
    {
        var rest = block.AsSpan();
        while (rest.Length > 0)
        {
            var used = lead.Length + parts.Sum(static part => part.Length + 2);
            if (used + rest.Length <= maxLength)
            {
                parts.Add(rest.ToString());
                return;
            }

            // A block that fits into a chunk of its own is not cut; one that does not is cut where it fills this one.
            var path = PathOf(headings, maxLength);
            if (parts.Count > 0 && (path.Length + rest.Length <= maxLength || maxLength - used < maxLength / 4))
            {
                Flush(chunks, parts, lead);
                lead = path;
                continue;
            }

            var cut = TextCut.Find(rest, maxLength - used);
            if (rest[..cut].TrimEnd() is { Length: > 0 } piece)
            {
                parts.Add(piece.ToString());
            }

            Flush(chunks, parts, lead);
            lead = path;
            rest = rest[cut..].TrimStart();
        }
    }

    private static void Flush(List<string> chunks, List<string> parts, string lead)
    {
        if (parts.Count > 0)
        {
            chunks.Add(lead + string.Join("\n\n", parts));
            parts.Clear();
        }
    }

    // The nearest headings say most: those above give way where the path would take more than a quarter of the chunk.
    private static string PathOf(List<(int Level, string Title)> headings, int maxLength)
    {
        var path = "";
        for (var i = headings.Count - 1; i >= 0; i--)
        {
            var longer = path.Length == 0 ? headings[i].Title : headings[i].Title + PathSeparator + path;
            if (longer.Length > maxLength / 4)
            {
                break;
            }

            path = longer;
        }

        return path.Length == 0 ? "" : path + "\n\n";
    }
}
