using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>One cell of a department's network (部门网格).</summary>
/// <remarks>Equality is by value, but by reference for the boundary. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, used once in its network.</param>
/// <param name="Boundary">The area.</param>
public sealed record NetworkCell(string Code, GridBoundary Boundary)
{
    /// <summary>Gets the codes of the duties that are done in it (职责), such as <c>fire-safety</c>.</summary>
    public EquatableArray<string> Duties { get; init; }
}
