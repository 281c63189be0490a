using MemOS.Recall.Lexicon;
using MemOS.Recall.Words;

namespace MemOS.Tests.Recall.Lexicon;

public sealed class DomainKinshipTests
{
    [Theory]
    [InlineData("restaurant bistro reservation", "vegetarian diet nutrition", "guitar concert album")]
    [InlineData("hotel room", "flight airport", "novel author")]
    public void WithKin_BringsNearDomainsNearer_AndNoOthers(string asked, string near, string far)
    {
        var plain = Profile(asked);
        var kin = plain.WithKin();

        Assert.True(Common(kin, Profile(near)) > Common(plain, Profile(near)) + 0.05f);
        Assert.True(Common(kin, Profile(far)) <= Common(plain, Profile(far)) + 0.02f);
        Assert.Equal(1, System.Numerics.Tensors.TensorPrimitives.Norm(kin.Domains.Span), 4);
    }

    [Fact]
    public void Spread_OfNothing_IsNothing() => Assert.All(DomainKinship.Spread(new float[WordLexicon.Default.DomainNames.Count]), static share => Assert.Equal(0, share));

    private static TextProfile Profile(string text) => TextProfile.Of(WordLexicon.Default, WordAnalyzer.Terms(text));

    private static float Common(TextProfile left, TextProfile right) => System.Numerics.Tensors.TensorPrimitives.Dot(left.Domains.Span, right.Domains.Span);
}
