using MemOS.Evidence;

namespace MemOS.Reading.Rules;

/// <summary>Finds the order to give up what was asked for before: "forget the two sentence limit".</summary>
internal static class LiftedRuleReader
{
    /// <summary>The order to give up a limit or rule, the token it begins at, and the one behind it: "forget the two sentence limit"; <see langword="null"/> for none.</summary>
    public static (RecordDraft Order, int From, int To)? Read(Sentence sentence, EvidenceItem item, Speaker speaker)
    {
        const int LongestRule = 6;
        var tokens = sentence.Tokens;
        var from = Array.FindIndex(tokens, token => token.Lower is "forget" or "drop" or "ignore" or "scrap" or "lift");
        if (from < 0 || from + 2 >= tokens.Length || (from > 0 && tokens[from - 1].Lower is not ("so" or "," or "please" or "just" or "now" or "then" or "can")) || tokens[from + 1].Lower is not ("the" or "my" or "that"))
        {
            return null;
        }

        var rule = Array.FindIndex(tokens, from + 2, Math.Min(LongestRule, tokens.Length - from - 2), token => token.Lower is "limit" or "limits" or "rule" or "rules" or "restriction" or "cap" or "requirement" or "maximum");
        if (rule < 0)
        {
            return null;
        }

        var words = string.Join(' ', tokens[(from + 2)..(rule + 1)].Select(token => token.Text));
        return (new()
        {
            Kind = MemoryKind.Instruction,
            Text = $"{speaker.Name} wants the assistant to {tokens[from].Lower} the {words}.",
            Subject = speaker.Subject,
            Confidence = 0.8,
            Origin = item.Content.Kind == EvidenceKind.Manual ? RecordOrigin.Manual : RecordOrigin.User,
            IsChange = true,
            Ends = words,
            Sources = [item.Id],
        }, from > 0 && tokens[from - 1].Lower is "so" or "and" ? from - 1 : from, rule + 1);
    }
}
