using System.Globalization;
using System.Text.Json;

namespace MemOS.Evolution.Json;

/// <summary>JSON pointers, RFC 6901: <c>/items/0/name</c>; the empty text is the whole value.</summary>
internal static class JsonPointer
{
    public static string Append(string pointer, string member) =>
        pointer + "/" + member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Append(string pointer, int index) => pointer + "/" + index.ToString(CultureInfo.InvariantCulture);

    public static IEnumerable<string> Segments(string pointer) => pointer.Length == 0
        ? []
        : pointer[1..].Split('/').Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));

    /// <summary>The name of the innermost member that a pointer passes, without list places; empty when there is none.</summary>
    public static string LastName(string pointer) =>
        Segments(pointer).LastOrDefault(part => !part.All(char.IsAsciiDigit)) ?? "";

    public static bool TryResolve(JsonElement value, string pointer, out JsonElement found)
    {
        found = value;
        foreach (var segment in Segments(pointer))
        {
            if (found.ValueKind == JsonValueKind.Object && found.TryGetProperty(segment, out var member))
            {
                found = member;
            }
            else if (found.ValueKind == JsonValueKind.Array &&
                int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < found.GetArrayLength())
            {
                found = found[index];
            }
            else
            {
                found = default;
                return false;
            }
        }

        return found.ValueKind != JsonValueKind.Undefined;
    }
}
