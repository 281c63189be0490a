using MemOS.Recall;
using MemOS.Recall.Words;

namespace MemOS.Cli.Benches.PrefEval;

/// <summary>Whether a preference came through a search.</summary>
internal static class KeptScore
{
    /// <summary>Its message is among the sources of a packed result, and at least half of its stems are in the context.</summary>
    /// <param name="found">The search.</param>
    /// <param name="preference">The preference in one sentence.</param>
    /// <param name="messages">The messages in which it shows; <see langword="null"/> when the stems alone decide.</param>
    public static bool IsKept(RecallResult found, string preference, IReadOnlyList<MemoryId>? messages)
    {
        var wanted = WordAnalyzer.Terms(preference).ToHashSet(StringComparer.Ordinal);
        var held = WordAnalyzer.Terms(found.Context).ToHashSet(StringComparer.Ordinal);
        var words = wanted.Count(held.Contains) * 2 >= wanted.Count;
        return words && (messages is null || IsSource(found, messages));
    }

    /// <summary>One of the messages is among the sources of a packed result.</summary>
    public static bool IsSource(RecallResult found, IReadOnlyList<MemoryId> messages) =>
        found.Items.Any(item => item.Sources.Any(source => messages.Contains(source.Id)));
}
