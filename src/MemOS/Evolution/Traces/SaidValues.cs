using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Traces;

/// <summary>Which values the user said in a task, and by when.</summary>
internal sealed class SaidValues(IReadOnlyList<TaskStatement> statements)
{
    /// <summary>Whether the value stands verbatim, as a whole word or number, in a user message before a place in the session.</summary>
    /// <param name="value">The value.</param>
    /// <param name="position">The place in the session.</param>
    /// <param name="isByMeaning">Whether capitals and the way a number is written make no difference.</param>
    public bool IsSaidBefore(JsonElement value, int position, bool isByMeaning = false)
    {
        if (JsonValues.IsContainer(value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return false;
        }

        var spoken = JsonValues.Spoken(value);
        return statements.Any(statement => statement.Position < position && (Verbatim.Contains(statement.Text, spoken) ||
            (isByMeaning && (value.ValueKind == JsonValueKind.Number ? Verbatim.ContainsNumber(statement.Text, spoken) : Verbatim.Contains(statement.Text, spoken, StringComparison.OrdinalIgnoreCase)))));
    }
}
