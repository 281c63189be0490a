using System.Globalization;
using MemOS.Cubes;

namespace MemOS.Evidence;

/// <summary>The chunks of documents as evidence.</summary>
internal sealed class DocumentEvidence(IEvidenceStore store, CubeAccess access)
{
    private const int SmallestChunk = 200;
    private const int LargestChunk = 100_000;
    private const int PageSize = 1000;

    /// <summary>The chunks of a document, ready to be recorded.</summary>
    /// <exception cref="ArgumentException">The document cannot be recorded.</exception>
    public static List<EvidenceDraft> Of(DocumentDraft document, DateTimeOffset now, int maxLength)
    {
        NameGuard.CheckName(document.Name, "document");
        ArgumentNullException.ThrowIfNull(document.Text);
        CheckIsText(document);
        ArgumentOutOfRangeException.ThrowIfLessThan(document.MaxChunkLength, SmallestChunk);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(document.MaxChunkLength, LargestChunk);
        if (document.Text.Length > maxLength)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Document \"{document.Name}\" has {document.Text.Length:N0} characters; the limit is {maxLength:N0} (MemoryOSOptions.MaxDocumentLength). Nothing was recorded. Split it."));
        }

        EvidenceGuard.CheckText($"Document \"{document.Name}\"", document.Text, maxLength);
        var isHtml = document.Format == DocumentFormat.Html || (document.Format == DocumentFormat.Auto && HtmlText.IsHtml(document.Name, document.Text));
        var content = isHtml ? HtmlText.ToMarkdown(document.Text) : document.Text;
        if (string.IsNullOrWhiteSpace(content))
        {
            throw new ArgumentException($"Document \"{document.Name}\" is HTML without any text; nothing was recorded.");
        }

        return [.. DocumentChunker.Split(content, document.MaxChunkLength).Select((text, index) => Chunk(document, text, index, now))];
    }

    /// <summary>The chunks of a document that the session of the access holds, in order, forgotten ones too.</summary>
    public async Task<IReadOnlyList<EvidenceItem>> FindAsync(string document, CancellationToken cancellationToken)
    {
        var home = access with { Readable = [access.Home] };
        var found = new List<EvidenceItem>();
        MemoryId? after = null;
        while (true)
        {
            var filter = new EvidenceFilter { Kind = EvidenceKind.Document, Document = document, Session = access.Scope.Session, IncludeInactive = true, After = after, Limit = PageSize };
            var page = await store.ListAsync(home, filter, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Where(item => item.Session == access.Scope.Session));
            if (page.Count < PageSize)
            {
                return found;
            }

            after = page[^1].Id;
        }
    }

    private static void CheckIsText(DocumentDraft document)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
        {
            throw new ArgumentException($"Document \"{document.Name}\" is empty; nothing was recorded. Give a text, or leave it out.");
        }

        if (document.Text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"Document \"{document.Name}\" holds NUL characters: it is binary, or was decoded with the wrong encoding; nothing was recorded. Convert it to text first.");
        }
    }

    private static EvidenceDraft Chunk(DocumentDraft document, string text, int index, DateTimeOffset now)
    {
        var draft = new EvidenceDraft
        {
            Role = EvidenceRole.User,
            Author = document.Author,
            Text = text,
            Time = document.Time ?? now,
            Kind = EvidenceKind.Document,
            Document = document.Name,
        };

        // Two calls at once record it once; a text that was erased does not stand in the way of the next one of that name.
        return draft with { ExternalId = string.Create(CultureInfo.InvariantCulture, $"document:{document.Name}#{index}:{ContentHash.Of(draft).High:x16}") };
    }
}
