using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>What an audit goes over: a map, and what its units are called in the report.</summary>
/// <param name="Map">The map.</param>
/// <param name="IsFlat">Whether the map was made up around a list of cells: units go by name, the top may lack a boundary, nobody is registered.</param>
internal sealed record AuditScope(GridMap Map, bool IsFlat)
{
    private static readonly LocalizedText Outline = new("the outline", "外轮廓");

    /// <summary>Gets a value indicating whether every boundary lies under one and the same at the top, and no kind may lie over another.</summary>
    internal bool IsUnderOneOutline => Map.Scheme.Definition.Overlaps.Count == 0 && Map.IsUnderOneOutline();

    /// <summary>What a unit is called.</summary>
    internal string NameOf(GridUnit unit) => IsFlat ? unit.Name : unit.Code.ToString();

    /// <summary>What the whole is called in a message.</summary>
    internal object WholeOf(GridUnit unit) => IsFlat ? Outline : unit.Code;
}
