using System.Text.Json;
using System.Text.Json.Serialization;

namespace MemOS;

/// <summary>Writes a <see cref="MemoryId"/> as its printed form.</summary>
public sealed class MemoryIdJsonConverter : JsonConverter<MemoryId>
{
    /// <inheritdoc/>
    public override MemoryId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        MemoryId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A memory id looks like \"r1-12\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MemoryId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
