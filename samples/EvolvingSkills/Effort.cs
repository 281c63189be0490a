namespace EvolvingSkills;

/// <summary>What a request cost.</summary>
/// <param name="ModelCalls">How often the model was called.</param>
/// <param name="ToolCalls">How many tools the model called.</param>
/// <param name="Tokens">Tokens of all prompts, tools included.</param>
/// <param name="Time">How long it took; the stand-in for a model answers at once, a real one takes a second or so a call.</param>
internal sealed record Effort(int ModelCalls, int ToolCalls, int Tokens, TimeSpan Time);
