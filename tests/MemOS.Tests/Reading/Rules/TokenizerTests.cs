using MemOS.Reading.Rules;

namespace MemOS.Tests.Reading.Rules;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("I'm sure", "I am sure")]
    [InlineData("I don’t eat", "I do not eat")]
    [InlineData("we won't go", "we will not go")]
    [InlineData("I'd better go", "I had better go")]
    [InlineData("I'd love to", "I would love to")]
    [InlineData("gonna move", "going to move")]
    [InlineData("Melanie's a nurse", "Melanie is a nurse")]
    [InlineData("Melanie's dog", "Melanie's dog")]
    [InlineData("she's been there", "she has been there")]
    [InlineData("thinkin' of it", "thinking of it")]
    [InlineData("at 7:30 for $1,500 in U.S. dollars", "at 7:30 for $1,500 in U.S. dollars")]
    [InlineData("I use .NET and C#", "I use .NET and C#")]
    public void Tokenize_ShortForms_AreSpelledOut(string text, string words) => Assert.Equal(words, string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Text)));

    [Fact]
    public void Tokenize_Words_KeepTheirPlaces()
    {
        const string text = "Hi, I've moved.";

        Assert.All(Tokenizer.Tokenize(text).Where(token => token.Text is "Hi" or "moved"), token => Assert.Equal(token.Text, text[token.Start..token.End]));
    }
}
