using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using GridGovernance.Sdk.Interchange.Shapes;
using GridGovernance.Sdk.Interchange.Values;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Reads, writes and describes the definitions that one set of contracts knows.</summary>
/// <remarks>This type is safe to share between threads.</remarks>
internal sealed class JsonFormat
{
    private readonly ShapeCatalogue _shapes;

    /// <summary>Creates a format.</summary>
    /// <param name="objects">The generated contracts of the records.</param>
    /// <param name="values">The converters of everything else.</param>
    internal JsonFormat(IJsonTypeInfoResolver objects, ValueTypes values)
    {
        Resolver = new GovernanceResolver(objects, values);
        Options = new JsonSerializerOptions
        {
            TypeInfoResolver = Resolver,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            AllowDuplicateProperties = false,
            MaxDepth = GovernanceJson.MaxDepth,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        Options.MakeReadOnly();
        _shapes = new ShapeCatalogue(Options);
    }

    internal IJsonTypeInfoResolver Resolver { get; }

    internal JsonSerializerOptions Options { get; }

    internal Shape ShapeOf(Type type) => _shapes.Of(type);

    internal JsonTypeInfo<T> ContractOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    internal JsonObject SchemaOf(Type type, CultureInfo culture) => ShapeOf(type) is ObjectShape shape
        ? SchemaWriter.Write(shape, culture)
        : throw new NotSupportedException($"\"{type}\" is no definition: expected a record of members.");

    internal ReadResult<T> Read<T>(ReadOnlySpan<byte> content, string file, ImportLimits limits)
    {
        var findings = new List<Finding>();
        var map = new SourceMap();
        if (!SourceText.TryAccept(content, limits, findings, out var text) || !JsonScanner.TryScan(text, findings, out map))
        {
            return new ReadResult<T>(file, default, default, findings, map);
        }

        using var document = JsonDocument.Parse(text.ToArray(), new JsonDocumentOptions { MaxDepth = GovernanceJson.MaxDepth });
        var shape = ShapeOf(typeof(T));
        new ShapeChecker(findings, limits.MaxTextLength).Check(document.RootElement, shape);
        if (findings.Count > 0)
        {
            return new ReadResult<T>(file, default, ShapeMender.Mend(document.RootElement, shape).Deserialize(ContractOf<T>()), findings, map);
        }

        var value = JsonSerializer.Deserialize(text, ContractOf<T>());
        return new ReadResult<T>(file, value, value, findings, map);
    }

    internal byte[] Write<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, ContractOf<T>()), (byte)'\n'];
}
