using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using GridGovernance.Sdk.Interchange.Shapes;
using GridGovernance.Sdk.Interchange.Values;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Reads, writes and describes the definitions that one set of contracts knows: a package on top of this one, or a host, whose own files shall stand as those of <see cref="GovernanceJson"/> do.</summary>
/// <remarks>Reading reports every problem with its line; writing is canonical. Where a record gives a member a value of its own, <c>{ get; init; } = 30</c>, that is what a file means which leaves the member out,
/// and it is always written. Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class JsonFormat
{
    private readonly ShapeCatalogue _shapes;

    /// <summary>Creates a format.</summary>
    /// <param name="objects">The generated contracts of the records.</param>
    /// <param name="values">The converters of everything else.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public JsonFormat(IJsonTypeInfoResolver objects, ValueTypes values)
    {
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(values);
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

    /// <summary>Describes the file of a definition as JSON Schema (draft 2020-12).</summary>
    /// <param name="type">The definition.</param>
    /// <param name="culture">The language of its descriptions: Chinese for every <c>zh</c> culture, English for all others and for null.</param>
    /// <returns>The schema; the caller may change it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    /// <exception cref="NotSupportedException"><paramref name="type"/> is no definition that this format knows.</exception>
    public JsonObject SchemaOf(Type type, CultureInfo? culture = null) => ShapeOf(type ?? throw new ArgumentNullException(nameof(type))) is ObjectShape shape
        ? SchemaWriter.Write(shape, culture ?? CultureInfo.InvariantCulture)
        : throw new NotSupportedException($"\"{type}\" is no definition: expected a record of members.");

    /// <summary>Reads a definition.</summary>
    /// <typeparam name="T">The definition.</typeparam>
    /// <param name="content">The bytes of the file: UTF-8, with or without a byte-order mark.</param>
    /// <param name="file">The name that findings give the file.</param>
    /// <param name="limits">How large it may be; <see cref="ImportLimits.Default"/> when null.</param>
    /// <returns>The definition or every problem with its form.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no definition that this format knows.</exception>
    public ReadResult<T> Read<T>(ReadOnlySpan<byte> content, string file, ImportLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= ImportLimits.Default;
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

    /// <summary>Writes a definition in its canonical form.</summary>
    /// <typeparam name="T">The definition.</typeparam>
    /// <param name="value">The definition.</param>
    /// <returns>UTF-8 without a byte-order mark, ending in a line feed.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no definition that this format knows.</exception>
    public byte[] Write<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, ContractOf<T>()), (byte)'\n'];
}
