using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MemOS.Evolution.Tasks;
using MemOS.Evolution.Tasks.Language;

namespace MemOS.Evolution.Judging;

/// <summary>What a model answered about a turn: checked, and believed only as far as it is sure.</summary>
internal static class JudgingAnswer
{
    // A task that is cut in two is lost to its pattern; two that are taken for one mostly are not. So it takes more to part than to join.
    private const double SureOfSame = 0.5;
    private const double SureOfNew = 0.8;

    /// <summary>The number of the turn and the opinion; <see langword="null"/> when the item says nothing about a turn that was asked about.</summary>
    public static (int Turn, TurnOpinion Opinion)? Of(JsonObject item, IReadOnlySet<int> asked) =>
        Number(item["turn"]) is { } number && number == Math.Floor(number) && number is >= 1 and <= int.MaxValue && asked.Contains((int)number)
            ? ((int)number, new(RelationOf(Word(item["relation"]), Number(item["sure"]) ?? 0), FeedbackOf(Word(item["feedback"]))))
            : null;

    private static TurnRelation RelationOf(string? word, double sure) => word switch
    {
        "same" when sure >= SureOfSame => TurnRelation.FollowUp,
        "revision" when sure >= SureOfSame => TurnRelation.Revision,
        "new" when sure >= SureOfNew => TurnRelation.New,
        _ => TurnRelation.Unknown,
    };

    private static Verdict? FeedbackOf(string? word) => word switch
    {
        "worked" => Verdict.Worked,
        "failed" => Verdict.Negative,
        "dropped" => Verdict.Dropped,
        "later" => Verdict.Deferred,
        "none" => Verdict.None,
        _ => null,
    };

    private static string? Word(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>().Trim().ToLowerInvariant() : null;

    // Small models write numbers as text now and then.
    private static double? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String &&
        double.TryParse(node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
