using MemOS.Recall.Kinds;
using MemOS.Recall.Query;
using MemOS.Recall.Words;

namespace MemOS.Tests.Recall.Kinds;

public sealed class KindTermsTests
{
    [Fact]
    public void Of_AQuestionForAKind_LendsItsMembersAtTheGivenWeight()
    {
        var lent = KindTerms.Of(Terms("Which instruments does Lena play?"), 0.2);

        Assert.Contains(new QueryTerm("piano", 0.2), lent);
        Assert.DoesNotContain(lent, term => term.Term == "tenni");
    }

    [Fact]
    public void Of_AMemberThatIsNamed_IsNotLentAgain() =>
        Assert.DoesNotContain(KindTerms.Of(Terms("Which instruments beside the piano does Lena play?"), 0.2), static term => term.Term == "piano");

    [Theory]
    [InlineData("When did Lena move?", 0.2)]
    [InlineData("Which instruments does Lena play?", 0)]
    [InlineData("Summarise this: the instruments of our orchestra were carried upstairs by twelve volunteers while rain fell, doors slammed, engines roared, birds sang, children laughed and the mayor waited", 0.2)]
    public void Of_NoKindNoWeightOrALongText_LendsNothing(string question, double weight) => Assert.Empty(KindTerms.Of(Terms(question), weight));

    private static List<QueryTerm> Terms(string text) => [.. WordAnalyzer.Terms(text).Distinct().Select(static term => new QueryTerm(term, 1))];
}
