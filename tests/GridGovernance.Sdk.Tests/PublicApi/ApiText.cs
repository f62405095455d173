using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GridGovernance.Sdk.Tests.PublicApi;

/// <summary>The public surface as text: one line a type and one line a member, parameter names, defaults and nullability included.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Returns the lines of a namespace's public types, in ordinal order.</summary>
    internal static IReadOnlyList<string> Of(IEnumerable<Type> types) => [.. types.SelectMany(Lines).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        var name = TypeText.Of(type);
        var full = type.IsNested ? $"{TypeText.Of(type.DeclaringType!)}.{name}" : name;
        yield return $"{full}: {Kind(type)}{Bases(type)}";
        if (type.IsEnum)
        {
            foreach (var value in Enum.GetValuesAsUnderlyingType(type))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{full}.{Enum.GetName(type, value)} = {value}");
            }

            yield break;
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            yield return $"{full}.{Method(type.GetMethod("Invoke")!)}";
            yield break;
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible))
        {
            yield return $"{full}.new({Parameters(constructor)})";
        }

        foreach (var field in type.GetFields(Declared).Where(static field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
        {
            var modifier = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
            var value = field.IsLiteral ? $" = {Value(field.GetRawConstantValue())}" : "";
            yield return $"{full}.{field.Name} -> {modifier}{TypeText.Of(field)}{value}";
        }

        foreach (var property in type.GetProperties(Declared).Where(static property => property.GetAccessors(nonPublic: true).Any(IsVisible)))
        {
            yield return $"{full}.{Property(property)}";
        }

        foreach (var raised in type.GetEvents(Declared).Where(static raised => IsVisible(raised.AddMethod!)))
        {
            yield return $"{full}.{raised.Name} -> event {TypeText.Of(raised.EventHandlerType!)}";
        }

        foreach (var method in type.GetMethods(Declared).Where(static method => IsVisible(method) && !IsAccessor(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute))))
        {
            yield return $"{full}.{Method(method)}";
        }
    }

    private static string Kind(Type type)
    {
        var noun = type.IsEnum ? "enum" : type.IsInterface ? "interface" : typeof(Delegate).IsAssignableFrom(type) ? "delegate" : type.IsValueType ? "struct" : "class";
        var readOnly = type is { IsValueType: true, IsEnum: false } && type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "";
        var reach = type is { IsAbstract: true, IsSealed: true } ? "static " : type is { IsAbstract: true, IsInterface: false } ? "abstract " : type is { IsSealed: true, IsClass: true } && noun == "class" ? "sealed " : "";
        return reach + readOnly + (!IsRecord(type) ? noun : type.IsValueType ? "record struct" : "record") + Constraints(type.GetGenericArguments());
    }

    private static string Bases(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
        {
            return "";
        }

        // Interfaces that another one brings along, or that every record has, are left out.
        var interfaces = type.GetInterfaces().Where(static one => one.IsVisible).ToList();
        var inherited = interfaces.SelectMany(static one => one.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        var own = IsRecord(type) ? typeof(IEquatable<>).MakeGenericType(type) : null;
        var names = interfaces.Where(one => !inherited.Contains(one) && one != own).Select(TypeText.Of).Order(StringComparer.Ordinal);
        var all = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? names.Prepend(TypeText.Of(parent)) : names;
        return string.Concat(all.Select(static (name, index) => (index == 0 ? " : " : ", ") + name));
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true);
        var parameters = property.GetIndexParameters();
        var name = parameters.Length == 0 ? property.Name : $"this[{string.Join(", ", parameters.Select(Parameter))}]";
        var getter = property.GetMethod is { } get && IsVisible(get) ? "get; " : "";
        var setter = property.SetMethod is { } set && IsVisible(set) ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; " : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{name} -> {Modifiers(accessors[0])}{required}{TypeText.Of(property)} {{ {getter}{setter}}}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(static argument => argument.Name))}>" : "";
        return $"{method.Name}{generic}({Parameters(method)}) -> {Modifiers(method)}{TypeText.Of(method.ReturnParameter)}{Constraints(method.GetGenericArguments())}";
    }

    private static string Modifiers(MethodBase method) =>
        (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "")
        + (method.IsStatic ? "static " : "")
        + (method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType!.IsSealed && !method.DeclaringType.IsInterface ? "virtual " : "");

    private static string Parameters(MethodBase method)
    {
        var receiver = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return receiver + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var kind = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "";
        return $"{kind}{TypeText.Of(parameter)} {parameter.Name}{value}";
    }

    private static string Constraints(IEnumerable<Type> arguments)
    {
        var all = from argument in arguments
                  where argument.IsGenericParameter
                  let flags = argument.GenericParameterAttributes
                  let isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)
                  let parts = argument.GetGenericParameterConstraints().Where(static type => type != typeof(ValueType)).Select(TypeText.Of)
                      .Concat(isStruct ? ["struct"] : [])
                      .Concat(flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : [])
                      .Concat(flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct ? ["new()"] : [])
                      .ToList()
                  where parts.Count > 0
                  select $" where {argument.Name} : {string.Join(", ", parts)}";
        return string.Concat(all);
    }

    private static string Value(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", Declared) is not null);

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);
}
