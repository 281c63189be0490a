using System.Collections.Frozen;
using MemOS.Reading.Rules;

namespace MemOS.Reading.Extraction;

/// <summary>The attributes that a model may fill: those that the rules fill too, so that what both read is of one slot.</summary>
internal static class ExtractionSlots
{
    // Left out are slots whose subject is not what a model would name: an occasion's time, a plan, a nameless possession.
    private static readonly FrozenSet<string> Names = new[]
    {
        "home", "origin", "birthplace", "birthday", "birth year", "age", "name", "nickname", "pronouns", "job", "employer", "relationship", "children", "school", "field of study",
        "height", "weight", "diet", "car", "phone", "laptop", "language", "framework", "database", "editor", "cloud", "timezone", "email", "address", "budget", "salary", "rent",
        "boss", "manager", "team", "doctor", "dentist", "gym", "bank",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The attributes in a stable order, for the prompt.</summary>
    public static IEnumerable<string> All => Names.Order(StringComparer.Ordinal);

    /// <summary>The slot that an attribute of an answer means; <see langword="null"/> when it is none.</summary>
    public static string? Find(string attribute) => Names.TryGetValue(attribute.Trim().Replace('_', ' '), out var slot) ? slot : null;

    /// <summary>The slot of a preference.</summary>
    public static string OfTopic(string topic) => SlotVocabulary.LikesPrefix + topic;
}
