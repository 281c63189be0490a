using System.Reflection;

namespace MemOS.Sqlite.Tests.Recall;

/// <summary>Walks what is reachable from an object, to see which texts a process still holds.</summary>
internal static class ObjectGraph
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The strings reachable from an object that hold a word.</summary>
    public static IReadOnlyList<string> FindTexts(object root, string word)
    {
        var found = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var rest = new Stack<object>([root]);
        while (rest.TryPop(out var next))
        {
            if (next is string text)
            {
                if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    found.Add(text);
                }
            }
            else if (next is Array array)
            {
                foreach (var item in array)
                {
                    Push(item);
                }
            }
            else
            {
                for (var type = next.GetType(); type is not null && type != typeof(object); type = type.BaseType)
                {
                    foreach (var field in type.GetFields(Fields | BindingFlags.DeclaredOnly).Where(static field => !field.FieldType.IsPrimitive && !field.FieldType.IsPointer))
                    {
                        Push(field.GetValue(next));
                    }
                }
            }
        }

        return found;

        void Push(object? value)
        {
            if (value is not null and not (Type or MemberInfo or Assembly or Module or Thread or Pointer or SynchronizationContext) && (value.GetType().IsValueType || seen.Add(value)))
            {
                rest.Push(value);
            }
        }
    }
}
