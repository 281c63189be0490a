using System.Text;
using MemOS.Cli.Import;

namespace MemOS.Cli.Tests.Import;

public sealed class TranscriptFormatsTests
{
    [Theory]
    [InlineData("chat.jsonl", "{broken", "jsonl")]
    [InlineData("a.json", "[{\"role\":\"user\",\"content\":\"x\"}]", "chat")]
    [InlineData("a.json", "{\n \"messages\": []}", "chat")]
    [InlineData("a.json", "{\"messages\":[]}", "chat")]
    [InlineData("a.json", "\uFEFF [ {\"sample_id\":\"a\",\"conversation\":{}}]", "locomo")]
    [InlineData("a.json", "{\"role\":\"user\",\"content\":\"x\"}\n{\"role\":\"user\",\"content\":\"y\"}", "jsonl")]
    [InlineData("-", "{\"role\":\"user\",\"content\":\"x\"}", "jsonl")]
    [InlineData("-", "{\"role\":\"user\",\n{\"role\":\"user\",\"content\":\"y\"}", "chat")]
    [InlineData("-", "{\"role\":\"user\",\"content\":\"x\n{\"role\":\"user\",\"content\":\"y\"}", "jsonl")]
    [InlineData("-", "Ada: hello", "text")]
    [InlineData("-", "[10:32] Ada: hello", "text")]
    [InlineData("-", "", "text")]
    public void Detect_ByNameAndBeginning_FindsTheFormat(string name, string head, string expected) =>
        Assert.Equal(expected, TranscriptFormats.Detect(name, Encoding.UTF8.GetBytes(head)).Name);
}
