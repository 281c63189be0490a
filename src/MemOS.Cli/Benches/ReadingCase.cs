namespace MemOS.Cli.Benches;

/// <summary>One conversation of a reading suite, with what reading it should and should not give.</summary>
/// <param name="Id">The id; what stands before its last dash is its category.</param>
/// <param name="Language">The language, such as "en".</param>
/// <param name="Messages">The messages in order, session by session.</param>
/// <param name="Expected">Records that should be there.</param>
/// <param name="Forbidden">Records that must not be there: each is a list of strings that must not all occur in one record.</param>
internal sealed record ReadingCase(string Id, string? Language, IReadOnlyList<ReadingMessage> Messages, IReadOnlyList<ReadingExpectation>? Expected, IReadOnlyList<ReadingForbidden>? Forbidden)
{
    /// <summary>The id without its number: "updates-03" is of "updates".</summary>
    public string Category => Id.LastIndexOf('-') is var dash && dash > 0 ? Id[..dash] : Id;
}
