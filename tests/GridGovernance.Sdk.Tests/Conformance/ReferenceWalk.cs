using System.Reflection;

namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>The types that a type names in its metadata: bases, fields, signatures, locals and attributes.</summary>
internal static class ReferenceWalk
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Returns the types that a type refers to, type arguments included, each once.</summary>
    internal static IEnumerable<Type> From(Type type)
    {
        IEnumerable<Type?> named =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetCustomAttributesData().SelectMany(Attribute),
            .. type.GetFields(Declared).Select(static field => field.FieldType),
            .. type.GetProperties(Declared).SelectMany(static property => property.GetCustomAttributesData().SelectMany(Attribute).Append(property.PropertyType)),
            .. type.GetEvents(Declared).Select(static raised => raised.EventHandlerType),
            .. type.GetMethods(Declared).SelectMany(static method => Body(method).Append(method.ReturnType)),
            .. type.GetConstructors(Declared).SelectMany(Body),
            .. type.GetGenericArguments().Where(static argument => argument.IsGenericParameter).SelectMany(static argument => argument.GetGenericParameterConstraints()),
        ];
        return named.OfType<Type>().SelectMany(Parts).Distinct();
    }

    private static IEnumerable<Type> Body(MethodBase method) =>
    [
        .. method.GetParameters().Select(static parameter => parameter.ParameterType),
        .. method.GetCustomAttributesData().SelectMany(Attribute),
        .. method.GetMethodBody()?.LocalVariables.Select(static local => local.LocalType) ?? [],
        .. method.GetMethodBody()?.ExceptionHandlingClauses.Where(static clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(static clause => clause.CatchType).OfType<Type>() ?? [],
    ];

    private static IEnumerable<Type> Attribute(CustomAttributeData data) =>
        data.ConstructorArguments.Select(static argument => argument.Value as Type).OfType<Type>().Append(data.AttributeType);

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
