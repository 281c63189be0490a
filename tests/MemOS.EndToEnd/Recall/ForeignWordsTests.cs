using MemOS.EndToEnd.Chat;

namespace MemOS.EndToEnd.Recall;

public class ForeignWordsTests
{
    [Theory]
    [InlineData("Zymurgy?")]
    [InlineData("Which zymurgy would you recommend to me?")]
    [InlineData("the")]
    [InlineData("")]
    public async Task SearchAsync_NoWordOfTheQueryIsKnown_FindsNothing(string query)
    {
        await using var host = await ChatHost.OpenAsync();
        await host.KnowAsync("The parcel came at noon.");
        Assert.Empty((await host.Memory.SearchAsync(query, host.Ada)).Items);
    }
}
