using System.Globalization;

namespace MemOS.EndToEnd.Recall;

/// <summary>The questions of one language under one measure: how much was held of each, and which were lost.</summary>
internal sealed class RecallTally
{
    private readonly List<string> lost = [];
    private double held;

    public int Count { get; private set; }

    public double Share => Count == 0 ? 0 : held / Count;

    public void Add(RecallConversation conversation, RecallQuestion question, double share)
    {
        Count++;
        held += share;
        if (share < 1)
        {
            lost.Add(string.Create(CultureInfo.InvariantCulture, $"  {conversation.Id}: {question.Question} ({share:0.00})"));
        }
    }

    /// <summary>The figure with the questions lost.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Share:0.000} of {Count} questions; lost:\n{string.Join('\n', lost)}");
}
