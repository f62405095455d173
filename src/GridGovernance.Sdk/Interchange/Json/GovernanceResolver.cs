using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GridGovernance.Sdk.Interchange.Values;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Serialisation contracts that mean the same under any options: camelCase members, unknown members refused, defaults left out.</summary>
/// <param name="objects">The generated contracts of the records.</param>
/// <param name="values">The converters of everything that is not a record of members.</param>
internal sealed class GovernanceResolver(IJsonTypeInfoResolver objects, ValueTypes values) : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (values.Find(type, options) is { } value)
        {
            return value;
        }

        var contract = objects.GetTypeInfo(type, options);
        if (contract?.Kind == JsonTypeInfoKind.Object)
        {
            contract.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            for (var i = contract.Properties.Count - 1; i >= 0; i--)
            {
                Shape(contract, i);
            }

            OwnDefaults.Keep(contract);
        }

        return contract;
    }

    private static void Shape(JsonTypeInfo contract, int index)
    {
        var property = contract.Properties[index];
        if (property.Set is null && property.AssociatedParameter is null)
        {
            // Derived from the others: it would not be read back.
            contract.Properties.RemoveAt(index);
            return;
        }

        if (property.AttributeProvider is MemberInfo member)
        {
            property.Name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        }

        if (!property.IsRequired)
        {
            var standard = property.AssociatedParameter is { HasDefaultValue: true, DefaultValue: var value } ? value : null;
            property.ShouldSerialize = (_, current) => !IsDefault(current, standard, property.PropertyType);
        }
    }

    // An optional member that holds its default is left out, so that a file says only what somebody decided.
    private static bool IsDefault(object? current, object? standard, Type type) =>
        current is null ? standard is null
        : standard is not null ? current.Equals(standard)
        : Nullable.GetUnderlyingType(type) is null && IsZero(current);

    internal static bool IsZero(object value) => value switch
    {
        string => false,
        System.Collections.IEnumerable list => !list.GetEnumerator().MoveNext(),
        int number => number == 0,
        long number => number == 0,
        decimal number => number == 0,
        double number => number == 0,
        bool truth => !truth,
        Enum choice => Convert.ToInt64(choice, System.Globalization.CultureInfo.InvariantCulture) == 0,
        _ => false,
    };
}
