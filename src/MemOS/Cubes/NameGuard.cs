using System.Globalization;
using MemOS.Evidence;

namespace MemOS.Cubes;

/// <summary>Checks names before they reach a store: two names that a store would write alike must not become one person's memory.</summary>
internal static class NameGuard
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 256;

    /// <summary>Throws unless a tenant and a user can be names.</summary>
    public static void CheckUser(string tenant, string user)
    {
        CheckLabel(tenant, nameof(tenant));
        CheckName(user, nameof(user));
    }

    /// <summary>Throws unless a text can be the name of a user or cube.</summary>
    public static void CheckName(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        CheckLabel(name, parameter);
    }

    /// <summary>Throws unless a text can be a tenant or a label: like a name, but it may be empty.</summary>
    public static void CheckLabel(string label, string parameter)
    {
        ArgumentNullException.ThrowIfNull(label, parameter);
        if (label.Length > LongestName)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The {parameter} has {label.Length} characters; {LongestName} are allowed. Use an id instead."), parameter);
        }

        if (!EvidenceGuard.IsWellFormed(label) || label.Any(char.IsControl))
        {
            throw new ArgumentException($"The {parameter} holds a control character or is not valid UTF-16. Use an id instead.", parameter);
        }
    }

    /// <summary>Throws unless all names of a scope can be names.</summary>
    public static void CheckScope(MemoryScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        CheckUser(scope.Tenant, scope.User);
        CheckLabel(scope.Agent ?? "", "agent");
        CheckLabel(scope.Session ?? "", "session");
    }
}
