using System.Text;

namespace MemOS.Sqlite.Storage;

/// <summary>Lists of numbers as JSON, the form in which one parameter holds many: <c>id IN (SELECT value FROM json_each(?1))</c>.</summary>
internal static class JsonList
{
    /// <summary>The numbers as a JSON array.</summary>
    public static string Of(IEnumerable<long> numbers)
    {
        var text = new StringBuilder("[");
        foreach (var number in numbers)
        {
            text.Append(text.Length > 1 ? "," : "").Append(number);
        }

        return text.Append(']').ToString();
    }

    /// <inheritdoc cref="Of(IEnumerable{long})"/>
    public static string Of(IEnumerable<int> numbers) => Of(numbers.Select(static number => (long)number));

    /// <summary>The ids as a JSON array.</summary>
    public static string Of(IEnumerable<MemoryId> ids) => Of(ids.Select(static id => id.Value));
}
