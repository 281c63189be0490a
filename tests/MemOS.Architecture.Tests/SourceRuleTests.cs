using MemOS.Architecture.Tests.Rules;

namespace MemOS.Architecture.Tests;

public sealed class SourceRuleTests
{
    public static TheoryData<string> Names => [.. SourceRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sources_AgainstRule_HaveNoViolation(string name)
    {
        var rule = Find(name);
        var violations = Repository.Sources.SelectMany(rule.Check).ToList();
        Assert.True(violations.Count == 0, $"{name}:{Environment.NewLine}{string.Join(Environment.NewLine, violations)}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_OnItsBadSample_Bites(string name) => Assert.NotEmpty(Find(name).Check(Find(name).BadSample));

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_OnItsGoodSample_IsQuiet(string name) => Assert.Empty(Find(name).Check(Find(name).GoodSample));

    [Fact]
    public void Sources_OfTheCheckout_AreFound() =>
        Assert.True(Repository.Sources.Count(file => file.IsUnder("src")) > 50, "Too few sources: the rules would pass unseen.");

    [Fact]
    public void SqlRule_OnConcatenatedValue_Bites() =>
        Assert.Single(new SqlInterpolationRule().Check(new("src/MemOS.Sqlite/Bad.cs", "class Bad { string M(string name) => \"DELETE FROM users WHERE name = \" + name; }")));

    [Fact]
    public void OneTypeRule_OnWrongFileName_Bites() =>
        Assert.Single(new OneTypeRule().Check(new("src/MemOS/Other.cs", "namespace MemOS; class First;")));

    private static ISourceRule Find(string name) => SourceRules.All.Single(rule => rule.Name == name);
}
