using Microsoft.Extensions.AI;

namespace MemOS.Chat;

/// <summary>What goes to the model: new lists and clones, nothing of the caller's is changed.</summary>
/// <param name="Messages">The messages that stay, the last user message with the recall block.</param>
/// <param name="Options">The options without keys of ours, with pins and placed memory; <see langword="null"/> when the caller gave none and none are needed.</param>
/// <param name="SentTokens">Estimated input tokens of the messages and of what was added to the instructions.</param>
/// <param name="InjectedTokens">Estimated tokens of memory among those.</param>
/// <param name="Block">The recall block that was placed; <see langword="null"/> when there was none, or an outer hook had placed it.</param>
public sealed record ComposedPrompt(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, int SentTokens, int InjectedTokens, RecallBlock? Block);
