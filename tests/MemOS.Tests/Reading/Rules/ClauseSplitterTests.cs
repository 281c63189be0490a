using MemOS.Reading.Rules;

namespace MemOS.Tests.Reading.Rules;

public sealed class ClauseSplitterTests
{
    [Theory]
    [InlineData("I live in Oslo and I work as a nurse", "I live in Oslo|and I work as a nurse")]
    [InlineData("I love tea, but my wife hates it", "I love tea|but my wife hates it")]
    [InlineData("My wife and I live in Rome", "My wife and I live in Rome")]
    [InlineData("I bought bread and milk", "I bought bread and milk")]
    [InlineData("When I was ten, I moved to Rome", "When I was ten , I moved to Rome")]
    [InlineData("I have a dog, can he eat grapes", "I have a dog|can he eat grapes")]
    [InlineData("My daughter, who is seven, plays chess", "My daughter , who is seven , plays chess")]
    [InlineData("I'm tired; we hiked all day", "I am tired|we hiked all day")]
    public void Split_Sentence_IsCutBeforeNewSubjects(string text, string clauses) =>
        Assert.Equal(clauses, string.Join('|', ClauseSplitter.Split([.. Tokenizer.Tokenize(text)]).Select(clause => string.Join(' ', clause.Select(token => token.Text)))));
}
