namespace MemOS.Cli.Output;

/// <summary>What <c>memos chat --message … --json</c> prints.</summary>
/// <param name="Answer">The model's answer.</param>
/// <param name="Model">The model.</param>
/// <param name="Session">The conversation.</param>
/// <param name="Recalled">What was recalled for the message.</param>
/// <param name="FullTokens">What the whole history would have cost, estimated.</param>
/// <param name="SentTokens">What was sent, estimated.</param>
/// <param name="InjectedTokens">What of it was recalled, estimated.</param>
internal sealed record ChatOutput(string Answer, string Model, string Session, IReadOnlyList<SearchResultOutput> Recalled, long FullTokens, long SentTokens, long InjectedTokens);
