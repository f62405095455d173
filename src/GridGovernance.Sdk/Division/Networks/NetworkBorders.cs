namespace GridGovernance.Sdk.Division;

/// <summary>Makes borders longer that lie inside the cells of old networks, so that a search for short cuts keeps those whole.</summary>
internal static class NetworkBorders
{
    /// <summary>Weighs the edges of units, and leaves the perimeters away that lengths no longer fit.</summary>
    /// <param name="networks">The old networks.</param>
    /// <param name="units">The units, all with places.</param>
    /// <returns>The units with edges that are each longer by the weight of every network that has both of its units in one cell.</returns>
    internal static DivisionDefinition Weigh(EquatableArray<DutyNetwork> networks, DivisionDefinition units)
    {
        var cells = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var unit in units.Units)
        {
            cells.TryAdd(unit.Id, [.. networks.Select(network => CellAt(network, unit))]);
        }

        return units with
        {
            Units = EquatableArray.From(units.Units.Select(static unit => unit with { PerimeterMetres = null })),
            Edges = EquatableArray.From(units.Edges.Select(edge => edge with { SharedMetres = (edge.SharedMetres ?? 1) * FactorOf(edge) })),
        };

        double FactorOf(DivisionEdge edge)
        {
            var factor = 1.0;
            for (var network = 0; cells.TryGetValue(edge.From, out var a) && cells.TryGetValue(edge.To, out var b) && network < networks.Count; network++)
            {
                factor += a[network] >= 0 && a[network] == b[network] ? networks[network].Weight : 0;
            }

            return factor;
        }
    }

    private static int CellAt(DutyNetwork network, DivisionUnit unit)
    {
        for (var cell = 0; cell < network.Cells.Count; cell++)
        {
            if (network.Cells[cell].Boundary.Contains(unit.Place!.Value))
            {
                return cell;
            }
        }

        return -1;
    }
}
