using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>Reads a history from its definition, and says everything that is wrong with it.</summary>
/// <param name="definition">The definition.</param>
/// <param name="scheme">The hierarchy.</param>
internal sealed class GridHistoryCompiler(GridHistoryDefinition definition, GridScheme scheme)
{
    private readonly List<Finding> _findings = [];
    private CoordinateSystem? _system;

    /// <summary>Compiles the history.</summary>
    /// <param name="report">Every problem found.</param>
    /// <returns>The history; null exactly when the report has errors.</returns>
    internal GridHistory? Compile(out FindingReport report)
    {
        if (definition.System is { } code && !CoordinateSystem.TryFromCode(code, out _system))
        {
            Add("/system", "grids.history-system", code, string.Join(", ", CoordinateSystem.All));
        }

        var history = GridHistory.Begin(scheme);
        var days = new GridHistoryDays(scheme, _findings);
        for (var i = 0; i < definition.Events.Count; i++)
        {
            var happened = definition.Events[i];
            var begun = new List<GridUnit>();
            for (var k = 0; k < happened.Begun.Count; k++)
            {
                if (Read(happened.Begun[k], $"/events/{i}/begun/{k}") is { } unit)
                {
                    begun.Add(unit);
                }
            }

            // Behind the first fault every event would be at fault.
            if (_findings.Count == 0)
            {
                var next = Add(history, happened, begun, i);
                days.Add(history, next, i);
                history = next;
            }
        }

        days.Conclude(history);
        report = new FindingReport(_findings);
        return report.HasErrors ? null : history;
    }

    private GridHistory Add(GridHistory history, GridEventDefinition happened, List<GridUnit> begun, int position)
    {
        var lineage = EquatableArray.From(happened.Lineage.Select(static step => new GridSuccession(step.From, step.To)));
        try
        {
            return history.Apply(new GridEvent(happened.Kind, happened.On, happened.Ended, EquatableArray.From(begun), lineage) { Reason = happened.Reason });
        }
        catch (ArgumentException)
        {
            Add($"/events/{position}", "grids.history-event", position + 1, happened.On);
            return history;
        }
    }

    private GridUnit? Read(GridUnitDefinition unit, string path)
    {
        if (!scheme.TryLevelOf(unit.Code, out var level))
        {
            Add(path + "/code", "grids.history-level", unit.Code, scheme.Definition.Code);
            return null;
        }

        GridBoundary? boundary = null;
        if (unit.Boundary.Count > 0)
        {
            boundary = _system is null ? null : Read(unit.Boundary);
            if (boundary is null && (_system is not null || definition.System is null))
            {
                Add(path + "/boundary", _system is null ? "grids.history-no-system" : "grids.history-boundary", unit.Code);
            }
        }

        return new GridUnit { Code = unit.Code, Name = unit.Name, Level = level, Kind = unit.Kind, Parent = unit.Parent, Settlement = unit.Settlement, Boundary = boundary };
    }

    private GridBoundary? Read(EquatableArray<GridPolygonDefinition> polygons)
    {
        var builder = new BoundaryBuilder(_system!);
        foreach (var polygon in polygons)
        {
            builder.BeginPolygon();
            foreach (var ring in polygon.Rings)
            {
                if (!TryAdd(builder, ring))
                {
                    return null;
                }
            }
        }

        return builder.Build();
    }

    private bool TryAdd(BoundaryBuilder builder, EquatableArray<decimal> ring)
    {
        for (var i = 0; i + 1 < ring.Count; i += 2)
        {
            var point = new GeoPoint((double)ring[i], (double)ring[i + 1]);
            if (!_system!.Accepts(point))
            {
                return false;
            }

            var (x, y) = _system.ToQuanta(point);
            builder.Add(x, y);
        }

        return builder.EndRing() is null && ring.Count % 2 == 0;
    }

    private void Add(string path, string code, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Error(GridsMessages.Catalogue[code, values], FindingPlace.At(path)));
}
