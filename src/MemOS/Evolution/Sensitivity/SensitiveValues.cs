using System.Text.Json;
using MemOS.Evolution.Json;

namespace MemOS.Evolution.Sensitivity;

/// <summary>Recognises secrets and personal values, which never become constants, defaults or examples.</summary>
/// <remarks>
/// By the argument's name together with the form of the value, or by what stands in the value alone. It errs towards caution: a person
/// is asked then. Threat note: rules see forms, not meaning. A name without a title under a key that says nothing of persons, or a
/// password that stands alone under "text", looks like any word.
/// </remarks>
internal static class SensitiveValues
{
    /// <summary>Whether a value is secret or personal.</summary>
    public static bool IsSensitive(string pointer, JsonElement value) => IsSecret(pointer, value) || IsPersonal(pointer, value);

    /// <summary>Whether a value gives access to something, or holds what does: a password, key, token or card number.</summary>
    public static bool IsSecret(string pointer, JsonElement value) =>
        IsText(value, out var text) && (SecretNames.Demand(new(pointer), text) || SecretTexts.Holds(new(pointer), text));

    /// <summary>Whether a value belongs to one person, or holds what does: a name, an address, a telephone, account or document number.</summary>
    public static bool IsPersonal(string pointer, JsonElement value) =>
        IsText(value, out var text) && (PersonalNames.Demand(new(pointer), text) || PersonalTexts.Holds(text));

    private static bool IsText(JsonElement value, out string text)
    {
        text = value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? JsonValues.Spoken(value) : "";
        return text.Length > 0;
    }
}
