using System.Text.Json;
using MemOS.Evolution.Json;
using MemOS.Evolution.Tasks;

namespace MemOS.Evolution.Traces;

/// <summary>Which values the user said in a task, and by when.</summary>
internal sealed class SaidValues(IReadOnlyList<TaskStatement> statements)
{
    /// <summary>Whether the value stands verbatim, as a whole word or number, in a user message before a place in the session.</summary>
    public bool IsSaidBefore(JsonElement value, int position)
    {
        if (JsonValues.IsContainer(value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return false;
        }

        var spoken = JsonValues.Spoken(value);
        return statements.Any(statement => statement.Position < position && Verbatim.Contains(statement.Text, spoken));
    }
}
