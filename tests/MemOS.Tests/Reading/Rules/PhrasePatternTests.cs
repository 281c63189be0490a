using MemOS.Reading.Rules;

namespace MemOS.Tests.Reading.Rules;

public sealed class PhrasePatternTests
{
    [Theory]
    [InlineData("live in|at $", "I live in Oslo with my cat", "oslo")]
    [InlineData("be # years|year", "I am 34 years old", "34")]
    [InlineData("be ~ fan of $", "I am a really big fan of jazz", "jazz")]
    [InlineData("be ?a|an ~ @diet", "I am a strict vegan", "vegan")]
    [InlineData("be # .", "I am 34 now", "34")]
    public void Matches_FittingClause_GivesTheValue(string notation, string said, string value)
    {
        var clause = Analyze(said);

        Assert.True(PhrasePattern.Parse(notation).Matches(clause, clause.Verb!.Main + 1, out var found));
        Assert.Equal(value, found);
    }

    [Theory]
    [InlineData("live in|at $", "I live happily")]
    [InlineData("be # .", "I am 34 minutes late")]
    [InlineData("be ~ fan of $", "I am in the room of a fan of jazz")]
    public void Matches_OtherClause_DoesNot(string notation, string said)
    {
        var clause = Analyze(said);

        Assert.False(PhrasePattern.Parse(notation).Matches(clause, clause.Verb!.Main + 1, out _));
    }

    private static Clause Analyze(string text) => ClauseAnalyzer.Analyze([.. Tokenizer.Tokenize(text)], false, true, [])!;
}
