using MemOS.Evidence;
using MemOS.Recall;

namespace MemOS.EndToEnd.Operations;

public class DocumentOperationTests
{
    private const string Guide = """
        # Running the press

        The press stands in hall two.

        ## Starting

        Turn the red wheel twice, then wait until the lamp called Vesper glows.

        ## Stopping

        Pull the lever.
        """;

    [Fact]
    public async Task Add_Document_IsFoundByChunkWithItsNameAndNeighbours()
    {
        await using var file = await MemoryFile.OpenAsync();
        var added = await file.Memory.AddAsync(new DocumentDraft { Name = "press.md", Text = Guide, MaxChunkLength = 200 }, file.Ada.InSession("manuals"));
        await file.Memory.AddAsync(new DocumentDraft { Name = "other.txt", Text = "Something else entirely." }, file.Ada);
        await file.Memory.FlushAsync();
        var chunks = await file.Memory.ListEvidenceAsync(file.Ada, new() { Document = "press.md" });
        Assert.Equal(added.Evidence.Select(item => item.Id), chunks.Select(chunk => chunk.Id));
        Assert.Equal(Enumerable.Range(0, chunks.Count), chunks.Select(chunk => chunk.Position));
        Assert.All(chunks, chunk => Assert.Equal((EvidenceKind.Document, "press.md"), (chunk.Content.Kind, chunk.Content.Document)));
        var found = await file.Memory.SearchAsync("Which lamp glows when the press starts?", file.Ada);
        var item = found.Items.First(item => item.Text.Contains("Vesper", StringComparison.Ordinal));
        Assert.Equal((RecallItemKind.Document, Reading.RecordOrigin.Document), (item.Kind, item.Origin));
        Assert.Empty(await file.Memory.ListAsync(file.Ada));
    }

    [Fact]
    public async Task Add_DocumentAgain_DoesNothingAndAnotherTextIsAConflict()
    {
        await using var file = await MemoryFile.OpenAsync();
        var document = new DocumentDraft { Name = "press.md", Text = Guide, MaxChunkLength = 200 };
        var first = await file.Memory.AddAsync(document, file.Ada);
        var again = await file.Memory.AddAsync(document, file.Ada);
        Assert.Equal(0, again.Added);
        Assert.Equal(first.Evidence.Select(item => item.Id), again.Evidence.Select(item => item.Id));
        var before = await file.CountAsync();
        await Assert.ThrowsAsync<MemoryConflictException>(() => file.Memory.AddAsync(document with { Text = Guide + "\n\nAnd go home." }, file.Ada));
        Assert.Equal(before, await file.CountAsync());
        Assert.True((await file.Memory.AddAsync(document, file.Ada.InSession("another"))).Added > 0);
        await file.Memory.EraseAsync([.. first.Evidence.Select(item => item.Id)], file.Ada);
        Assert.True((await file.Memory.AddAsync(document with { Text = "The press is gone." }, file.Ada)).Added > 0);
    }

    [Fact]
    public async Task Add_DocumentThatCannotBeKept_RecordsNothing()
    {
        await using var file = await MemoryFile.OpenAsync(options => options.MaxDocumentLength = 1000);
        var good = new DocumentDraft { Name = "a", Text = "Some text." };
        DocumentDraft[] bad =
        [
            good with { Name = " " }, good with { Name = new('n', 257) }, good with { Text = "\n \n" }, good with { Text = new('x', 1001) },
            good with { Text = "half \ud83d" }, good with { Text = "a\0b" }, good with { MaxChunkLength = 10 }, good with { Time = new DateTimeOffset(900, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        ];
        foreach (var document in bad)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => file.Memory.AddAsync(document, file.Ada));
        }

        Assert.Equal(0, (await file.CountAsync()).Messages);
    }
}
