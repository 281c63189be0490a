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
    // Nobody reads through more than that, so that nobody could say it holds nothing: it is left to a person.
    private const int LongestJudged = 100_000;

    // What a form needs lies close together. A window bounds what a search can cost, whatever text it is given.
    private const int Window = 400;
    private const int Overlap = 120;

    /// <summary>Whether a value is secret or personal.</summary>
    public static bool IsSensitive(string pointer, JsonElement value) => IsSecret(pointer, value) || IsPersonal(pointer, value);

    /// <summary>Whether a value gives access to something, or holds what does: a password, key, token or card number.</summary>
    public static bool IsSecret(string pointer, JsonElement value) =>
        IsText(value, out var text) && new ArgumentName(pointer) is var name && (SecretNames.Demand(name, text) || SecretTexts.IsRandom(name, text) || Windows(text).Any(SecretTexts.Holds));

    /// <summary>Whether a value belongs to one person, or holds what does: a name, an address, a telephone, account or document number.</summary>
    public static bool IsPersonal(string pointer, JsonElement value) =>
        IsText(value, out var text) && (text.Length > LongestJudged || PersonalNames.Demand(new(pointer), text) || Windows(text).Any(PersonalTexts.Holds));

    private static IEnumerable<string> Windows(string text)
    {
        if (text.Length <= Window)
        {
            return [text];
        }

        return Enumerable.Range(0, (Math.Min(text.Length, LongestJudged) + Window - Overlap - 1) / (Window - Overlap)).Select(i => i * (Window - Overlap)).Select(start => text.Substring(start, Math.Min(Window, text.Length - start)));
    }

    private static bool IsText(JsonElement value, out string text)
    {
        text = value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? JsonValues.Spoken(value) : "";
        return text.Length > 0;
    }
}
