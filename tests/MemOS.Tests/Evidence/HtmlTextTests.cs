using MemOS.Evidence;

namespace MemOS.Tests.Evidence;

public class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<h2 class='x'>Notice &mdash; period</h2><p>Six   weeks,<br>then out.</p>", "## Notice — period\n\nSix weeks,\nthen out.")]
    [InlineData("<ul><li>First <a href=\"x>y\">item</a></li><li>Second<ol><li>Inner</li></ol></li></ul>After", "- First item\n- Second\n  - Inner\n\nAfter")]
    [InlineData("<table><tr><th>Grade</th><th>Days</th></tr><tr><td>A</td><td>30</td></tr></table>", "Grade | Days\nA | 30")]
    [InlineData("<script>if (a < b) { x = '</p>'; }</script><style>p{}</style>Text<!-- secret <p>no</p> -->!", "Text!")]
    [InlineData("<pre>let a = 1;\n  let b = 2;</pre><p>Done</p>", "```\nlet a = 1;\n  let b = 2;\n```\n\nDone")]
    [InlineData("1 < 2 &amp; 3 &gt; 2, caf&eacute; &#x263A; &unknown;", "1 < 2 & 3 > 2, café ☺ &unknown;")]
    [InlineData("<html><head><title>Hand &amp; book</title></head><body>Hi <b>there</b></body></html>", "# Hand & book\n\nHi there")]
    [InlineData("<head><title>Left out</title></head><h1>Shown</h1>", "# Shown")]
    [InlineData("Cut <b>off <i", "Cut off <i")]
    [InlineData("<script>never closed", "")]
    public void ToMarkdown_Page_KeepsWhatItSays(string html, string text) => Assert.Equal(text, HtmlText.ToMarkdown(html));

    [Theory]
    [InlineData("page.HTML", "x", true)]
    [InlineData("notes", "  <!DOCTYPE html><p>x", true)]
    [InlineData("notes", "<html lang=en>", true)]
    [InlineData("notes.md", "# A <b>bold</b> title", false)]
    [InlineData("code.txt", "<div>as an example</div>", false)]
    public void IsHtml_Document_IsToldByNameOrFirstWords(string name, string text, bool html) => Assert.Equal(html, HtmlText.IsHtml(name, text));

    [Fact]
    public void ToMarkdown_OpenTags_AreTextAndReadOnce()
    {
        // A hundred thousand tags that nothing closes: looking for the end of each anew would take minutes.
        var page = string.Concat(Enumerable.Repeat("<div a='", 100_000));

        Assert.StartsWith("<div a='<div", HtmlText.ToMarkdown(page), StringComparison.Ordinal);
    }
}
