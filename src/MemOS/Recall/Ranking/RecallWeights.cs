namespace MemOS.Recall.Ranking;

/// <summary>
/// The constants of ranking. They were set on conversations of the kind that the benchmarks describe, and each one's worth is
/// measured in <c>docs/benchmarks.md</c>.
/// </summary>
internal sealed record RecallWeights
{
    public static RecallWeights Default { get; } = new();

    /// <summary>BM25: how strongly long texts are discounted, from 0 to 1 (Robertson and Zaragoza, 2009).</summary>
    public double LengthDiscount { get; init; } = 0.5;

    /// <summary>BM25: term saturation; terms count once a text, so that this only shapes the length discount.</summary>
    public double Saturation { get; init; } = 1.2;

    /// <summary>What two neighbouring words of the query that stand together in a text add, as a share of their mean weight.</summary>
    public double Phrase { get; init; } = 0.7;

    /// <summary>How much a message takes from the one before and the one after it.</summary>
    public double Neighbour { get; init; } = 0.4;

    /// <summary>How much a message takes from the ones two places away.</summary>
    public double SecondNeighbour { get; init; } = 0.2;

    /// <summary>How much a message takes from the three best of its session.</summary>
    public double Session { get; init; } = 0.1;

    /// <summary>What is left of the score of a message that somebody else spoke than the one person asked about.</summary>
    public double OtherSpeaker { get; init; } = 0.4;

    /// <summary>How much a message takes from the best record made of it.</summary>
    public double Record { get; init; } = 0.3;

    /// <summary>What a statement with a time gains when the question asks when.</summary>
    public double TimedStatement { get; init; } = 0.2;

    /// <summary>What a statement gains when it was said, or happened, in a time that the query names.</summary>
    public double NamedTime { get; init; } = 3;

    /// <summary>How much it counts what a line tells by its form, whatever was asked: an exponent, 0 for not at all.</summary>
    public double Telling { get; init; } = 1;

    /// <summary>Telling: the growth of a score for each of the first names in a line.</summary>
    public double TellsName { get; init; } = 0.2;

    /// <summary>Telling: what is left of a line that ends with a question.</summary>
    public double EndsAsking { get; init; } = 0.75;

    /// <summary>Telling: the score of a line in which somebody speaks of himself, as a multiple.</summary>
    public double OfSelf { get; init; } = 1.15;

    /// <summary>Telling: what is left of a line that speaks to the listener.</summary>
    public double OfListener { get; init; } = 0.85;

    /// <summary>The growth of a line's score after the question that fits best what was asked; for others by their share.</summary>
    public double AnswersQuestion { get; init; } = 1.2;

    /// <summary>The score of a line with a number where one is asked for, as a multiple.</summary>
    public double HasNumber { get; init; } = 1.6;

    /// <summary>The score of a line with a place where one is asked for, as a multiple.</summary>
    public double HasPlace { get; init; } = 1.5;

    /// <summary>The score of a line with a reason where one is asked for, as a multiple.</summary>
    public double HasReason { get; init; } = 1.3;

    /// <summary>Packing: how strongly a line's length counts against its score: an exponent, 0 for not at all.</summary>
    public double Price { get; init; } = 0.3;

    /// <summary>Pseudo-relevance feedback: how many candidates lend their words.</summary>
    public int FeedbackCandidates { get; init; } = 8;

    /// <summary>Pseudo-relevance feedback: the weight of the best lent word.</summary>
    public double FeedbackWeight { get; init; } = 0.25;

    /// <summary>Pseudo-relevance feedback: how many words are lent.</summary>
    public int FeedbackTerms { get; init; } = 18;

    /// <summary>What is left of a candidate's score for each better one of the same session, among the first results.</summary>
    public double SameSession { get; init; } = 0.1;

    /// <summary>How much it counts for the first results what the whole session says of the question, as a share of a score.</summary>
    public double SessionEvidence { get; init; } = 1;

    /// <summary>How much nearness in meaning counts, as a share of the best score.</summary>
    public double Meaning { get; init; } = 0.15;

    /// <summary>What is left of the score of what is no longer true; the statement that replaced it takes the whole score.</summary>
    public double Outdated { get; init; } = 0.5;

    /// <summary>Where the statement that replaced another stands, as a multiple of what the other scored.</summary>
    public double Successor { get; init; } = 1.05;

    /// <summary>What is left of the score of a short message about what would be, if.</summary>
    public double Hypothetical { get; init; } = 0.5;

    /// <summary>What the words that a preference shares with a request for advice count, beside their nearness in meaning.</summary>
    public double PreferenceWords { get; init; } = 2;

    /// <summary>How far above the best message by words the best preference stands when advice is asked for.</summary>
    public double Preference { get; init; } = 1;

    /// <summary>What is left of the score of what the assistant said: people ask for what was told to it.</summary>
    public double AssistantSaid { get; init; } = 0.7;

    /// <summary>Gate: the share of what was asked, by rarity of its words, that the best message must hold.</summary>
    public double GateCoverage { get; init; } = 0.55;

    /// <summary>Gate: the same share when the question is about the asker: nothing but memory can answer that.</summary>
    public double GatePersonalCoverage { get; init; } = 0.1;

    /// <summary>Gate: the cosine of the nearest item by vector that opens it.</summary>
    public double GateSimilarity { get; init; } = 0.6;

    /// <summary>Gate: how near the nearest preference must be to a request for advice.</summary>
    public double GateFit { get; init; } = 0.1;

    /// <summary>Gate: what is injected scores at least this share of the best.</summary>
    public double GateShare { get; init; } = 0.25;

    /// <summary>How much the best match by vector counts, as a share of the best score by words.</summary>
    public double Vector { get; init; } = 0.8;
}
