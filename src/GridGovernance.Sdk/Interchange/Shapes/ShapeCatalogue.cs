using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>The shapes of all types that one set of serialisation contracts knows.</summary>
/// <remarks>This type is safe to share between threads.</remarks>
/// <param name="options">The options whose contracts the shapes follow.</param>
internal sealed class ShapeCatalogue(JsonSerializerOptions options)
{
    private readonly Dictionary<Type, Shape> _shapes = [];
    private readonly Lock _gate = new();

    /// <summary>Returns the shape of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The shape.</returns>
    /// <exception cref="NotSupportedException">The contracts do not know the type, or it has no shape here.</exception>
    internal Shape Of(Type type)
    {
        lock (_gate)
        {
            return Find(type);
        }
    }

    private Shape Find(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (_shapes.TryGetValue(type, out var known))
        {
            return known;
        }

        if (Simple(type) is { } simple)
        {
            return _shapes[type] = simple;
        }

        var contract = options.GetTypeInfo(type);
        if (contract.Converter is IShaped shaped)
        {
            return _shapes[type] = shaped.GetShape(Find);
        }

        if (contract.Kind != JsonTypeInfoKind.Object)
        {
            throw new NotSupportedException($"\"{type}\" has no shape: register a converter for it.");
        }

        var shape = new ObjectShape(NameOf(type), type);
        _shapes[type] = shape;
        try
        {
            shape.Fill([.. contract.Properties.Select(Member)]);
        }
        catch (NotSupportedException)
        {
            _shapes.Remove(type);
            throw;
        }

        return shape;
    }

    private static Shape? Simple(Type type) =>
        type == typeof(string) ? TextShape.Any
        : type == typeof(bool) ? new BooleanShape()
        : type == typeof(int) ? NumberShape.Int32
        : type == typeof(long) ? NumberShape.Int64
        : type == typeof(decimal) ? NumberShape.Decimal
        : type == typeof(double) ? NumberShape.Double
        : null;

    private static string NameOf(Type type)
    {
        var name = type.Name.EndsWith("Definition", StringComparison.Ordinal) ? type.Name[..^"Definition".Length] : type.Name;
        return JsonNamingPolicy.CamelCase.ConvertName(name);
    }

    private MemberShape Member(JsonPropertyInfo property)
    {
        var standard = property.AssociatedParameter is { HasDefaultValue: true, DefaultValue: { } value }
            ? JsonSerializer.SerializeToNode(value, options.GetTypeInfo(property.PropertyType))
            : null;
        return new MemberShape(property.Name, Find(property.PropertyType), property.IsRequired, property.IsSetNullable, standard is JsonArray { Count: 0 } ? null : standard);
    }
}
