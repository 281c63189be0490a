using System.Text.RegularExpressions;
using MemOS.Cubes;
using MemOS.Reading;
using MemOS.Storage;

namespace MemOS.Chat;

/// <summary>The user's standing instructions: what stands in every prompt, however little it has to do with the question.</summary>
/// <remarks>
/// Threat note: only what the user said or confirmed by hand, in the home cube, and only where the words make it a rule for all
/// turns. Text of tools, documents and other users never gets here.
/// </remarks>
internal static partial class PinnedInstructions
{
    private const int Most = 50;

    /// <summary>Texts, oldest first, so that a new one does not move the others in the prompt.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(IMemoryStore store, CubeAccess access, CancellationToken cancellationToken)
    {
        var records = await store.Records.ListAsync(access, new() { Kind = MemoryKind.Instruction, Limit = Most }, cancellationToken).ConfigureAwait(false);
        return [.. records.Where(record => record.Id.Cube == access.Home && IsPinned(record)).Select(record => record.Text)];
    }

    /// <summary>Whether an instruction is one for every turn.</summary>
    public static bool IsPinned(RecordContent content) =>
        content.Kind == MemoryKind.Instruction && content.Origin is RecordOrigin.User or RecordOrigin.Manual && Always().IsMatch(content.Text);

    [GeneratedRegex(@"\b(always|never|every time|each time|from now on|going forward|in (the )?future|whenever|at all times|under no circumstances)\b|总是|一直|永远|始终|每次|每一次|以后都|今后都|以后请|今后请|以后|今后|从现在开始|从今以后|无论何时", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Always();
}
