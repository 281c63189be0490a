using System.Buffers;
using System.Net;

namespace MemOS.Evidence;

/// <summary>
/// Turns HTML into the Markdown that documents are cut by: headings, paragraphs, lists, table rows, quotations and code keep their
/// structure; scripts, styles, comments and everything else that is not read go.
/// </summary>
/// <remarks>
/// One pass that forgives: an unclosed tag, a stray "&lt;" or an unknown entity is text. No parser of the whole standard
/// (https://html.spec.whatwg.org/multipage/parsing.html): it reads what pages say, not how they look. Threat note: the result is
/// data like any document; nothing in it is fetched, run or followed.
/// </remarks>
internal static class HtmlText
{
    private static readonly HashSet<string> Dropped = new(["script", "style", "head", "noscript", "template", "svg", "iframe", "object", "canvas", "select", "textarea", "button", "nav"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Blocks = new(["p", "div", "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "address", "form", "fieldset", "table", "ul", "ol", "dl", "dt", "dd", "blockquote", "hr", "details", "summary", "body", "html", "caption", "thead", "tbody", "tfoot"], StringComparer.OrdinalIgnoreCase);
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Whether a document is HTML, by its name or its first words.</summary>
    public static bool IsHtml(string name, string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        return name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase) ||
            start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The text of a page as Markdown.</summary>
    public static string ToMarkdown(string html)
    {
        var writer = new MarkdownWriter();
        if (TitleOf(html) is { Length: > 0 } title && !html.Contains("<h1", StringComparison.OrdinalIgnoreCase))
        {
            writer.Heading(1);
            writer.Text(title);
            writer.Break(2);
        }

        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0 || open > at)
            {
                writer.Text(WebUtility.HtmlDecode(html[at..(open < 0 ? html.Length : open)]));
                at = open < 0 ? html.Length : open;
                continue;
            }

            at = ReadTag(html, open, writer);
        }

        return writer.ToString();
    }

    // Reads what begins with "<" and returns the place behind it.
    private static int ReadTag(string html, int open, MarkdownWriter writer)
    {
        if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        var isClosing = open + 1 < html.Length && html[open + 1] == '/';
        var start = open + (isClosing ? 2 : 1);
        var close = start < html.Length && (char.IsAsciiLetter(html[start]) || html[start] is '!' or '?') ? TagEnd(html, start) : -1;
        if (close < 0)
        {
            // "a < b" is no tag; where no tag can end any more, all the rest is text.
            var isRest = start < html.Length && char.IsAsciiLetter(html[start]);
            writer.Text(isRest ? WebUtility.HtmlDecode(html[open..]) : "<");
            return isRest ? html.Length : open + 1;
        }

        var name = html.AsSpan(start, close - start);
        var length = name.IndexOfAny(NameEnds);
        var tag = (length < 0 ? name : name[..length]).ToString().ToLowerInvariant();
        if (!isClosing && Dropped.Contains(tag) && html[close - 1] != '/')
        {
            var end = html.IndexOf("</" + tag, close, StringComparison.OrdinalIgnoreCase);
            var behind = end < 0 ? -1 : html.IndexOf('>', end);
            return behind < 0 ? html.Length : behind + 1;
        }

        Write(tag, isClosing, writer);
        return close + 1;
    }

    // A ">" inside a quoted attribute does not end the tag.
    private static int TagEnd(string html, int start)
    {
        var quote = '\0';
        for (var i = start; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' && html[i - 1] is '=' or ' ')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i;
            }
        }

        // A quotation mark that nothing closes is none: at most one scan to the end for each of the two marks.
        return quote == '\0' ? -1 : html.IndexOf('>', start);
    }

    private static void Write(string tag, bool isClosing, MarkdownWriter writer)
    {
        switch (tag)
        {
            case ['h', >= '1' and <= '6' and var level]:
                writer.Break(2);
                if (!isClosing)
                {
                    writer.Heading(level - '0');
                }

                break;
            case "br":
                writer.Break(1);
                break;
            case "li":
                writer.Break(1);
                if (!isClosing)
                {
                    writer.Item();
                }

                break;
            case "ul" or "ol":
                writer.List(isClosing);
                break;
            case "tr":
                writer.Break(1);
                writer.Row();
                break;
            case "td" or "th":
                if (!isClosing)
                {
                    writer.Cell();
                }

                break;
            case "pre":
                writer.Pre(isClosing);
                break;
            case var block when Blocks.Contains(block):
                writer.Break(2);
                break;
        }
    }

    private static string? TitleOf(string html)
    {
        var open = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var start = open < 0 ? -1 : html.IndexOf('>', open) + 1;
        var end = start <= 0 ? -1 : html.IndexOf("</title", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : WebUtility.HtmlDecode(html[start..end]).ReplaceLineEndings(" ").Trim();
    }
}
