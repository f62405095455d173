using System.Text.Json.Serialization;

namespace GridGovernance.Sdk.Grids;

/// <summary>One level of a hierarchy, as <c>hierarchy.json</c> holds it.</summary>
/// <remarks>
/// <para>A default other than zero stands in the constructor, where serialisation finds it.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Managing">Whether the level manages, that is, has a responsible post of its own.</param>
public sealed record GridLevelDefinition([property: JsonPropertyOrder(1)] bool Managing = true)
{
    /// <summary>Gets the code, such as <c>township</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name in both languages.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets how many characters of a unit's code belong to this level, 1 to 12.</summary>
    public required int Digits { get; init; }
}
