using System.Text.Json;

namespace MemOS.Reading.Extraction;

/// <summary>The form of an answer. Everything is required and closed, so that endpoints can hold a model to it exactly; an empty text or 0 means none.</summary>
internal static class ExtractionSchema
{
    public const string Name = "memories";

    public static JsonElement Value { get; } = JsonElement.Parse("""
        {
          "type": "object",
          "properties": {
            "memories": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "kind": { "type": "string", "enum": ["fact", "preference", "event", "instruction", "profile"] },
                  "text": { "type": "string" },
                  "subject": { "type": "string" },
                  "entities": { "type": "array", "items": { "type": "string" } },
                  "event_time": { "type": "string" },
                  "attribute": { "type": "string" },
                  "value": { "type": "string" },
                  "topic": { "type": "string" },
                  "polarity": { "type": "string", "enum": ["none", "positive", "negative"] },
                  "explicit": { "type": "boolean" },
                  "confidence": { "type": "number" },
                  "sources": { "type": "array", "items": { "type": "integer" } },
                  "repeats": { "type": "integer" },
                  "replaces": { "type": "array", "items": { "type": "integer" } }
                },
                "required": ["kind", "text", "subject", "entities", "event_time", "attribute", "value", "topic", "polarity", "explicit", "confidence", "sources", "repeats", "replaces"],
                "additionalProperties": false
              }
            }
          },
          "required": ["memories"],
          "additionalProperties": false
        }
        """);
}
