using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>One member of an object, or one column of a CSV file.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Shape">What its value must look like.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Nullable">Whether <c>null</c> may stand for its absence.</param>
/// <param name="Default">The value that absence means; null where it means nothing.</param>
internal sealed record MemberShape(string Name, Shape Shape, bool Required, bool Nullable, JsonNode? Default);
