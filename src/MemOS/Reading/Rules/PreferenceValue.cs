namespace MemOS.Reading.Rules;

/// <summary>A preference that a clause states.</summary>
/// <param name="Polarity">Which way it points.</param>
/// <param name="Topic">What it is about; empty when the clause does not say it in a phrase.</param>
/// <param name="IsImplied">Whether a choice shows it that was made, and nobody states it.</param>
internal sealed record PreferenceValue(Polarity Polarity, string Topic, bool IsImplied = false)
{
    /// <summary>The slot that one topic has for one person.</summary>
    public string? Slot => Topic.Length == 0 ? null : SlotVocabulary.LikesPrefix + Topic;

    /// <summary>What the slot holds.</summary>
    public string Value => IsImplied ? ImpliedPreference.ValueOf(Polarity) : Polarity == Polarity.Negative ? "no" : "yes";
}
