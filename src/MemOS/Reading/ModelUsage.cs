namespace MemOS.Reading;

/// <summary>What models were asked for some work.</summary>
/// <param name="Calls">How often a model was called.</param>
/// <param name="InputTokens">Tokens that were sent: as the model counted them, or estimated where it did not.</param>
/// <param name="OutputTokens">Tokens that came back: as the model counted them, or estimated where it did not.</param>
public readonly record struct ModelUsage(int Calls, long InputTokens, long OutputTokens)
{
    /// <summary>Tokens in both directions.</summary>
    public long Tokens => InputTokens + OutputTokens;

    /// <summary>Adds what further calls took.</summary>
    public static ModelUsage operator +(ModelUsage left, ModelUsage right) => left.Add(right);

    /// <summary>Adds what further calls took.</summary>
    public ModelUsage Add(ModelUsage other) => new(Calls + other.Calls, InputTokens + other.InputTokens, OutputTokens + other.OutputTokens);
}
