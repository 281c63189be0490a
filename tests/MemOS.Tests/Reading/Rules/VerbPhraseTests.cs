using MemOS.Reading.Rules;

namespace MemOS.Tests.Reading.Rules;

public sealed class VerbPhraseTests
{
    [Theory]
    [InlineData("went home", "go", "Past", false)]
    [InlineData("have been working at Bosch", "work", "Present", false)]
    [InlineData("do not eat meat", "eat", "Present", true)]
    [InlineData("no longer eat meat", "eat", "Present", true)]
    [InlineData("am going to visit Rome", "visit", "Future", false)]
    [InlineData("will never smoke", "smoke", "Future", true)]
    [InlineData("am not a fan", "be", "Present", true)]
    [InlineData("used to live in Berlin", "live", "Past", false)]
    [InlineData("have got a dog", "have", "Present", false)]
    public void Read_VerbGroup_TellsVerbTenseAndDenial(string words, string lemma, string tense, bool negated)
    {
        var verb = VerbPhrase.Read([.. Tokenizer.Tokenize(words)], 0);

        Assert.NotNull(verb);
        Assert.Equal((lemma, tense, negated), (verb.Lemma, verb.Tense.ToString(), verb.Negated));
    }
}
