using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>Habits of the public API, each as a function from a public type to what is wrong with it.</summary>
internal static class ApiHabits
{
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static readonly IReadOnlyDictionary<string, Func<Type, IEnumerable<string>>> All = new Dictionary<string, Func<Type, IEnumerable<string>>>(StringComparer.Ordinal)
    {
        ["public types are immutable"] = IsImmutable,
        ["records hold values that compare by value"] = HoldsValues,
        ["classes are sealed, abstract or static"] = IsClosed,
        ["instants are NodaTime's"] = UsesNodaTime,
        ["what is parsed can be tried"] = ParsesBothWays,
        ["no type repeats its namespace"] = DoesNotRepeatItsNamespace,
        ["geometry types stay inside"] = HidesTheGeometryLibrary,
    };

    // Builders collect, and options are filled in by a host before the library copies them.
    private static bool MayChange(Type type) =>
        type.Name.EndsWith("Builder", StringComparison.Ordinal) || type.Name.EndsWith("Options", StringComparison.Ordinal);

    private static IEnumerable<string> IsImmutable(Type type) => MayChange(type) || type.IsEnum
        ? []
        :
        [
            .. type.GetProperties(Visible).Where(static property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
                .Select(property => $"{type.FullName}.{property.Name} can be set."),
            .. type.GetFields(Visible).Where(static field => field is { IsInitOnly: false, IsLiteral: false })
                .Select(field => $"{type.FullName}.{field.Name} can be assigned."),
        ];

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static IEnumerable<string> HoldsValues(Type type) =>
        from property in IsRecord(type) ? type.GetProperties(Visible) : []
        where property.GetMethod is { IsStatic: false } getter
            && getter.IsDefined(typeof(CompilerGeneratedAttribute)) // a computed property holds nothing
            && ComparesByReference(property.PropertyType)
        select $"{type.FullName}.{property.Name} is a {property.PropertyType.Name}, so that two equal records would not be equal.";

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    private static bool ComparesByReference(Type type) =>
        type.IsArray
        || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>));

    private static IEnumerable<string> IsClosed(Type type) =>
        type is { IsClass: true, IsSealed: false, IsAbstract: false } ? [$"{type.FullName} can be inherited from."] : [];

    private static IEnumerable<string> UsesNodaTime(Type type) =>
        from used in Signatures(type)
        where used.Type == typeof(DateTime) || used.Type == typeof(DateTimeOffset) || used.Type == typeof(TimeSpan) || used.Type == typeof(TimeZoneInfo)
        select $"{type.FullName}.{used.Member} speaks of {used.Type.Name}.";

    private static IEnumerable<string> HidesTheGeometryLibrary(Type type) =>
        from used in Signatures(type)
        where used.Type.Namespace?.StartsWith("NetTopologySuite", StringComparison.Ordinal) == true
        select $"{type.FullName}.{used.Member} speaks of {used.Type.Name}.";

    private static IEnumerable<string> ParsesBothWays(Type type)
    {
        var names = type.GetMethods(Visible).Where(static method => method.IsStatic).Select(static method => method.Name).ToHashSet(StringComparer.Ordinal);
        return names.Contains("Parse") == names.Contains("TryParse") ? [] : [$"{type.FullName} has only one of Parse and TryParse."];
    }

    private static IEnumerable<string> DoesNotRepeatItsNamespace(Type type) =>
        string.Equals(type.Name, type.Namespace?.Split('.')[^1], StringComparison.Ordinal) ? [$"{type.FullName} repeats its namespace's last word."] : [];

    private static IEnumerable<(string Member, Type Type)> Signatures(Type type)
    {
        IEnumerable<(string, Type)> all =
        [
            .. type.GetProperties(Visible).Select(static property => (property.Name, property.PropertyType)),
            .. type.GetFields(Visible).Select(static field => (field.Name, field.FieldType)),
            .. type.GetMethods(Visible).Where(static method => !IsAccessor(method)).SelectMany(static method => method.GetParameters().Select(parameter => (method.Name, parameter.ParameterType)).Append((method.Name, method.ReturnType))),
            .. type.GetConstructors(Visible).SelectMany(static constructor => constructor.GetParameters().Select(parameter => (constructor.Name, parameter.ParameterType))),
        ];
        return all.SelectMany(static pair => Parts(pair.Item2).Select(part => (pair.Item1, part)));
    }

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && (method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal));

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
}
