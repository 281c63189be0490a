using System.Text.Json;
using MemOS.Evolution.Json;

namespace MemOS.Evolution.Skills;

/// <summary>What a run of a skill did and did not do.</summary>
public sealed record SkillReport
{
    private const int LongestLine = 120;

    /// <summary>The skill.</summary>
    public required string Skill { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>How it ended.</summary>
    public required SkillRunStatus Status { get; init; }

    /// <summary>The calls that were made, with their results.</summary>
    public required IReadOnlyList<SkillCall> Done { get; init; }

    /// <summary>The tools whose calls were not made, in order; the first is the one that failed, if one did.</summary>
    public required IReadOnlyList<string> NotDone { get; init; }

    /// <summary>Why it stopped; <see langword="null"/> when all was done.</summary>
    public string? Error { get; init; }

    /// <summary>What is to be known of a run that did all it should; <see langword="null"/> when there is nothing: it took too long, or its last answer is left out.</summary>
    public string? Note { get; init; }

    /// <summary>What was said to the failed call, beside the calls that were made: a lesson is without it.</summary>
    internal JsonElement? LastArguments { get; init; }

    /// <summary>The last call's result.</summary>
    public JsonElement? Result => Done.Count > 0 ? Done[^1].Result : null;

    /// <summary>The report as a model gets it: the last call's result in full, a line for each call before it, and what was not done.</summary>
    public JsonElement ToModelJson() => JsonValues.Parse(JsonValues.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("skill", Skill);
        writer.WriteString("status", Status.ToString());
        WriteText(writer, "error", Error);
        WriteText(writer, "note", Note);
        if (Result is { } result)
        {
            writer.WritePropertyName("result");
            result.WriteTo(writer);
        }

        WriteLines(writer, "done", [.. Done.Select((call, index) => index < Done.Count - 1 && call.Result is { } earlier ? $"{call.Tool} → {Line(earlier)}" : call.Tool)]);
        WriteLines(writer, "notDone", NotDone);
        writer.WriteEndObject();
    }));

    /// <summary>The whole report as JSON, with the arguments and results of all calls.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, SkillJsonContext.Default.SkillReport);

    internal static SkillReport Of(Skill skill, SkillRunStatus status, IReadOnlyList<SkillCall> done, string? error) => new()
    {
        Skill = skill.Name,
        Version = skill.CurrentVersion,
        Status = status,
        Done = done,
        NotDone = [.. skill.Current.Plan!.Steps.Skip(done.Count).Select(step => step.Tool)],
        Error = error,
    };

    private static string Line(JsonElement result) => TextHead.Of(JsonValues.Write(result.WriteTo), LongestLine, "…");

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteLines(Utf8JsonWriter writer, string name, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var line in lines)
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
    }
}
