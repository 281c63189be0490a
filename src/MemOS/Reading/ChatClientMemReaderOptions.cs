using MemOS.Tokens;

namespace MemOS.Reading;

/// <summary>Settings of a <see cref="ChatClientMemReader"/>.</summary>
public sealed class ChatClientMemReaderOptions
{
    /// <summary>The model to ask; <see langword="null"/> asks the client's own. Default: <see langword="null"/>.</summary>
    public string? ModelId { get; set; }

    /// <summary>The longest answer, in tokens. Default: 4,096.</summary>
    public int MaxOutputTokens { get; set; } = 4096;

    /// <summary>The longest conversation of one call, in characters; more is read in several calls. Default: 12,000, which suits a context of 8,192 tokens.</summary>
    public int MaxCharactersPerCall { get; set; } = 12_000;

    /// <summary>How many messages one call reads at most. Default: 40.</summary>
    public int MaxMessagesPerCall { get; set; } = 40;

    /// <summary>
    /// Whether the answer's form is given to the client as a JSON schema. Default: <see langword="true"/>. A client that refuses it is
    /// asked without from then on; every answer is checked all the same.
    /// </summary>
    public bool UseSchema { get; set; } = true;

    /// <summary>Counts tokens where the client does not say how many there were. Default: an estimate that errs high.</summary>
    public ITokenCounter TokenCounter { get; set; } = new EstimatingTokenCounter();

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxOutputTokens, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxCharactersPerCall, 500);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMessagesPerCall, 1);
        ArgumentNullException.ThrowIfNull(TokenCounter);
    }
}
