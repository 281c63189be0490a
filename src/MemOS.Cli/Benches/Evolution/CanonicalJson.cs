using System.Globalization;
using System.Text.Json;

namespace MemOS.Cli.Benches.Evolution;

/// <summary>A text by which equal JSON values are equal: members in any order, 1 and 1.0 the same.</summary>
/// <remarks>The bench's own, so that it does not measure the engine with the engine's own rule.</remarks>
internal static class CanonicalJson
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => JsonEncodedText.Encode(member.Name) + ":" + Of(member.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(Of)) + "]",
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => "\"" + JsonEncodedText.Encode(value.GetString()!) + "\"",
        _ => value.ValueKind.ToString(),
    };
}
