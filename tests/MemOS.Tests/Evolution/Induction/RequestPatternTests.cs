using FsCheck;
using FsCheck.Fluent;
using MemOS.Evolution.Induction.Requests;

namespace MemOS.Tests.Evolution.Induction;

public sealed class RequestPatternTests
{
    private static readonly string[] Words = ["write", "a", "card", "for", "the", "party", "of", "my", "friend", "with", "please", "about", "and", "to"];

    private static readonly (string Name, string[] Values)[] Kinds =
    [
        ("name", ["Ben", "Maria Stone", "Zoë", "O'Hara"]),
        ("number", ["7", "1,250", "$40", "12.5%"]),
        ("date", ["2025-03-04", "Monday", "5 May", "10:30"]),
        ("quote", ["\"so long\"", "\"hello, you\"", "“x”"]),
        ("code", ["O-77", "A4", "rev2"]),
        ("address", ["bob@example.org", "https://example.org/a?b=1"]),
    ];

    [Fact]
    public void Of_RequestsThatDifferInValues_HasThemAsParametersAndTheForm()
    {
        var pattern = RequestPattern.Of(
        [
            "Please plan a dinner for Ada Stone with 7 guests on Monday, theme \"space\".",
            "Please plan a dinner for Ben with 12 guests on 2025-03-04, theme \"pirates\".",
            "Please plan a dinner for Carla with 9 guests on 5 May, theme \"jazz\".",
        ]);

        Assert.Equal("Please plan a dinner for {name} with {number} guests on {date}, theme {quote}.", pattern.Form);
        Assert.Equal(["name", "number", "date", "quote"], pattern.Parameters.Select(parameter => parameter.Name));
        Assert.Equal("A number after “dinner for with” before “guests on theme”.", pattern.Parameters[1].Description);
        Assert.Equal(("Ada Stone", "7", "Monday", "\"space\""), (pattern.Values[0]["name"], pattern.Values[0]["number"], pattern.Values[0]["date"], pattern.Values[0]["quote"]));
        var shown = string.Join(' ', pattern.Parameters.Select(parameter => $"{parameter.Description} {parameter.Example}"));
        Assert.All(pattern.Values.SelectMany(values => values.Values), value => Assert.DoesNotContain(value, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_RequestsAboutDifferentThings_HasTheThingAsTopic()
    {
        var pattern = RequestPattern.Of(["How do I center a div in css?", "How do I center an image in css?", "How do I center the page title in css?"]);
        var topic = Assert.Single(pattern.Parameters);
        Assert.Equal(("topic", "a div"), (topic.Name, topic.Example));
        Assert.Equal("How do I center {topic} in css?", pattern.Form);
        Assert.Equal("the page title", pattern.Values[2]["topic"]);
    }

    [Fact]
    public void Of_RequestsPutDifferently_HasOnlyWhatIsAValueByItsForm()
    {
        var pattern = RequestPattern.Of(["Please write a short poem for Ada", "Could you write a poem for Ben?", "write me a poem for Maria Stone please"]);
        Assert.Null(pattern.Form);

        // "please" stands beside the third name: what is the name's place there is not sure.
        Assert.Empty(pattern.Parameters);
        var name = Assert.Single(RequestPattern.Of(["Please write a short poem for Ada", "Could you write a poem for Ben?", "write me a poem for Maria Stone!"]).Parameters);
        Assert.Equal(("name", "A name after “a poem for”."), (name.Name, name.Description));
    }

    [Theory]
    [InlineData("fix the printer of Maria Stone", "help me with the wifi printer 4711", "my printer is broken")]
    [InlineData("Email Ada about Ben", "email Ben about the party", "email everybody about Ada")]
    [InlineData("write a poem", "write a poem", "write a poem")]
    [InlineData("给小明写一封信", "给小红写一封信", "给大家写一封信")]
    [InlineData("write {a} poem for Ada", "write {a} poem for Ben", "write {a} poem for Carla")]
    [InlineData("translate the letter into French", "summarise the letter from Ada", "read the letter")]
    public void Of_WhatCannotBeToldApart_IsNoParameter(params string[] requests) => Assert.Empty(RequestPattern.Of(requests).Parameters);

    [Fact]
    public void Of_AWordThatCouldStandTwice_PartsNothing()
    {
        var pattern = RequestPattern.Of(["Compare the price of tea and the price of milk", "Compare the price of rice and the price of salt", "Compare the price of oil and the price of wine"]);
        Assert.Empty(pattern.Parameters);
        Assert.Null(pattern.Form);
    }

    [Fact]
    public void Of_ASecretOrANameInTheForm_KeepsNoFormAndNoSuchExample()
    {
        var named = RequestPattern.Of(["write Maria a card for 7 guests", "write Maria a card for 8 guests", "write Maria a card for 9 guests"]);
        Assert.Equal("number", Assert.Single(named.Parameters).Name);
        Assert.Null(named.Form);

        var secret = RequestPattern.Of(["is my password opensesame strong", "is my password swordfish strong", "is my password hunter strong"]);
        Assert.DoesNotContain("opensesame", string.Join(' ', secret.Parameters.Select(parameter => parameter.Example)), StringComparison.Ordinal);
        var people = RequestPattern.Of(["write a card for anna today", "write a card for ben today", "write a card for carl today"]);
        Assert.Equal("something", Assert.Single(people.Parameters).Example);
    }

    [Fact]
    public void Of_ChineseRequests_HasTheirNumbersAndDates()
    {
        var pattern = RequestPattern.Of(["帮我订3月5日7个人的桌子", "帮我订4月1日12个人的桌子", "帮我订5月9日2个人的桌子"]);
        Assert.Equal(["date", "number"], pattern.Parameters.Select(parameter => parameter.Name));
        Assert.Equal("12", pattern.Values[1]["number"]);
    }

    // The parameters of each request, put into the form, give back the request.
    [Fact]
    public void Of_AnyRequestsOfOneForm_AreGivenBackByTheirParameters()
    {
        var piece = Gen.OneOf(Gen.Elements(Words).Select(word => (word, -1)), Gen.Choose(0, Kinds.Length - 1).Select(kind => ("", kind)));
        var talks = from form in Gen.ListOf(piece, 9)
                    from choices in Gen.ListOf(Gen.ListOf(Gen.Choose(0, 100), 9), 4)
                    select choices.Select(choice => string.Join(' ', form.Select((part, place) => part.Item2 < 0 ? part.Item1 : Kinds[part.Item2].Values[choice[place] % Kinds[part.Item2].Values.Length]))).ToList();
        var kept = 0;
        Prop.ForAll(talks.ToArbitrary(), requests =>
        {
            var pattern = RequestPattern.Of(requests);
            kept += pattern.Form is null ? 0 : 1;
            return pattern.Form is null || requests.Index().All(request => Fill(pattern.Form, pattern.Values[request.Index]) == request.Item);
        }).QuickCheckThrowOnFailure();
        Assert.True(kept > 10, $"only {kept} had a form");
    }

    // And whatever the requests are, a value stands in its request, and no parameter is one that they all have in common.
    [Fact]
    public void Of_AnyRequests_HasValuesThatStandInThemAndDiffer()
    {
        var all = Kinds.SelectMany(kind => kind.Values).Concat(Words).Concat(Words).ToArray();
        var talks = Gen.ListOf(Gen.ListOf(Gen.Elements(all), 7).Select(words => string.Join(' ', words)), 3).Select(list => list.ToList());
        Prop.ForAll(talks.ToArbitrary(), requests =>
        {
            var pattern = RequestPattern.Of(requests);
            return pattern.Parameters.All(parameter => pattern.Values.Select(values => values[parameter.Name]).Distinct().Count() > 1) &&
                requests.Index().All(request => pattern.Parameters.All(parameter => request.Item.Contains(pattern.Values[request.Index][parameter.Name], StringComparison.Ordinal))) &&
                (pattern.Form is null || requests.Index().All(request => Fill(pattern.Form, pattern.Values[request.Index]) == request.Item));
        }).QuickCheckThrowOnFailure();
    }

    private static string Fill(string form, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(form, (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
}
