using System.Text;

namespace MemOS.Evidence;

/// <summary>Writes text with the structure of Markdown: blanks run together, breaks never pile up.</summary>
internal sealed class MarkdownWriter
{
    private readonly StringBuilder text = new();
    private int breaks;
    private int depth;
    private bool isPre;
    private bool isFirstCell = true;
    private bool needsBlank;
    private string pending = "";

    /// <summary>Begins a heading of a level, from 1.</summary>
    public void Heading(int level) => pending = new string('#', level) + " ";

    /// <summary>Begins an item of a list.</summary>
    public void Item() => pending = new string(' ', Math.Max(0, depth - 1) * 2) + "- ";

    /// <summary>Begins or ends a list.</summary>
    public void List(bool isEnd)
    {
        depth = Math.Max(0, depth + (isEnd ? -1 : 1));
        Break(depth == 0 || (depth == 1 && !isEnd) ? 2 : 1);
    }

    /// <summary>Begins a row of a table.</summary>
    public void Row() => isFirstCell = true;

    /// <summary>Begins a cell.</summary>
    public void Cell()
    {
        if (!isFirstCell)
        {
            text.Append(" | ");
            needsBlank = false;
        }

        isFirstCell = false;
    }

    /// <summary>Begins or ends text that keeps its lines, as code does.</summary>
    public void Pre(bool isEnd)
    {
        if (isEnd == !isPre)
        {
            return;
        }

        Break(isEnd ? 1 : 2);
        Flush();
        text.Append("```");
        isPre = !isEnd;
        Break(isEnd ? 2 : 1);
    }

    /// <summary>Ends a line (1) or a paragraph (2).</summary>
    public void Break(int lines)
    {
        breaks = Math.Max(breaks, lines);
        pending = "";
        needsBlank = false;
    }

    /// <summary>Adds text as a page has it.</summary>
    public void Text(string part)
    {
        if (isPre)
        {
            Flush();
            text.Append(part.ReplaceLineEndings("\n").Trim('\n'));
            return;
        }

        foreach (var c in part)
        {
            if (char.IsWhiteSpace(c))
            {
                needsBlank = true;
                continue;
            }

            var isBlank = needsBlank && breaks == 0 && text.Length > 0 && text[^1] is not (' ' or '\n');
            Flush();
            if (isBlank)
            {
                text.Append(' ');
            }

            needsBlank = false;
            text.Append(c);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString().Trim();

    private void Flush()
    {
        if (text.Length > 0)
        {
            text.Append('\n', breaks);
        }

        breaks = 0;
        text.Append(pending);
        pending = "";
    }
}
