namespace JudgeTrainer.Changes;

/// <summary>An earlier and a later statement of one conversation.</summary>
/// <param name="Conversation">The number of the conversation.</param>
/// <param name="Bag">Pairs of one bag have the same earlier statement, which one of them at least makes untrue; -1 for a pair whose earlier statement stays true.</param>
/// <param name="Later">The place of the later statement in the conversation: it makes one earlier statement untrue at most.</param>
/// <param name="Features">How they stand to each other.</param>
/// <param name="IsByRule">Whether a rule says that the later statement makes the earlier one untrue.</param>
/// <param name="Text">Both, for people.</param>
internal sealed record ChangePair(int Conversation, int Bag, int Later, IReadOnlyList<KeyValuePair<string, float>> Features, bool IsByRule, string Text);
