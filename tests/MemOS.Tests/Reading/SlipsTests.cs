namespace MemOS.Tests.Reading;

/// <summary>What is put right: spellings, digits, what was misread; and what looks like it.</summary>
public sealed class SlipsTests
{
    [Theory]
    [InlineData("My boss is called Sean Doyle.", "It's spelt Shaun, he'd never forgive me.", "User's boss is called Shaun Doyle.")]
    [InlineData("My sister's name is Karen.", "typo - Karin with an i", "User's sister's name is Karin.")]
    [InlineData("My mobile is 0412 558 301.", "Oh hang on, I swapped two digits. 0412 585 301.", "User's mobile is 0412 585 301.")]
    [InlineData("My anatomy exam is on 12 November.", "21 November*, sorry, fat fingers.", "User's anatomy exam is on 21 November (2023-11-21).")]
    [InlineData("We have two kids.", "Three, actually.", "User has Three kids.")]
    [InlineData("We're flying into Munich.", "No, Nuremberg.", "User is flying into Nuremberg.")]
    public void ReadAsync_SlipOfTheHand_IsPutRight(string wrong, string right, string text)
    {
        var record = ReadingTalk.Read("user: " + wrong, "assistant: Noted.", "user: " + right)[^1];

        Assert.True(record.IsCorrection);
        Assert.Equal(text, record.Text);
    }

    [Theory]
    [InlineData("I misread the invoice. The repair was 420 euros.", "The repair was 420 euros.")]
    [InlineData("Wait, no, the crown is on Thursday.", "The crown is on Thursday (2023-05-11).")]
    public void ReadAsync_StatementBehindTheSign_IsACorrection(string said, string text)
    {
        var record = ReadingTalk.Read("user: I get my crown fitted on Wednesday, and the repair cost 240 euros.", "assistant: Noted.", "user: " + said)[^1];

        Assert.True(record.IsCorrection);
        Assert.Equal(text, record.Text);
    }

    [Fact]
    public void ReadAsync_WhatItNeverWas_IsRejectedByName()
    {
        var record = ReadingTalk.Read("user: I'm allergic to peanuts.", "assistant: Noted.", "user: It was never peanuts at all. My allergy is to hazelnuts.")[^1];

        Assert.Equal("peanuts", record.RejectedValue);
    }

    [Theory]
    [InlineData("I misread the invoice.")]
    [InlineData("I mixed up the digits.")]
    public void ReadAsync_SlipItself_IsNoStatement(string said) => Assert.Empty(ReadingTalk.Read("user: " + said));
}
