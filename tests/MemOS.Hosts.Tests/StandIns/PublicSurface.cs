using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MemOS.Hosts.Tests.StandIns;

/// <summary>Compares what a stand-in declares with the library it stands in for: a stand-in may have less, and nothing else.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = Everything | BindingFlags.DeclaredOnly;
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>The differences, each one line.</summary>
    public static IEnumerable<string> Compare(Assembly standIn, Assembly real) => standIn.GetExportedTypes().SelectMany(type =>
        real.GetType(type.FullName!) is { } other ? Compare(type, other) : [$"{type.FullName} is no public type of {real.GetName().Name}."]);

    /// <summary>The differences of a type, each one line.</summary>
    public static IEnumerable<string> Compare(Type standIn, Type real)
    {
        if (KindOf(standIn) != KindOf(real))
        {
            yield return $"{standIn.FullName} is {KindOf(standIn)}; the real one is {KindOf(real)}.";
        }

        foreach (var contract in standIn.GetInterfaces().Select(Name).Except(real.GetInterfaces().Select(Name)))
        {
            yield return $"{standIn.FullName} implements {contract}; the real one does not.";
        }

        var theirs = real.GetMembers(Everything).Concat(real.IsInterface ? real.GetInterfaces().SelectMany(contract => contract.GetMembers(Everything)) : [])
            .Where(IsVisible).Select(Describe).ToHashSet(StringComparer.Ordinal);
        var ours = standIn.GetMembers(Declared).Where(IsVisible).Select(Describe).ToHashSet(StringComparer.Ordinal);
        foreach (var member in ours.Except(theirs))
        {
            yield return $"{standIn.FullName}: the real one has no {member}.";
        }

        if (!standIn.IsInterface && standIn.GetConstructors(Declared).All(constructor => !IsVisible(constructor)))
        {
            yield break;
        }

        // Who derives from a type with a missing abstract member compiles here and not there.
        var inherited = standIn.GetMembers(Everything).Where(IsVisible).Select(Describe);
        foreach (var member in real.GetMembers(Declared).Where(IsVisible).Where(member => member is MethodInfo { IsAbstract: true }).Select(Describe).Except(inherited))
        {
            yield return $"{standIn.FullName}: the real one demands {member}.";
        }
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        Type type => type.IsNestedPublic,
        _ => false, // properties and events are compared by their accessors
    };

    private static string Describe(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{Access(constructor)} constructor{Parameters(constructor)}{Marks(member)}",
        MethodInfo method => $"{Access(method)} {Modifiers(method)}{Name(method.ReturnType)}{Init(method)} {method.Name}{Generics(method)}{Parameters(method)}{Marks(method)}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? " = " + field.GetRawConstantValue() : "")}",
        _ => member.ToString()!,
    };

    private static string KindOf(Type type)
    {
        var kind = type.IsInterface ? "an interface" : type.IsEnum ? "an enum" : type.IsValueType ? "a struct"
            : (type.IsAbstract && type.IsSealed ? "a static" : type.IsAbstract ? "an abstract" : type.IsSealed ? "a sealed" : "an open") + " class";
        var parent = type.BaseType is { } known && known != typeof(object) && known.IsVisible ? " of " + Name(known) : "";
        return kind + parent + Marks(type);
    }

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";

    private static string Init(MethodInfo method) => method.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init" : "";

    private static string Generics(MethodInfo method) => method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => $"({string.Join(", ", method.GetParameters().Select(Describe))})";

    private static string Describe(ParameterInfo parameter)
    {
        var extension = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "";
        var value = parameter.HasDefaultValue ? " = " + Convert.ToString(parameter.RawDefaultValue, CultureInfo.InvariantCulture) : "";
        return $"{extension}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Marks(MemberInfo member) => string.Concat(member.GetCustomAttributesData()
        .Where(mark => mark.AttributeType.FullName == typeof(ExperimentalAttribute).FullName || mark.AttributeType == typeof(ObsoleteAttribute))
        .Select(mark => mark.AttributeType == typeof(ObsoleteAttribute) ? " [Obsolete]" : $" [Experimental {mark.ConstructorArguments[0].Value}]").Order(StringComparer.Ordinal));

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.HasElementType)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : "&");
        }

        var name = type.Namespace == "System" ? type.Name : (type.FullName ?? $"{type.Namespace}.{type.Name}").Split('[')[0];
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
